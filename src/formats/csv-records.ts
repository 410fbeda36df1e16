/** CSV of no fixed kind: a header row that names a column of text. */
import { createFieldUse, tellNames } from './field-use.js';
import type { FieldNames, RecordFormat } from './format.js';
import { likenessOf } from './generic-fields.js';
import { rankOf } from './generic-names.js';
import { genericPost } from './generic-post.js';
import { openCsv } from './syntax/csv.js';
import { type CsvHead, csvHead, shareOfWideRows } from './syntax/csv-head.js';

/** Rows by the names of their columns. */
export const csvRecords: RecordFormat = {
  name: 'csv-records',
  title: 'CSV or TSV with a header row, columns by their names',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'link'],
  sniff({ text }, fields = {}) {
    const head = csvHead(text);
    if (head === null) return isTextColumn(text) ? 'a header row that names one column, of text' : null;
    if (!hasText(head, fields)) return null;
    // A header that names more of a post than its text needs no rows to be known for one.
    return namesKeys(head) || shareOfWideRows(head) > MOST
      ? 'a header row that names a column of text'
      : null;
  },
  refuse({ text }, fields) {
    const head = csvHead(text);
    // Most dumps are prose, whose rows tell so sooner than names do.
    if (head === null || shareOfWideRows(head) < 1 || !namesColumns(head)) return null;
    const what =
      fields.text === undefined ? 'no column is known to hold a text' : `no column is ${fields.text}`;
    return `it is CSV in which ${what} (found ${tellNames(head.columns)}): name one with --text-field`;
  },
  async open(sink, request) {
    const use = createFieldUse(request.fields, true);
    const reader = await openCsv(sink, request, {
      toPost: (row) => genericPost(row, use),
      ...(isTextColumn(request.head.text) ? { delimiter: NO_DELIMITER } : {}),
    });
    return { ...reader, fields: use.facts };
  },
};

const MOST = 0.5;

/** Nothing parts a column that is alone: a comma in it is a comma. */
const NO_DELIMITER = '\u001f';

/** One in quotes; the last may be cut off with the head of the dump. */
const WHOLE_FIELD = /^"(?:[^"]|"")*(?:"$|(?![\s\S]))/gm;

/**
 * Whether the first line is no more than a name that texts go by, written as programs write it, and nothing below it speaks of
 * prose: no blank line outside of quotes, no quote but round a whole field.
 */
function isTextColumn(text: string): boolean {
  const [header = '', name = ''] = /^"?([a-z_]{4,20})"?(?:\r\n?|\n)(?=\S)/.exec(text) ?? [];
  if (/^(?:description|summary)$/.test(name) || rankOf(name, 'text') === undefined) return false;
  const rows = text.slice(header.length).replace(/\r\n?/g, '\n').trimEnd();
  return !/^["\n]/m.test(rows.replace(WHOLE_FIELD, 'x'));
}

function hasText({ columns }: CsvHead, fields: FieldNames): boolean {
  return likenessOf(Object.fromEntries(columns.map((name) => [name, 'x'])), fields) !== null;
}

function namesKeys({ columns }: CsvHead): boolean {
  return columns.some((name) => (rankOf(name, 'id') ?? rankOf(name, 'date')) !== undefined);
}

/** Prose may have as many commas in each line; it is not written as names are, and what repeats is a post, not a header. */
function namesColumns({ columns, delimiter, rest }: CsvHead): boolean {
  const areNames = columns.every((name) =>
    /^\p{L}(?:[\p{L}\p{N}_ ().:/#-]{0,39}[\p{L}\p{N}_)#])?$/u.test(name),
  );
  const [second = ''] = rest.trimStart().split('\n', 1);
  const parts = second.split(delimiter).map((part) => part.trim());
  const repeats = columns.every((name, at) => name === parts[at]);
  return (
    areNames &&
    !repeats &&
    new Set(columns).size === columns.length &&
    (delimiter !== ',' || columns.length > 2)
  );
}
