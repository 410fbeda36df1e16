/** A record of no fixed kind → a post, by the names of its fields. */
import type { ForwardedFrom, PostDate, Source } from '../model.js';
import type { FieldNames, Outcome } from './format.js';
import { nameOf, tellNames, textOf, valuesOf } from './generic-fields.js';
import { anyDate } from './syntax/any-date.js';
import { isObject, type Json, type JsonObject, textAt } from './syntax/json.js';

/** Takes `fields` where they are named, names that are known otherwise; what is of another kind there is ignored. */
export function genericPost(record: JsonObject, fields: FieldNames): Outcome {
  const text = textOf(record, fields);
  if (text === null) return { broken: noText(record, fields) };
  const source = sourceOf(record, fields);
  const author = textAt(record, 'author');
  return {
    text,
    id: idOf(record, fields),
    date: dateOf(record, fields),
    source,
    author: author === source?.name ? undefined : author,
    forward: forwardOf(record, fields),
    link: ['url', 'link', 'permalink', 'URL'].map((key) => textAt(record, key)).find(isLink),
  };
}

function noText(record: JsonObject, fields: FieldNames): string {
  const found = tellNames(Object.keys(record));
  return fields.text === undefined
    ? `expected a text field (text, message, body …) or --text-field, found ${found}`
    : `expected the text field ${fields.text}, found ${found}`;
}

function idOf(record: JsonObject, fields: FieldNames): string | undefined {
  for (const value of valuesOf(record, 'id', fields)) {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function dateOf(record: JsonObject, fields: FieldNames): PostDate | undefined {
  for (const value of valuesOf(record, 'date', fields)) {
    const date = anyDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

function sourceOf(record: JsonObject, fields: FieldNames): Source | undefined {
  for (const value of valuesOf(record, 'source', fields)) {
    const source = nameOf(value);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** A name says from whom; a yes says no more than that it is a forward. */
function forwardOf(record: JsonObject, fields: FieldNames): ForwardedFrom | undefined {
  let forward: ForwardedFrom | undefined;
  for (const value of valuesOf(record, 'forward', fields)) {
    const from = Array.isArray(value) ? value[0] : value;
    if (from === undefined || isNo(from)) continue;
    const name = isYes(from) ? undefined : nameOf(from);
    if (name !== undefined) return name;
    forward ??= {};
  }
  return forward;
}

function isYes(value: Json): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes)$/i.test(value));
}

function isNo(value: Json): boolean {
  if (isObject(value)) return Object.keys(value).length === 0;
  return !value || (typeof value === 'string' && /^(?:0|false|no|none|null|nan)$/i.test(value));
}

function isLink(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//.test(text);
}
