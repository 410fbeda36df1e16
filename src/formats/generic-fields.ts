/** Names that fields of posts go by in files of no fixed kind, the most telling first, and ways to find them. */
import type { FieldNames } from './format.js';
import { isObject, type Json, type JsonObject, textAt, valueAt } from './syntax/json.js';

/** By what they hold. */
const names = {
  text: [
    'text',
    'message',
    'body',
    'content',
    'full_text',
    'caption',
    'selftext',
    'Message',
    'Content',
    'description',
  ],
  id: ['id', 'message_id', 'msg_id', 'post_id', 'uri', 'url', 'ts'],
  date: [
    'date',
    'timestamp',
    'created_at',
    'createdAt',
    'created_utc',
    'date_unixtime',
    'unix_timestamp',
    'Post Created',
    'ts',
  ],
  source: ['channel', 'channel_name', 'chat', 'thread_id', 'username', 'author', 'from', 'Page Name'],
  forward: [
    'forwarded_from',
    'fwd_from',
    'forward_from_chat',
    'forward_info',
    'author_forwarded_from_name',
    'forwarded',
    'reblog',
    'copy_history',
    'retweeted_user',
    'crosspost_parent',
    'is_forward',
  ],
};

/** Each of them as it is, with a capital letter, and in capital letters, as spreadsheets have them. */
export const knownFields: Readonly<Record<keyof FieldNames, readonly string[]>> = {
  text: inAnyCase(names.text),
  id: inAnyCase(names.id),
  date: inAnyCase(names.date),
  source: inAnyCase(names.source),
  forward: inAnyCase(names.forward),
};

function inAnyCase(known: readonly string[]): string[] {
  const all = known.flatMap((name) => [
    name,
    name.charAt(0).toUpperCase() + name.slice(1),
    name.toUpperCase(),
  ]);
  return [...new Set(all)];
}

/** Fields of `record` that may hold `what`, in order; where the user named one, that one alone. */
export function* valuesOf(record: JsonObject, what: keyof FieldNames, fields: FieldNames): Generator<Json> {
  const told = fields[what];
  for (const name of told === undefined ? knownFields[what] : [told]) {
    const value = valueAt(record, name);
    if (value !== undefined) yield value;
  }
}

/** The name of the field that holds the text of `record`, be it empty; null where it has no such field. */
export function textFieldOf(record: JsonObject, fields: FieldNames): string | null {
  let empty: string | null = null;
  for (const name of textNames(fields)) {
    const value = valueAt(record, name);
    if (typeof value === 'string' && value !== '') return name;
    if (value === '' || value === null) empty ??= name;
  }
  return empty;
}

/** The text of `record`; null where it has none. */
export function textOf(record: JsonObject, fields: FieldNames): string | null {
  const name = textFieldOf(record, fields);
  const value = name === null ? undefined : valueAt(record, name);
  return name === null ? null : titled(record, name, typeof value === 'string' ? value : '');
}

function textNames(fields: FieldNames): readonly string[] {
  return fields.text === undefined ? knownFields.text : [fields.text];
}

/** Submissions say half in the title. */
function titled(record: JsonObject, name: string, text: string): string {
  const title = name === 'selftext' || name === 'body' ? textAt(record, 'title') : undefined;
  return [title ?? '', text].filter((part) => part !== '').join('\n\n');
}

/**
 * How much `record` is like a post, the least for the most; null where it has no text. A text goes by its name, and
 * before one that has neither an id nor a date goes one that has; a mere description has to have them.
 */
export function likenessOf(record: JsonObject, fields: FieldNames): number | null {
  const name = textFieldOf(record, fields);
  if (name === null) return null;
  const kept = [...valuesOf(record, 'id', fields), ...valuesOf(record, 'date', fields)].length > 0;
  if (!kept && name !== fields.text && /^description$/i.test(name)) return null;
  return 2 * textNames(fields).indexOf(name) + (kept ? 0 : 1);
}

/** So many names are told of fields that were found, and so much of each. */
const MOST_TOLD = 8;
const LONGEST_TOLD = 40;

/** Names of fields, as they are told to people. */
export function tellNames(found: readonly string[]): string {
  if (found.length === 0) return 'none';
  const told = found
    .slice(0, MOST_TOLD)
    .map((name) => (name.length > LONGEST_TOLD ? `${name.slice(0, LONGEST_TOLD)}…` : name));
  return told.join(', ') + (found.length > MOST_TOLD ? ' …' : '');
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
