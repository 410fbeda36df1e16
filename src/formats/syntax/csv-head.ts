/** What the beginning of a dump says of it as CSV: its delimiter and the names of its columns. */
import { rowExtent } from './csv-row-extent.js';

/** How a CSV dump begins. */
export interface CsvHead {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** What stands behind the header row. */
  readonly rest: string;
}

const delimiters = [',', ';', '\t', '|'] as const;
const LF = 0x0a;
/** A first line that is longer is prose. */
const LONGEST_HEADER = 16 * 1024;
/** More rows than these need not be looked at. */
const LOOKED_AT = 20;

/** Blank lines, and a row that tells Excel what the delimiter is. */
const beforeHeader = /^(?:(?:sep=.)?\r?\n)*/;

/** Whether rows end in CR alone, as spreadsheets of old Macs wrote them: a LF is a line end within a field then. */
export function endsRowsInCr(text: string): boolean {
  return /^[^\r\n]*\r[^\n]/.test(text);
}

/** The header row of `head` by whichever delimiter parts it into most columns; null where none parts it. */
export function csvHead(head: string): CsvHead | null {
  const text = endsRowsInCr(head) ? head.replaceAll('\r', '\n') : head;
  const [before = ''] = beforeHeader.exec(text) ?? [];
  const end = text.indexOf('\n', before.length);
  const line = text.slice(before.length, end < 0 ? text.length : end).replace(/\r$/, '');
  if (line.length > LONGEST_HEADER) return null;
  const rest = end < 0 ? '' : text.slice(end + 1);
  const [most] = delimiters
    .map((delimiter) => ({ delimiter, columns: namesIn(line, delimiter), rest }))
    .sort((one, other) => other.columns.length - one.columns.length);
  return most === undefined || most.columns.length < 2 ? null : most;
}

/** The parts of a header row; a delimiter inside quotes parts nothing. */
function namesIn(line: string, delimiter: string): string[] {
  const names: string[] = [];
  let quotes = 0;
  let name = '';
  for (const part of line.split(delimiter)) {
    name = quotes % 2 === 0 ? part : name + delimiter + part;
    quotes += part.split('"').length - 1;
    if (quotes % 2 === 0) names.push(name.trim().replace(/^"(.*)"$/, '$1'));
  }
  return names;
}

/** The names of a header row, where all of `needed` are among them. */
export function headerWith(text: string, needed: readonly string[]): ReadonlySet<string> | null {
  const columns = new Set(csvHead(text)?.columns);
  return needed.every((name) => columns.has(name)) ? columns : null;
}

/** Which share of the first rows behind the header is as wide as it is: rows are, prose with commas is not. */
export function shareOfWideRows({ delimiter, columns, rest }: CsvHead): number {
  const bytes = new TextEncoder().encode(rest);
  const code = delimiter.charCodeAt(0);
  let rows = 0;
  let wide = 0;
  for (let at = 0; at < bytes.length && rows < LOOKED_AT; ) {
    const row = rowExtent(bytes, at, bytes.length, code);
    // The head may end in mid-row.
    if (row.state === 'open') break;
    const damaged = row.state === 'damaged';
    if (row.end - at > 1) rows += 1;
    if (row.columns === columns.length && !damaged) wide += 1;
    const end = damaged ? bytes.indexOf(LF, at) : row.end;
    at = end < 0 ? bytes.length : end + 1;
  }
  return wide / Math.max(1, rows);
}
