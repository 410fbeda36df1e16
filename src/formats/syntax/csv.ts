/** CSV, TSV and their kin: a header row, then one record a row. */
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import { csvHead } from './csv-head.js';
import { readCsvRows, type TakeRow } from './csv-rows.js';
import type { JsonObject } from './json.js';

/** What is made of the rows. */
export interface CsvRecords {
  /** Takes a row by the names of its columns; every value is a string. */
  readonly toPost: (row: JsonObject) => Outcome;
  /** Columns at the end that a writer is known to leave out of a row where they are empty. */
  readonly optional?: readonly string[];
}

/** Opens a reader of the rows, with the delimiter that the head shows. */
export async function openCsv(
  sink: RecordSink,
  request: OpenRequest,
  wanted: CsvRecords,
): Promise<RecordReader> {
  const { default: papa } = await import('papaparse');
  const delimiter = csvHead(request.head.text)?.delimiter ?? ',';
  const decoder = new TextDecoder();
  const fieldsOf = (bytes: Uint8Array): string[] =>
    papa.parse<string[]>(decoder.decode(bytes), { delimiter, newline: '\n' }).data[0] ?? [];
  return readCsvRows(sink, request, {
    delimiter: delimiter.charCodeAt(0),
    takeRow: rowTaker(sink, wanted, fieldsOf),
  });
}

function rowTaker(
  sink: RecordSink,
  { toPost, optional = [] }: CsvRecords,
  fieldsOf: (bytes: Uint8Array) => string[],
): TakeRow {
  let columns: readonly string[] | null = null;
  let least = 0;
  return (bytes, place) => {
    const fields = fieldsOf(bytes);
    if (columns === null) {
      // `sep=;`, for Excel.
      if (/^sep=.?$/.test(fields.join(''))) return null;
      columns = fields.map((name) => name.trim());
      least = columns.findLastIndex((name) => !optional.includes(name)) + 1;
      return null;
    }
    // A delimiter at the end of each row is a habit of some writers.
    const width =
      fields.length > columns.length ? fields.findLastIndex((field) => field !== '') + 1 : fields.length;
    if (width > columns.length || width < least) {
      return `expected ${columns.length} columns, found ${fields.length}`;
    }
    settle(sink, toPost(Object.fromEntries(columns.map((name, at) => [name, fields[at] ?? '']))), place);
    return null;
  };
}
