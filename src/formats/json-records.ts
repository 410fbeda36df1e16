/** JSON of no fixed kind: an object a line, an array of objects, or an object with such an array in it. */
import { createFieldUse, tellNames } from './field-use.js';
import type { FieldNames, Outcome, RecordFormat } from './format.js';
import { hasText, likenessOf } from './generic-fields.js';
import { genericPost } from './generic-post.js';
import {
  beginsLinesOfTexts,
  beginsListOfTexts,
  type FoundList,
  listsBeside,
  listsOfObjects,
  listsWithin,
} from './json-records-lists.js';
import { isObject, type Json, type JsonObject } from './syntax/json.js';
import { type JsonContext, patternOf } from './syntax/json-context.js';
import { readJsonLines } from './syntax/json-lines.js';
import { readJsonValues } from './syntax/json-values.js';
import { beginsAsJson, looksLikeJsonLines } from './syntax/open-json.js';
import { parseJson } from './syntax/parse-json.js';

/** Objects by the names of their keys. */
export const jsonRecords: RecordFormat = {
  name: 'json-records',
  title: 'JSON or JSON Lines, fields by their names',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'link'],
  sniff({ text }, fields = {}) {
    if (beginsListOfTexts(text)) return 'a JSON array of texts';
    if (beginsLinesOfTexts(text)) return 'lines of JSON, each a text';
    const place = placeOfPosts(text, fields);
    if (place === null) return isHollow(text) ? 'JSON with nothing in it' : null;
    if (place === LINES) return 'lines of JSON with a text field';
    return place === '' ? 'a JSON object with a text field' : 'a JSON array of objects with a text field';
  },
  refuse({ text }, fields) {
    if (!beginsAsJson(text) || /^\s*\[\s*"/.test(text)) return null;
    const objects = objectsIn(text);
    if (objects.length === 0)
      return /^\s*\[\s*\[/.test(text)
        ? 'it is JSON of rows, whose fields have no names: make CSV of it'
        : 'it begins as JSON, and no whole record is found in its beginning: mend it';
    const paths = objects.flatMap((object) => textPaths(object));
    const all = paths.length > 0 ? paths : objects.flatMap((object) => Object.keys(object));
    const found = tellNames([...new Set(all)]);
    const what =
      fields.text === undefined ? 'no field is known to hold a text' : `no field is ${fields.text}`;
    return `it is JSON in which ${what} (found ${found}): name one with --text-field`;
  },
  open(sink, request) {
    const { head, fields } = request;
    const use = createFieldUse(fields, false);
    const areTextLines = beginsLinesOfTexts(head.text);
    const areTexts = areTextLines || beginsListOfTexts(head.text);
    const place = areTextLines ? LINES : (placeOfPosts(head.text, fields) ?? placeOfAny(head.text));
    const toPost = (value: Json, around: readonly JsonObject[] = []): Outcome => {
      if (isObject(value)) return genericPost(value, use, around);
      if (!areTexts) return { broken: 'expected an object, found none' };
      return typeof value === 'string' ? { text: value } : { broken: 'expected a text, found none' };
    };
    const reader =
      place === LINES
        ? readJsonLines(sink, request, (value) => toPost(value))
        : readJsonValues(sink, request, {
            paths: [place, ...listsBeside(place)],
            toPost(value, context) {
              if (isElsewhere(context, place))
                return isObject(value) && hasText(value, fields) ? toPost(value, context.around) : undefined;
              return toPost(value, context.around);
            },
          });
    return { ...reader, fields: use.facts };
  },
};

/** Stands for a record a line, in place of a path. */
const LINES = Symbol('lines');

/** Where most records are like posts: a path, or one a line; null where nothing is. What lists hold within goes last. */
function placeOfPosts(text: string, fields: FieldNames): string | typeof LINES | null {
  if (areLines(text)) return likenessIn(text.split('\n', LOOKED_AT), fields) === null ? null : LINES;
  const lists = /^\s*[{[]/.test(text) ? listsOfObjects(text) : [];
  const hasTexts = ({ objects }: FoundList) => parsed(objects).some((record) => hasText(record, fields));
  return likestOf(lists, fields) ?? likestOf(listsWithin(lists).filter(hasTexts), fields);
}

/** The path of the list that is most like one of posts. */
function likestOf(lists: readonly FoundList[], fields: FieldNames): string | null {
  let best: { path: string; likeness: number } | null = null;
  for (const { path, objects } of lists) {
    const likeness = likenessIn(objects, fields);
    if (likeness !== null && likeness < (best?.likeness ?? Number.POSITIVE_INFINITY))
      best = { path, likeness };
  }
  return best?.path ?? null;
}

/** Where records are where none of the first is like a post: a document without an array is a record itself. */
function placeOfAny(text: string): string | typeof LINES {
  if (areLines(text)) return LINES;
  return /^\s*\[/.test(text) || isHollow(text) ? '[]' : '';
}

/** Whether a record is in another list than those by which `place` was chosen: such lists may hold anything. */
function isElsewhere({ keys }: JsonContext, place: string): boolean {
  const list = keys.slice(0, -1);
  const chosen = patternOf(place).slice(0, -1);
  return list.length !== chosen.length || chosen.some((key, at) => key !== '*' && key !== list[at]);
}

/** More records than these need not be looked at. */
const LOOKED_AT = 20;

/** A document on one line looks like a line of JSON: what it holds tells where its records are. */
function areLines(text: string): boolean {
  return looksLikeJsonLines(text) && text.trim().includes('\n');
}

function likenessIn(records: readonly string[], fields: FieldNames): number | null {
  const all = parsed(records).map((record) => likenessOf(record, fields));
  const some = all.filter((likeness) => likeness !== null);
  return some.length === 0 ? null : some.reduce((least, one) => Math.min(least, one));
}

/** Those in arrays first: what is around them is rarely a record. */
function objectsIn(text: string): JsonObject[] {
  if (areLines(text)) return parsed(text.split('\n', LOOKED_AT));
  const lists = listsOfObjects(text).toSorted(
    (one, other) => Number(one.path === '') - Number(other.path === ''),
  );
  return lists.flatMap(({ objects }) => parsed(objects));
}

function parsed(records: readonly string[]): JsonObject[] {
  return records.map((record) => parseJson(record).value).filter(isObject);
}

/** No record is so deep. */
const DEEPEST = 4;

/** Paths of the strings in `record`. */
function textPaths(record: JsonObject, prefix = '', depth = 0): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (typeof value === 'string') return [prefix + key];
    return isObject(value) && depth < DEEPEST ? textPaths(value, `${prefix}${key}.`, depth + 1) : [];
  });
}

/** Whether the whole of `text` is JSON and says nothing: `[]`, `{"messages": []}`. */
function isHollow(text: string): boolean {
  const isBare = /^[\s{}[\],:]*$/.test(text.replace(/"[^"\\]{0,100}"\s*:/g, ''));
  return isBare && parseJson(text).broken === null;
}
