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

/** The place of each name among its kind: as it is, with a capital letter, or in capital letters, as spreadsheets have it. */
const ranks: Readonly<Record<keyof FieldNames, ReadonlyMap<string, number>>> = {
  text: ranksOf(names.text),
  id: ranksOf(names.id),
  date: ranksOf(names.date),
  source: ranksOf(names.source),
  forward: ranksOf(names.forward),
};

function ranksOf(known: readonly string[]): ReadonlyMap<string, number> {
  const ranked = new Map<string, number>();
  for (const name of known) {
    const written = [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()];
    for (const one of written) if (!ranked.has(one)) ranked.set(one, ranked.size);
  }
  return ranked;
}

/** Whether a field of that name is known to hold `what`. */
export function isKnown(name: string, what: keyof FieldNames): boolean {
  return ranks[what].has(name);
}

/** Names of fields of `record` that may hold `what`, in order; where the user named one, that one alone. */
function namesIn(record: JsonObject, what: keyof FieldNames, fields: FieldNames): readonly string[] {
  const told = fields[what];
  if (told !== undefined) return [told];
  const ranked = ranks[what];
  // Records have fewer fields than there are names.
  const found = Object.keys(record).filter((name) => ranked.has(name));
  return found.length < 2
    ? found
    : found.sort((one, other) => (ranked.get(one) ?? 0) - (ranked.get(other) ?? 0));
}

/** What stands in those fields. */
export function valuesOf(record: JsonObject, what: keyof FieldNames, fields: FieldNames): Json[] {
  return namesIn(record, what, fields)
    .map((name) => valueAt(record, name))
    .filter((value) => value !== undefined);
}

/** The name of the field that holds the text of `record`, be it empty; null where it has no such field. */
function textFieldOf(record: JsonObject, fields: FieldNames): string | null {
  let empty: string | null = null;
  for (const name of namesIn(record, 'text', fields)) {
    const value = valueAt(record, name);
    if (typeof value === 'string' && value !== '') return name;
    if (value === '' || value === null) empty ??= name;
  }
  return empty;
}

/** The text of `record`, be it empty; null where it has no field for one. */
export function textOf(record: JsonObject, fields: FieldNames): string | null {
  const name = textFieldOf(record, fields);
  const value = name === null ? undefined : valueAt(record, name);
  return name === null ? null : titled(record, name, typeof value === 'string' ? value : '');
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
  const kept = valuesOf(record, 'id', fields).length + valuesOf(record, 'date', fields).length > 0;
  if (!kept && name !== fields.text && /^description$/i.test(name)) return null;
  return 2 * (ranks.text.get(name) ?? 0) + (kept ? 0 : 1);
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
