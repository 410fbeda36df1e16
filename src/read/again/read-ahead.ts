/** Reads what will be asked for before it is asked for, batch by batch, so that the reads of a batch are one sweep. */
import type { ReadAhead, ReadInTurn, WantedBy } from '../../model.js';
import { SpanList } from './span-list.js';
import { createSweep, type FindSpan, type ReadAt, type Sweep } from './sweep-spans.js';

/** Reads ahead, and finds what is held of it. */
export interface AheadReader {
  readonly ahead: ReadAhead;
  readonly inTurn: ReadInTurn;
  readonly find: FindSpan;
}

/** What one walk reads with: some megabytes, which the next one has when it is over. */
interface WalkMemory {
  readonly spans: SpanList;
  readonly sweep: Sweep;
}

/** Each walk holds its batch for itself, as one may be walked while another is. */
export function createAheadReader(readAt: ReadAt): AheadReader {
  const held: FindSpan[] = [];
  const spare: WalkMemory[] = [];
  const takeMemory = (): WalkMemory => spare.pop() ?? { spans: new SpanList(), sweep: createSweep(readAt) };
  const giveMemory = (memory: WalkMemory): void => {
    memory.spans.clear();
    spare.push(memory);
  };
  const letGo = (find: FindSpan) => {
    if (held.includes(find)) held.splice(held.indexOf(find), 1);
  };
  return {
    *ahead(items, wantedBy) {
      const memory = takeMemory();
      const { spans, sweep } = memory;
      let find: FindSpan = () => null;
      try {
        for (const batch of batches(items, wantedBy, spans)) {
          spans.sort();
          find = sweep(spans).find;
          held.push(find);
          yield* batch;
          letGo(find);
          spans.clear();
        }
      } finally {
        letGo(find);
        giveMemory(memory);
      }
    },
    inTurn(items, wantedBy, take) {
      const memory = takeMemory();
      const { spans, sweep } = memory;
      for (const batch of batches(items, wantedBy, spans)) {
        spans.sort();
        const { bytesOf } = sweep(spans);
        let taken = 0;
        const next = () => bytesOf(taken++);
        for (const item of batch) take(item, next);
        spans.clear();
      }
      giveMemory(memory);
    },
    find(dump, start, length) {
      for (const find of held) {
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
  wantedBy: WantedBy<Item>,
  spans: SpanList,
): Generator<readonly Item[]> {
  let batch: Item[] = [];
  const want = (dump: number, start: number, length: number) => spans.add(dump, start, length);
  for (const item of items) {
    batch.push(item);
    wantedBy(item, want);
    if (!spans.full) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
