/** Names that fields of posts go by in files of no fixed kind, the most telling first, and ways to find them. */
import type { FieldNames } from './format.js';
import { isObject, type Json, type JsonObject, textAt, valueAt } from './syntax/json.js';

/** By what they hold. */
export const knownFields = {
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
} as const;

/** Fields of `record` that may hold `what`, in order; where the user named one, that one alone. */
export function* valuesOf(record: JsonObject, what: keyof FieldNames, fields: FieldNames): Generator<Json> {
  const told = fields[what];
  for (const name of told === undefined ? knownFields[what] : [told]) {
    const value = valueAt(record, name);
    if (value !== undefined) yield value;
  }
}

/** The text of `record`; empty where its field is; null where it has no such field. */
export function textOf(record: JsonObject, fields: FieldNames): string | null {
  const told = fields.text;
  let empty: string | null = null;
  for (const name of told === undefined ? knownFields.text : [told]) {
    const value = valueAt(record, name);
    if (typeof value === 'string' && value !== '') return titled(record, name, value);
    if (value === '' || value === null) empty ??= titled(record, name, '');
  }
  return empty;
}

/** Submissions say half in the title. */
function titled(record: JsonObject, name: string, text: string): string {
  const title = name === 'selftext' || name === 'body' ? textAt(record, 'title') : undefined;
  return [title ?? '', text].filter((part) => part !== '').join('\n\n');
}

/** Whether one of `columns` is known to hold text, or is the one that the user named. */
export function hasTextField(columns: ReadonlySet<string>, fields: FieldNames): boolean {
  if (fields.text !== undefined) return columns.has(fields.text);
  return knownFields.text.some((name) => columns.has(name));
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
