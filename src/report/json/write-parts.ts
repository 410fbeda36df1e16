/** Writes what a report is made of: what is written already, and its long lists. */

import type { LongLists } from '../long-lists.js';
import type { LongPart, ReportParts } from '../long-part.js';
import { JsonBytes } from './json-bytes.js';
import { ownMemory, type PieceMemory } from './piece-memory.js';
import { writeEntry } from './write-entry.js';

/** Writes the whole report, in pieces; those of long lists in `memory`. */
export function* writeParts(
  parts: ReportParts,
  lists: LongLists,
  memory: PieceMemory = ownMemory,
): Generator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part;
    else yield* writeEntries(new JsonBytes(memory), lists, part, { from: 0, end: part.length });
  }
}

/** Writes the entries `[from, end)` of a long list, in pieces. */
export function* writeEntries(
  json: JsonBytes,
  lists: LongLists,
  part: LongPart,
  { from, end }: { from: number; end: number },
): Generator<Uint8Array> {
  let before = from === 0 ? '' : part.between;
  for (const entry of lists[part.list].part(from, end)) {
    json.add(before);
    yield* writeEntry(json, entry, part.opening);
    before = part.between;
  }
  yield json.take();
}
