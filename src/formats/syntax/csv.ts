/** CSV, TSV and their kin: a header row, then one record a row. */
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import { csvHead, endsRowsInCr } from './csv-head.js';
import { readCsvRows, type TakeRow } from './csv-rows.js';
import type { JsonObject } from './json.js';

/** What is made of the rows. */
export interface CsvRecords {
  /** Takes a row by the names of its columns; every value is a string. */
  readonly toPost: (row: JsonObject) => Outcome;
  /** Columns at the end that a writer is known to leave out of a row where they are empty. */
  readonly optional?: readonly string[];
  /** What parts the columns, where the head does not show it. */
  readonly delimiter?: string;
}

/** Opens a reader of the rows, with the delimiter that the head shows. */
export async function openCsv(
  sink: RecordSink,
  request: OpenRequest,
  wanted: CsvRecords,
): Promise<RecordReader> {
  const { default: papa } = await import('papaparse');
  const { text } = request.head;
  const delimiter = wanted.delimiter ?? csvHead(text)?.delimiter ?? ',';
  const decoder = new TextDecoder();
  const fieldsOf = (bytes: Uint8Array): string[] =>
    papa.parse<string[]>(decoder.decode(bytes), { delimiter, newline: '\n' }).data[0] ?? [];
  const reader = readCsvRows(sink, request, {
    delimiter: delimiter.charCodeAt(0),
    takeRow: rowTaker(sink, wanted, fieldsOf),
  });
  return endsRowsInCr(text) ? readCrAsLf(reader) : reader;
}

const LF = 0x0a;
const CR = 0x0d;

/** The same reader for rows that end in CR. The bytes are changed where they stand, so that whoever counts lines behind it finds them. */
function readCrAsLf({ push, end }: RecordReader): RecordReader {
  const change = (bytes: Uint8Array, length: number): void => {
    for (let at = bytes.indexOf(CR); at >= 0 && at < length; at = bytes.indexOf(CR, at + 1)) bytes[at] = LF;
  };
  return {
    push(bytes, length) {
      change(bytes, length);
      return push(bytes, length);
    },
    end(bytes, length) {
      change(bytes, length);
      end(bytes, length);
    },
  };
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
