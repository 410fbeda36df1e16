/** Reads what will be asked for before it is asked for, batch by batch, so that the reads of a batch are one sweep. */
import type { ReadAhead, Span } from '../model.js';
import { SpanList } from './span-list.js';
import { createSweep, type FindSpan, type ReadAt } from './sweep-spans.js';

/** Reads ahead, and finds what is held of it. */
export interface AheadReader {
  readonly ahead: ReadAhead;
  readonly find: FindSpan;
}

/** Each walk holds its batch for itself, as one may be walked while another is. */
export function createAheadReader(readAt: ReadAt): AheadReader {
  const held = new Map<symbol, FindSpan>();
  return {
    *ahead(items, spansOf) {
      const walk = Symbol();
      const spans = new SpanList();
      const sweep = createSweep(readAt);
      try {
        for (const batch of batches(items, spansOf, spans)) {
          spans.sort();
          held.set(walk, sweep(spans));
          yield* batch;
          held.delete(walk);
          spans.clear();
        }
      } finally {
        held.delete(walk);
      }
    },
    find(dump, start, length) {
      for (const find of held.values()) {
        const found = find(dump, start, length);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/** Items whose spans fill `spans`. Of one item that has more of them than that, only the first are read ahead. */
function* batches<Item>(
  items: Iterable<Item>,
  spansOf: (item: Item) => Iterable<Span>,
  spans: SpanList,
): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    for (const span of spansOf(item)) {
      spans.add(span);
      if (spans.full) break;
    }
    if (!spans.full) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
