/** JSON of no fixed kind: an object a line, an array of objects, or an object with such an array in it. */
import type { FieldNames, Outcome, RecordFormat } from './format.js';
import { textOf } from './generic-fields.js';
import { genericPost } from './generic-post.js';
import { type FoundList, listsOfObjects } from './json-records-lists.js';
import { isObject, type Json } from './syntax/json.js';
import { readJsonValues } from './syntax/json-values.js';
import { looksLikeJsonLines, openJson } from './syntax/open-json.js';
import { parseJson } from './syntax/parse-json.js';

/** Objects by the names of their keys. */
export const jsonRecords: RecordFormat = {
  name: 'json-records',
  title: 'JSON or JSON Lines, fields by their names',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'link'],
  sniff({ text }, fields = {}) {
    if (areLinesOfPosts(text, fields)) return 'lines of JSON with a text field';
    return listOfPosts(text, fields) === null ? null : 'a JSON array of objects with a text field';
  },
  open(sink, request) {
    const { head, fields } = request;
    const toPost = (value: Json): Outcome =>
      isObject(value) ? genericPost(value, fields) : { broken: 'expected an object, found none' };
    // A document on one line looks like a line of JSON.
    const list = areLinesOfPosts(head.text, fields) ? null : listOfPosts(head.text, fields);
    return list === null
      ? openJson(sink, request, { paths: ['[]'], toPost })
      : readJsonValues(sink, request, { paths: [list.path], toPost });
  },
};

/** More records than these need not be looked at. */
const LOOKED_AT = 20;

function areLinesOfPosts(text: string, fields: FieldNames): boolean {
  return looksLikeJsonLines(text) && hasText(text.split('\n', LOOKED_AT), fields);
}

/** The first array in which a record has a text. */
function listOfPosts(text: string, fields: FieldNames): FoundList | null {
  if (!/^\s*[{[]/.test(text)) return null;
  for (const list of listsOfObjects(text)) {
    if (hasText(list.objects, fields)) return list;
  }
  return null;
}

function hasText(records: readonly string[], fields: FieldNames): boolean {
  return records.some((record) => isPost(parseJson(record).value, fields));
}

function isPost(value: Json, fields: FieldNames): boolean {
  return isObject(value) && textOf(value, fields) !== null;
}
