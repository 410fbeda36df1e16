/** Reads what will be asked for before it is asked for, batch by batch, so that the reads of a batch are one sweep. */
import type { ReadAhead, Span } from '../model.js';
import { createSweep, type FindSpan, type ReadAt } from './sweep-spans.js';

/** Bytes of a batch (one span more, as it may be) and spans: the more, the nearer they stand to one another. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_SPANS = 1 << 16;

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
      const sweep = createSweep(readAt);
      try {
        for (const { batch, spans } of batches(items, spansOf)) {
          held.set(walk, sweep(spans));
          yield* batch;
          held.delete(walk);
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

/** Items and their spans. Of one item that has more of them than a batch holds, only the first are read ahead. */
function* batches<Item>(
  items: Iterable<Item>,
  spansOf: (item: Item) => Iterable<Span>,
): Generator<{ batch: readonly Item[]; spans: readonly Span[] }> {
  let batch: Item[] = [];
  let spans: Span[] = [];
  let bytes = 0;
  for (const item of items) {
    batch.push(item);
    for (const span of spansOf(item)) {
      spans.push(span);
      bytes += span.length;
      if (spans.length === MOST_SPANS || bytes >= MOST_BYTES) break;
    }
    if (spans.length < MOST_SPANS && bytes < MOST_BYTES) continue;
    yield { batch, spans };
    batch = [];
    spans = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { batch, spans };
}
