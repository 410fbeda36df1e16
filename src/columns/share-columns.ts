/** Tables as messages to other threads: columns are shared, all else is copied. */
import type { Column, SharedColumn } from '../model.js';
import { columnOf } from './memory-columns.js';

/** Tables within tables, as they can be sent. Throws a TypeError for a column that other threads cannot see. */
export function shareColumns(value: unknown): unknown {
  if (isColumn(value)) {
    const shared = value.share();
    if (shared === null)
      throw new TypeError('Expected columns in memory that threads can share, found one of another kind');
    return shared;
  }
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shareColumns(field)]));
}

/** Puts columns in the place of what was sent of them, and gives back the message. */
export function reviveColumns<Message>(message: Message): Message {
  if (!isTable(message)) return message;
  for (const [name, field] of Object.entries(message)) {
    if (isShared(field)) Reflect.set(message, name, columnOf(field));
    else reviveColumns(field);
  }
  return message;
}

function isColumn(value: unknown): value is Column {
  return typeof value === 'object' && value !== null && 'share' in value;
}

function isShared(value: unknown): value is SharedColumn {
  return typeof value === 'object' && value !== null && 'parts' in value;
}

/** An object of fields: neither a list nor a map. */
function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
