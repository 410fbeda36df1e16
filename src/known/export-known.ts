/** An index as a table for other programs: one row a distinct fingerprint of a source of a dump, in an order that is the same every time. */
import { UserError } from '../errors.js';
import { quoted } from './engine.js';
import { asIndexError, type KnownIndex } from './open-known.js';

/** The formats that the engine writes by itself. */
const formats = {
  csv: { how: 'FORMAT csv, HEADER', shown: cellOfCsv, number: numberOfCsv },
  parquet: { how: 'FORMAT parquet, COMPRESSION zstd', shown: asItIs, number: asItIs },
} as const;

/** What can be exported to. */
export type ExportFormat = keyof typeof formats;

/** Writes `index` to `file`. Texts of posts are not in it; ids and names are, in CSV made safe to print and to open. */
export async function exportKnown(index: KnownIndex, file: string, format: ExportFormat): Promise<void> {
  const { engine } = index;
  const { how } = formats[format];
  // What is wrong with the index is told apart from what is wrong with the file that is written.
  await asIndexError(index.path, () =>
    engine.run(`CREATE TEMP TABLE exported AS ${selectExported(formats[format])}`),
  );
  try {
    await engine.run(`COPY (FROM exported) TO ${quoted(file)} (${how})`);
  } catch (error) {
    const [cause = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new UserError(`Cannot export ${index.path} to ${file}: ${cause}`);
  }
}

/** What makes an expression of SQL fit for a format: one of a text, and one of a number that may be a half. */
interface Shown {
  shown(text: string): string;
  number(value: string): string;
}

function asItIs(expression: string): string {
  return expression;
}

function selectExported({ shown, number }: Shown): string {
  return `
    SELECT printf('%016x', p.fingerprint) AS fingerprint, ${shown('d.path')} AS dump, d.xxh64 AS dump_xxh64, p.post,
      ${shown('o.id')} AS id, ${shown('o.source')} AS source,
      CASE WHEN o.seconds <> 0 THEN strftime(make_timestamp(o.seconds * 1000000), '%Y-%m-%dT%H:%M:%S') ||
        CASE WHEN o.utc THEN 'Z' ELSE '' END END AS date,
      CASE WHEN p.line = 0 THEN o.first_line ELSE p.line END AS line, o.first_line AS post_first_line,
      o.last_line AS post_last_line, ${number('p.weight / 2')} AS letters, p.occurrences, p.posts, p.signature
    FROM known.paragraphs p JOIN known.posts o USING (dump, post) JOIN known.dumps d USING (dump)
    ORDER BY d.path, p.post, p.line, p.fingerprint`;
}

/** Whatever steers a terminal or turns text round; a spreadsheet's formulas; what only looks like one. */
const UNSAFE =
  '[\\x00-\\x1f\\x7f-\\x{9f}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]';
const FORMULA = '^\\s*[=+\\-@＝＋－＠].';
const NUMBER = '^[+-]?\\d+(\\.\\d+)?$';

/** A whole number without the zero behind its point. */
function numberOfCsv(value: string): string {
  return `regexp_replace(CAST(${value} AS VARCHAR), '\\.0$', '')`;
}

/** As report/escape/escape-csv.ts has it, in SQL; what must not be printed becomes U+FFFD. */
function cellOfCsv(text: string): string {
  const shown = `regexp_replace(${text}, '${UNSAFE}', '\ufffd', 'g')`;
  const isFormula = `regexp_matches(${shown}, '${FORMULA}') AND NOT regexp_matches(${shown}, '${NUMBER}')`;
  return `CASE WHEN ${isFormula} THEN '''' || ${shown} ELSE ${shown} END`;
}
