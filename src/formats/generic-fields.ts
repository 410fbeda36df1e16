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
    const value = valueAt(record, name);
    return value === undefined ? [] : { name, value };
  });
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
 * before one that has neither an id nor a date goes one that has; a mere description has to have them.
 */
export function likenessOf(record: JsonObject, told: FieldNames): number | null {
  const name = textFieldOf(record, told)?.name;
  if (name === undefined) return null;
  const kept = fieldsIn(record, 'id', told).length + fieldsIn(record, 'date', told).length > 0;
  if (!kept && isDescription(name, told)) return null;
  return 2 * (rankOf(name, 'text') ?? 0) + (kept ? 0 : 1);
}

/** Whether `record` has a text, and no mere description of something. */
export function hasText(record: JsonObject, told: FieldNames): boolean {
  const name = textFieldOf(record, told)?.name;
  return name !== undefined && !isDescription(name, told);
}

function isDescription(name: string, told: FieldNames): boolean {
  return name !== told.text && /^description$/i.test(name);
}

/** A name, or an object that has one. */
export function nameOf(value: Json): { id?: string | undefined; name?: string | undefined } | undefined {
  if (typeof value === 'string' && value !== '') return { name: value };
  if (typeof value === 'number') return { name: String(value) };
  if (!isObject(value)) return undefined;
  const name = textAt(value, 'title') ?? textAt(value, 'name') ?? textAt(value, 'username');
  const id = textAt(value, 'id');
  return name === undefined && id === undefined ? undefined : { id, name };
}
