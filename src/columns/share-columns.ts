/** Tables as messages to other threads: columns are shared, all else is copied. */
import type { Column, Numbers } from '../model.js';
import { columnOf } from './memory-columns.js';

/** What is sent in place of a column. */
interface SharedColumn {
  readonly shared: readonly Numbers[];
  readonly length: number;
}

/** Tables within tables, as they can be sent. Throws a TypeError for a column that other threads cannot see. */
export function shareColumns(value: unknown): unknown {
  if (isColumn(value)) {
    const shared = value.share();
    if (shared === null) throw new TypeError('Expected columns in memory, found one in pages');
    return { shared, length: value.length } satisfies SharedColumn;
  }
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shareColumns(field)]));
}

/** Puts columns in the place of what was sent of them, and gives back the message. They must not grow. */
export function reviveColumns<Message>(message: Message): Message {
  if (!isTable(message)) return message;
  for (const [name, field] of Object.entries(message)) {
    const column = isShared(field) ? columnOf(field.shared, field.length) : null;
    if (column === null) reviveColumns(field);
    else Reflect.set(message, name, column);
  }
  return message;
}

function isColumn(value: unknown): value is Column {
  return typeof value === 'object' && value !== null && 'share' in value;
}

function isShared(value: unknown): value is SharedColumn {
  return typeof value === 'object' && value !== null && 'shared' in value;
}

/** An object of fields: neither a list nor a map. */
function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
