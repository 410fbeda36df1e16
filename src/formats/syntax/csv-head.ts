/** What the beginning of a dump says of it as CSV: its delimiter and the names of its columns. */
import { rowExtent } from './csv-row-extent.js';

/** How a CSV dump begins. */
export interface CsvHead {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const LF = 0x0a;
/** A first line that is longer is prose. */
const LONGEST_HEADER = 16 * 1024;
/** More rows than these need not be looked at. */
const LOOKED_AT = 20;

/** The header row of `text` by whichever delimiter parts it into most columns; null where none parts it. */
export function csvHead(text: string): CsvHead | null {
  const end = text.indexOf('\n');
  const line = (end < 0 ? text : text.slice(0, end)).replace(/\r$/, '');
  if (line.length > LONGEST_HEADER) return null;
  const [most] = delimiters
    .map((delimiter) => ({ delimiter, columns: line.split(delimiter).map(unquote) }))
    .sort((one, other) => other.columns.length - one.columns.length);
  return most === undefined || most.columns.length < 2 ? null : most;
}

/** The names of a header row, where all of `needed` are among them. */
export function headerWith(text: string, needed: readonly string[]): ReadonlySet<string> | null {
  const columns = new Set(csvHead(text)?.columns);
  return needed.every((name) => columns.has(name)) ? columns : null;
}

/** Whether the first rows behind the header are as wide as it is: prose with commas is not. */
export function rowsAreAsWide(text: string, { delimiter, columns }: CsvHead): boolean {
  const bytes = new TextEncoder().encode(text);
  const code = delimiter.charCodeAt(0);
  let rows = 0;
  let wide = 0;
  for (let at = bytes.indexOf(LF) + 1; at > 0 && at < bytes.length && rows < LOOKED_AT; ) {
    const row = rowExtent(bytes, at, bytes.length, code);
    // The head may end in mid-row.
    if (row.state === 'open') break;
    const damaged = row.state === 'damaged';
    if (row.end - at > 1) rows += 1;
    if (row.columns === columns.length && !damaged) wide += 1;
    at = (damaged ? bytes.indexOf(LF, at) : row.end) + 1;
  }
  return wide > 0 && wide * 2 > rows;
}

function unquote(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1');
}
