/** Ways to the fields of posts in files of no fixed kind: where the user says that they are, else by their names. */
import type { FieldKind } from '../model.js';
import type { FieldNames } from './format.js';
import { rankOf } from './generic-names.js';
import { isObject, type Json, type JsonObject, textAt, valueAt } from './syntax/json.js';

/** A field of a record. */
export interface Field {
  readonly name: string;
  readonly value: Json;
}

/** Names of fields of `record` that may hold `what`, in order; where the user named one, that one alone. */
function namesIn(record: JsonObject, what: FieldKind, told: FieldNames): readonly string[] {
  const name = told[what];
  if (name !== undefined) return [name];
  // Records have fewer fields than there are names.
  const found = Object.keys(record).filter((key) => rankOf(key, what) !== undefined);
  return found.length < 2
    ? found
    : found.sort((one, other) => (rankOf(one, what) ?? 0) - (rankOf(other, what) ?? 0));
}

/** Those that are there, with what stands in them. */
export function fieldsIn(record: JsonObject, what: FieldKind, told: FieldNames): Field[] {
  return namesIn(record, what, told).flatMap((name) => {
    const value = plain(valueAt(record, name));
    return value === undefined ? [] : { name, value };
  });
}

/** What a database writes with its type is no object: `{"$date": "2025-05-30T10:00:00Z"}`, `{"$numberLong": "5"}`. */
function plain(value: Json | undefined): Json | undefined {
  if (!isObject(value)) return value;
  const [key = '', ...others] = Object.keys(value);
  return key.startsWith('$') && others.length === 0 ? plain(value[key]) : value;
}

/** What records that wrap a post hold it under. */
const wrappers = 'data _source node snippet topLevelComment caption message post tweet comment'.split(' ');

/**
 * `record`, and where it has no text, what stands in the part of it that has one, too: a database or a collector wraps posts,
 * `{"_index": "posts", "_source": {"text": …}}`.
 */
export function unwrapped(record: JsonObject, told: FieldNames): JsonObject {
  const parts = partsAround(record, told);
  return parts.length < 2
    ? record
    : Object.fromEntries(parts.reverse().flatMap((part) => Object.entries(part)));
}

/** The part of `record` that has a text, and what is around it, up to `record`; nothing where none has. */
function partsAround(record: JsonObject, told: FieldNames): JsonObject[] {
  if (textFieldOf(record, told) !== null) return [record];
  for (const key of wrappers) {
    const part = record[key];
    const parts = isObject(part) ? partsAround(part, told) : [];
    if (parts.length === 0) continue;
    parts.push(record);
    return parts;
  }
  return [];
}

/** The field that holds the text of `record`, be it empty; null where it has none. */
export function textFieldOf(record: JsonObject, told: FieldNames): { name: string; text: string } | null {
  let empty: string | null = null;
  for (const name of namesIn(record, 'text', told)) {
    const value = valueAt(record, name);
    if (typeof value === 'string' && value !== '') return { name, text: titled(record, name, value) };
    if (value === '' || value === null) empty ??= name;
  }
  return empty === null ? null : { name: empty, text: titled(record, empty, '') };
}

/** Submissions say half in the title, in whatever letters the table has its names. */
function titled(record: JsonObject, name: string, text: string): string {
  if (!/^(?:selftext|body)$/i.test(name)) return text;
  const title = Object.keys(record).find((key) => /^title$/i.test(key)) ?? 'title';
  return [textAt(record, title) ?? '', text].filter((part) => part !== '').join('\n\n');
}

/**
 * How much `record` is like a post, the least for the most; null where it has no text. A text goes by its name, and
 * before one that has neither an id nor a date goes one that has; a mere description has to have them, and so has what
 * wraps a post, which comes last.
 */
export function likenessOf(record: JsonObject, told: FieldNames): number | null {
  const post = unwrapped(record, told);
  const name = textFieldOf(post, told)?.name;
  if (name === undefined) return null;
  const kept = fieldsIn(post, 'id', told).length + fieldsIn(post, 'date', told).length > 0;
  if (!kept && (post !== record || isDescription(name, told))) return null;
  return 2 * (rankOf(name, 'text') ?? 0) + (kept ? 0 : 1) + (post === record ? 0 : WRAPPED);
}

/** There are not so many names. */
const WRAPPED = 1000;

/** Whether `record` has a text, and no mere description of something. */
export function hasText(record: JsonObject, told: FieldNames): boolean {
  const name = textFieldOf(unwrapped(record, told), told)?.name;
  return name !== undefined && !isDescription(name, told);
}

function isDescription(name: string, told: FieldNames): boolean {
  return name !== told.text && /^(?:description|summary)$/i.test(name);
}

/** Keys that the name of a chat or of a person stands under. */
export const keysOfNames = 'title name username screen_name userName displayname nickname uniqueId'.split(
  ' ',
);

/** Whether an object of Python was printed in place of a name: `{'_': 'PeerUser', …}`, `PeerUser(user_id=5)`. */
function isPrinted(text: string): boolean {
  return /^(?:\{[^:]*:.*\}|\w+\(\w+=.*\))$/s.test(text);
}

/** A name, or an object that has one. */
export function nameOf(value: Json): { id?: string | undefined; name?: string | undefined } | undefined {
  if (typeof value === 'string' && value !== '') return isPrinted(value) ? undefined : { name: value };
  if (typeof value === 'number') return { name: String(value) };
  if (!isObject(value)) return undefined;
  const name = keysOfNames.map((key) => textAt(value, key)).find((text) => text !== undefined);
  const id = textAt(value, 'id');
  return name === undefined && id === undefined ? undefined : { id, name };
}
