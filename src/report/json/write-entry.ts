/** Entries of the report as JSON, in pieces: one block may have more places than memory holds, one cluster more members. */

import { isSequence } from '../sequence.js';
import { hasFields } from './has-fields.js';
import type { JsonBytes } from './json-bytes.js';

/** A list of more values than that is written in pieces; so few are held whole, be each of them as large as a record. */
const MOST_AT_ONCE = 16;
const nothing: readonly Buffer[] = [];

/**
 * Writes an object, and gives the pieces that are full by then: walk them before anything else is written. `opening` are
 * its brace and the fields that stand before its own. Its lists are walked once, and no long one is ever whole.
 */
export function writeEntry(json: JsonBytes, entry: object, opening = '{'): Iterable<Buffer> {
  if (hasLongList(entry)) return writeInPieces(json, entry, opening);
  json.object(entry, opening);
  return json.isFull ? [json.take()] : nothing;
}

function hasLongList(entry: object): boolean {
  if (!hasFields(entry)) return false;
  for (const name in entry) {
    const value = entry[name];
    if (typeof value === 'object' && isSequence(value) && value.length > MOST_AT_ONCE) return true;
  }
  return false;
}

function* writeInPieces(json: JsonBytes, entry: object, opening: string): Generator<Buffer> {
  if (!hasFields(entry)) return;
  json.add(opening);
  let isFirst = true;
  for (const name in entry) {
    const value = entry[name];
    if (value === undefined) continue;
    json.name(name, isFirst);
    if (isSequence(value)) yield* writeList(json, value);
    else json.value(value);
    isFirst = false;
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
