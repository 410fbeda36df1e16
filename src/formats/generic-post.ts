/** A record of no fixed kind → a post, by the names of its fields. */
import type { FieldKind, ForwardedFrom, PostRecord, Source } from '../model.js';
import { type FieldUse, tellNames } from './field-use.js';
import type { FieldNames, Outcome } from './format.js';
import { type Field, fieldsIn, keysOfNames, nameOf, textFieldOf, unwrapped } from './generic-fields.js';
import { rankOf } from './generic-names.js';
import { datedBy } from './syntax/any-date.js';
import { isObject, type Json, type JsonObject, textAt } from './syntax/json.js';
import { withoutRepost } from './x-text.js';

/**
 * Takes the fields that `use` was told of, names that are known otherwise; what is of another kind there is ignored. `around` is
 * what encloses the record, from the root on.
 */
export function genericPost(record: JsonObject, use: FieldUse, around: readonly JsonObject[] = []): Outcome {
  const found = textFieldOf(record, use.told);
  const post = found === null ? unwrapped(record, use.told) : record;
  if (post !== record) return genericPost(post, use, around);
  use.see(record);
  if (found === null) return { broken: noText(record, use.told) };
  use.take('text', found.name);
  const source = firstOf(record, 'source', { use, read: sourceIn }) ?? sourceAround(around, use);
  const author = textAt(record, 'author');
  const said = withoutRepost(found.text);
  const forward = forwardOf(record, use);
  return {
    text: said.text,
    id: firstOf(record, 'id', { use, read: idIn }),
    ...dateOf(record, use),
    source,
    author: author === source?.name ? undefined : author,
    forward: said.handle === undefined || forward?.name !== undefined ? forward : { handle: said.handle },
    link: ['url', 'link', 'permalink', 'URL', 'post_url', 'tweet_url']
      .map((key) => textAt(record, key))
      .find(isLink),
  };
}

function noText(record: JsonObject, told: FieldNames): string {
  const found = tellNames(Object.keys(record));
  return told.text === undefined
    ? `expected a text field (text, message, body …) or --text-field, found ${found}`
    : `expected the text field ${told.text}, found ${found}`;
}

/** What the first field gives that has any. */
function firstOf<T>(
  record: JsonObject,
  what: FieldKind,
  of: { use: FieldUse; read: (field: Field, isTold: boolean) => T | undefined },
): T | undefined {
  const isTold = of.use.told[what] !== undefined;
  for (const field of fieldsIn(record, what, of.use.told)) {
    const read = of.read(field, isTold);
    if (read === undefined) continue;
    of.use.take(what, field.name);
    return read;
  }
  return undefined;
}

function idIn({ value }: Field): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function sourceIn({ name, value }: Field, isTold: boolean): Source | undefined {
  return !isTold && /^source$/i.test(name) && isOrigin(value) ? undefined : nameOf(value);
}

/**
 * The chat or channel that a list of posts is said to be of; one of many is called by its name. Who exported them, and with what,
 * may stand there, too.
 */
function sourceAround(around: readonly JsonObject[], use: FieldUse): Source | undefined {
  const chat = around.at(-2);
  if (chat === undefined) return undefined;
  // Names of places go before those of people.
  const people = rankOf('username', 'source') ?? 0;
  const isPlace = ({ name }: Field) => (rankOf(name, 'source') ?? people) < people;
  const read = (field: Field, isTold: boolean) =>
    isTold || isPlace(field) ? nameOf(field.value) : undefined;
  const found = firstOf(chat, 'source', { use, read });
  const key = around.length > 2 ? keysOfNames.find((name) => textAt(chat, name) !== undefined) : undefined;
  if (found !== undefined || key === undefined) return found;
  use.take('source', key);
  return nameOf(chat);
}

/** What a field called `source` may say in place of who posted: a link, or the app that was used. */
function isOrigin(value: Json): boolean {
  return typeof value === 'string' && /^(?:https?:\/\/|<a |Twitter (?:for|Web|Media) )/.test(value);
}

/** The first date that can be read; else how the first that is there is written. */
function dateOf(record: JsonObject, use: FieldUse): Pick<PostRecord, 'date' | 'dateText'> {
  let unread: string | undefined;
  for (const { name, value } of fieldsIn(record, 'date', use.told)) {
    const found = datedBy(value);
    if (found.date !== undefined || found.dateText !== undefined) use.take('date', name);
    if (found.date !== undefined) return found;
    unread ??= found.dateText;
  }
  return { dateText: unread };
}

/** A name says from whom; a yes says no more than that it is a forward. */
function forwardOf(record: JsonObject, use: FieldUse): ForwardedFrom | undefined {
  let forward: ForwardedFrom | undefined;
  for (const { name: field, value } of fieldsIn(record, 'forward', use.told)) {
    const from = Array.isArray(value) ? value[0] : value;
    if (from === undefined || isNo(from)) continue;
    use.take('forward', field);
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
