/** CSV of no fixed kind: a header row that names a column of text. */
import type { RecordFormat } from './format.js';
import { hasTextField } from './generic-fields.js';
import { genericPost } from './generic-post.js';
import { openCsv } from './syntax/csv.js';
import { csvHead, rowsAreAsWide } from './syntax/csv-head.js';

/** Rows by the names of their columns. */
export const csvRecords: RecordFormat = {
  name: 'csv-records',
  title: 'CSV or TSV with a header row, columns by their names',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'link'],
  sniff({ text }, fields = {}) {
    const head = csvHead(text);
    if (head === null || !hasTextField(new Set(head.columns), fields)) return null;
    return rowsAreAsWide(text, head) ? 'a header row that names a column of text' : null;
  },
  open: (sink, request) => openCsv(sink, request, { toPost: (row) => genericPost(row, request.fields) }),
};
