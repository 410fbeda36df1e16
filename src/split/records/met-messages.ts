/**
 * Messages that were met before in the same words, as exports that overlap have them: each is one post, and its text is compared
 * but once. A message that was edited meanwhile is met as what it is, another text.
 */
import type { Columns, DumpFacts, LineTable, RecordTable } from '../../model.js';

/** Asked record by record, in order of reading. */
export interface MetMessages {
  /** Whether `record` is a message that was met before, and no text of it is new. */
  has(record: number): boolean;
  release(): void;
}

/** What records are and say. */
interface Recorded {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly facts: readonly DumpFacts[];
}

/** Makes a memory for all records: a table with the last version of each message, in two thirds of its slots at most. */
export function createMetMessages({ columns, lines, records, facts }: Recorded): MetMessages {
  const { identityLow, identityHigh, source, forward, seconds, firstRow } = records;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, records.rows * 1.5))) - 1;
  /** 1 + the record. */
  const slots = columns.uint32(records.rows === 0 ? 0 : mask + 1);
  const lastRows = new Map(
    facts.flatMap(({ records: of, endRow }) => (of === null ? [] : [[of.endRecord - 1, endRow] as const])),
  );
  const endRow = (record: number) => lastRows.get(record) ?? firstRow.at(record + 1);
  const isVersion = (a: number, b: number): boolean =>
    identityLow.at(a) === identityLow.at(b) &&
    identityHigh.at(a) === identityHigh.at(b) &&
    source.at(a) === source.at(b) &&
    forward.at(a) === forward.at(b);
  /** A source may forward a message twice: it is one forward where it is of one second. */
  const isSameForward = (a: number, b: number): boolean =>
    forward.at(a) === 0 || (seconds.at(a) !== 0 && seconds.at(a) === seconds.at(b));
  const isSameText = (a: number, b: number): boolean => {
    const rows = endRow(a) - firstRow.at(a);
    if (rows === 0 || endRow(b) - firstRow.at(b) !== rows) return false;
    for (let at = 0; at < rows; at++) {
      const [row, other] = [firstRow.at(a) + at, firstRow.at(b) + at];
      if (lines.low.at(row) !== lines.low.at(other) || lines.high.at(row) !== lines.high.at(other))
        return false;
    }
    return true;
  };
  return {
    has(record) {
      if (identityLow.at(record) === 0 && identityHigh.at(record) === 0) return false;
      for (let slot = identityLow.at(record) & mask; ; slot = (slot + 1) & mask) {
        const other = slots.at(slot) - 1;
        if (other >= 0 && !isVersion(record, other)) continue;
        if (other >= 0 && isSameForward(record, other) && isSameText(record, other)) return true;
        slots.set(slot, record + 1);
        return false;
      }
    },
    release: () => slots.release(),
  };
}
