/** Entries of the report as JSON, in pieces: one block may have more places than memory holds, one cluster more members. */
import { hasFields } from './has-fields.js';
import type { JsonBytes } from './json-bytes.js';
import { isSequence } from './sequence.js';

/** Writes an object; `before` are fields to stand before its own. Its lists are walked once, and none is ever whole. */
export function* writeEntry(json: JsonBytes, entry: object, before: object = {}): Generator<Buffer> {
  json.add('{');
  let isFirst = true;
  for (const fields of [before, entry]) {
    if (!hasFields(fields)) continue;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      json.name(name, isFirst);
      if (isSequence(value)) yield* writeList(json, value);
      else json.value(value);
      isFirst = false;
    }
  }
  json.add('}');
}

function* writeList(json: JsonBytes, values: Iterable<unknown>): Generator<Buffer> {
  json.add('[');
  let isFirst = true;
  for (const value of values) {
    if (!isFirst) json.add(',');
    json.value(value);
    if (json.isFull) yield json.take();
    isFirst = false;
  }
  json.add(']');
}
