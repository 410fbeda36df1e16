/** The part of a report that is one of its long lists: said, not written, so that whoever writes it may share the work. */
import { JsonBytes } from './json-bytes.js';
import type { LongLists } from './long-lists.js';
import { ownMemory, type PieceMemory } from './piece-memory.js';
import { writeEntry } from './write-entry.js';

/** How a long list stands in a report: as data, so that any thread can write some of its entries. */
export interface LongPart {
  readonly list: keyof LongLists;
  /** Its entries. */
  readonly length: number;
  /** The brace of each entry, and the fields to stand before its own. */
  readonly opening: string;
  /** What stands between two entries. */
  readonly between: string;
}

/** A report in order: what is written already, and long lists. */
export type ReportParts = Iterable<Buffer | LongPart>;

/** Writes the whole report, in pieces; those of long lists in `memory`. */
export function* writeParts(
  parts: ReportParts,
  lists: LongLists,
  memory: PieceMemory = ownMemory,
): Generator<Buffer> {
  for (const part of parts) {
    if (Buffer.isBuffer(part)) yield part;
    else yield* writeEntries(new JsonBytes(memory), lists, part, { from: 0, end: part.length });
  }
}

/** Writes the entries `[from, end)` of a long list, in pieces. */
export function* writeEntries(
  json: JsonBytes,
  lists: LongLists,
  part: LongPart,
  { from, end }: { from: number; end: number },
): Generator<Buffer> {
  let before = from === 0 ? '' : part.between;
  for (const entry of lists[part.list].part(from, end)) {
    json.add(before);
    yield* writeEntry(json, entry, part.opening);
    before = part.between;
  }
  yield json.take();
}
