/** Opens the reader of a dump's format and hands its records to the scan. */
import { chooseFormat, type FormatChoice } from './choose-format.js';
import { createCountingScanner } from './create-counting-scanner.js';
import { tellTaken } from './formats/field-use.js';
import type { RecordFacts } from './model.js';
import type { DumpScanner, DumpToScan } from './read/dump-scanner.js';
import { createRecordScanner, type RecordTools } from './split/records/scan-records.js';
import { watchRecords } from './watch-records.js';

/** A scanner for a dump of records; null where the dump is text. Throws a {@link UserError} where it is neither. */
export async function createFormatScanner(
  tools: RecordTools,
  dump: DumpToScan,
  choice: FormatChoice,
): Promise<DumpScanner | null> {
  const chosen = await chooseFormat(dump, choice);
  if (chosen === null) return null;
  const { format, evidence, head } = chosen;
  const scanner = createRecordScanner(tools, { append: dump.keep }, format.network);
  const firstRecord = tools.records.rows;
  const { sink, dates, leftOut } = watchRecords(scanner);
  const reader = await format.open(sink, { head, fields: choice.fields, start: dump.textStart });
  const recordFacts = (): RecordFacts => {
    scanner.end();
    const order = dates.order();
    tools.records.settleDates(firstRecord, order?.order ?? null);
    const fields = reader.fields?.() ?? null;
    return {
      format: format.name,
      network: format.network,
      evidence: [
        evidence,
        fields === null ? [] : tellTaken(fields),
        order?.evidence ?? [],
        reader.leftOut?.() ?? [],
      ].flat(),
      firstRecord,
      endRecord: tools.records.rows,
      ...leftOut(),
      unreadDates: dates.unread(),
      fields,
    };
  };
  return createCountingScanner(reader, dump.textStart, recordFacts);
}
