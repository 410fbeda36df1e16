/** The findings as a table: RFC 4180, a header, one row a finding, each column of one type whatever was found. */
import { escapeCsv } from '../escape/escape-csv.js';
import { escapeCharacter } from '../escape/escape-text.js';
import type { Finding, PostPlace, Report } from '../report.js';
import { startOf } from './finding-words.js';

/** What stands in a cell; null is empty. */
type Cell = string | number | null;

/** The columns, in order. */
const columns: Readonly<Record<string, (finding: Finding) => Cell>> = {
  rule: ({ rule }) => rule,
  level: ({ level }) => level,
  fingerprint: ({ fingerprint }) => fingerprint,
  kind: ({ kind }) => kind,
  id: ({ id }) => id,
  relation: ({ relation }) => relation,
  coverage: ({ coverage }) => share(coverage),
  origin_coverage: ({ originCoverage }) => share(originCoverage),
  characters: ({ characters }) => characters,
  dump: ({ copy }) => nameOf(copy),
  first_line: ({ copy }) => copy.lines[0],
  last_line: ({ copy }) => copy.lines[1],
  post: ({ copy }) => copy.post,
  post_id: ({ copy }) => copy.id,
  source: ({ copy }) => copy.source,
  date: ({ copy }) => copy.date,
  forwarded_from: ({ forwardedFrom }) => forwardedFrom,
  origin_dump: ({ origin }) => nameOf(origin),
  origin_first_line: ({ origin }) => origin.lines[0],
  origin_last_line: ({ origin }) => origin.lines[1],
  origin_post: ({ origin }) => origin.post,
  origin_post_id: ({ origin }) => origin.id,
  origin_source: ({ origin }) => origin.source,
  origin_date: ({ origin }) => origin.date,
  text: startOf,
};

/** Yields the table, the gravest findings first. */
export function* reportCsv(report: Report): Generator<string> {
  yield row(Object.keys(columns));
  for (const finding of report.findings()) yield row(Object.values(columns).map((cell) => cell(finding)));
}

/** A name that has a code in it is not to be taken for the one that the code stands for. */
function nameOf({ dump }: PostPlace): string {
  return dump.replace(/\\(?=u[0-9a-f]{4})/g, escapeCharacter);
}

/** Always with decimals: a table of nothing but whole copies must not get a column of integers. */
function share(value: number | null): string | null {
  return value === null ? null : value.toFixed(6);
}

function row(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? escapeCsv(cell) : (cell ?? ''))).join(',')}\r\n`;
}
