/** Whether two records are one message, and one text. */
import type { DumpFacts, LineTable, RecordTable } from '../../model.js';

/** Compares records by their numbers. */
export interface RecordComparer {
  /** Whether they are versions of one message, in the same source. */
  isVersion(one: number, other: number): boolean;
  /**
   * Of versions: a source may forward a message twice, and it is one forward where it is of one second, also where one of them
   * does not say that it is a forward.
   */
  isSameForward(one: number, other: number): boolean;
  /** Whether they have the same lines, or none. */
  isSameText(one: number, other: number): boolean;
  /** A number that is the same for the same text, and mostly another for another. */
  hashText(record: number): number;
}

/** Compares records of the dumps that `facts` are of. */
export function createRecordComparer(
  records: RecordTable,
  lines: LineTable,
  facts: readonly DumpFacts[],
): RecordComparer {
  const { identityLow, identityHigh, source, forward, seconds, firstRow } = records;
  const lastRows = lastRowsOf(facts);
  const endRow = (record: number) => lastRows.get(record) ?? firstRow.at(record + 1);
  return {
    isVersion: (one, other) =>
      identityLow.at(one) === identityLow.at(other) &&
      identityHigh.at(one) === identityHigh.at(other) &&
      source.at(one) === source.at(other),
    isSameForward(one, other) {
      const [from, otherFrom] = [forward.at(one), forward.at(other)];
      if (from === 0 && otherFrom === 0) return true;
      const isMoment = seconds.at(one) !== 0 && seconds.at(one) === seconds.at(other);
      return isMoment && (from === otherFrom || from === 0 || otherFrom === 0);
    },
    isSameText(one, other) {
      const [first, otherFirst] = [firstRow.at(one), firstRow.at(other)];
      const rows = endRow(one) - first;
      if (endRow(other) - otherFirst !== rows) return false;
      for (let at = 0; at < rows; at++) {
        const [row, otherRow] = [first + at, otherFirst + at];
        if (lines.low.at(row) !== lines.low.at(otherRow) || lines.high.at(row) !== lines.high.at(otherRow))
          return false;
      }
      return true;
    },
    hashText(record) {
      let hash = 0;
      for (let row = firstRow.at(record); row < endRow(record); row++)
        hash = Math.imul(hash ^ lines.low.at(row), 0x9e3779b1);
      return hash;
    },
  };
}

/** Where the lines of the last record of each dump end, by record; a dump without records has none. */
function lastRowsOf(facts: readonly DumpFacts[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const { records, endRow } of facts) {
    if (records !== null && records.endRecord > records.firstRecord) rows.set(records.endRecord - 1, endRow);
  }
  return rows;
}
