// Promises: what is read ahead is what would be read at once, whatever the order, the number of dumps and the size of
// the batches; walks within walks do not disturb one another; and a dump that was cut short meanwhile is told.

import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Span, WantSpan } from '../src/model.js';
import { orderSpans } from '../src/read/again/order-spans.js';
import { openReread, type Place } from '../src/read/again/reread.js';
import { createSpool } from '../src/read/again/spool.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

const KIB = 1024;
const upTo = randomFrom(7);

/** Bytes that tell where they stand. */
function patterned(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7 + seed) & 0xff);
}

/** Two files and a part of the spool as dumps 0 to 2, and their bytes. */
async function openDumps() {
  const files = { '0.txt': patterned(3_000 * KIB, 1), '1.txt': patterned(40 * KIB, 2) };
  const spooled = patterned(700 * KIB, 3);
  const folder = await tempFolder(files);
  const spool = createSpool();
  onTestFinished(() => spool.close());
  spool.append(patterned(100, 4));
  spool.append(spooled);
  const places = Object.keys(files).map((path): Place => ({ kind: 'file', path, file: join(folder, path) }));
  places.push({ kind: 'spool', path: '2.txt', start: 100 });
  const dumps = [...Object.values(files), spooled];
  return { dumps, folder, reread: openReread({ places, spool: spool.descriptor }) };
}

type OpenDumps = Awaited<ReturnType<typeof openDumps>>;

function randomSpans(dumps: readonly Uint8Array[], count: number, longest: number): Span[] {
  return Array.from({ length: count }, () => {
    const dump = upTo(dumps.length);
    const start = upTo(dumps[dump]?.length ?? 0);
    const length = Math.min(upTo(longest), (dumps[dump]?.length ?? 0) - start);
    return { dump, start, length };
  });
}

const bytesAt = (dumps: readonly Uint8Array[], { dump, start, length }: Span) =>
  dumps[dump]?.subarray(start, start + length) ?? new Uint8Array();

/** The spans in which `read` gives something else than the dump has. */
function wrongSpans({ dumps, reread }: OpenDumps, spans: Iterable<Span>): Span[] {
  return [...spans].filter(
    (span) => Buffer.compare(reread.read(span.dump, span.start, span.length), bytesAt(dumps, span)) !== 0,
  );
}

const wantOne = (span: Span, want: WantSpan) => want(span.dump, span.start, span.length);
const wantAll = (spans: readonly Span[], want: WantSpan) => {
  for (const span of spans) wantOne(span, want);
};

describe('spans read ahead', () => {
  it.each([
    ['many small ones', 150_000, 200],
    ['some larger than a window', 100, 600 * KIB],
    ['more bytes than a batch holds', 60, 3_000 * KIB],
  ])('are the bytes of the dump: %s', async (_, count, longest) => {
    const open = await openDumps();
    const spans = randomSpans(open.dumps, count, longest);
    const walked: Span[] = [];
    for (const span of open.reread.ahead(spans, wantOne)) {
      walked.push(span);
      if (wrongSpans(open, [span]).length > 0) expect(span).toBe('as the dump has it');
    }
    const areTheSpans = (others: readonly Span[]) =>
      others.length === count && others.every((span, at) => span === spans[at]);
    expect(areTheSpans(walked)).toBe(true);
    const inTurn: Span[] = [];
    open.reread.inTurn(spans, wantOne, (span, next) => {
      inTurn.push(span);
      const bytes = next() ?? open.reread.read(span.dump, span.start, span.length);
      if (Buffer.compare(bytes, bytesAt(open.dumps, span)) !== 0) expect(span).toBe('as the dump has it');
    });
    expect(areTheSpans(inTurn)).toBe(true);
    open.reread.close();
  });

  it('may be fewer than an item needs, or none', async () => {
    const open = await openDumps();
    const items = [0, 70_000, 3].map((count) => randomSpans(open.dumps, count, 20));
    const walked = [...open.reread.ahead(items, wantAll)];
    expect(walked).toEqual(items);
    for (const spans of open.reread.ahead(items, wantAll)) {
      expect(wrongSpans(open, [...spans, ...randomSpans(open.dumps, 50, 50)])).toEqual([]);
    }
    open.reread.inTurn(items, wantAll, (spans, next) => {
      const taken = spans.map((span) => next() ?? bytesAt(open.dumps, span));
      expect(Buffer.concat(taken).equals(Buffer.concat(spans.map((span) => bytesAt(open.dumps, span))))).toBe(
        true,
      );
    });
    open.reread.close();
  });

  it('stay at hand while others are walked', async () => {
    const open = await openDumps();
    const ahead = (spans: readonly Span[]) => open.reread.ahead(spans, wantOne);
    for (const outer of ahead(randomSpans(open.dumps, 20, 2_000))) {
      const before = open.reread.read(outer.dump, outer.start, outer.length);
      expect(wrongSpans(open, ahead(randomSpans(open.dumps, 20, 2_000)))).toEqual([]);
      for (const _ of ahead(randomSpans(open.dumps, 20, 2_000))) break;
      expect(before).toEqual(bytesAt(open.dumps, outer));
    }
    open.reread.close();
  });

  it('that are no longer there are told when they are asked for', async () => {
    const { dumps, folder, reread } = await openDumps();
    const kept = { dump: 0, start: 900, length: 100 };
    const lost = { dump: 0, start: 950, length: 100 };
    const gone = { dump: 0, start: 5_000, length: 10 };
    truncateSync(join(folder, '0.txt'), 1_000);
    const read = (span: Span) => reread.read(span.dump, span.start, span.length);
    const walked: Span[] = [];
    for (const span of reread.ahead([kept, lost, gone], wantOne)) {
      if (span === kept) expect(read(span)).toEqual(bytesAt(dumps, span));
      else expect(() => read(span)).toThrow(/0\.txt changed while it was read/);
      walked.push(span);
    }
    expect(walked).toEqual([kept, lost, gone]);
    reread.inTurn([kept, lost], wantOne, (_, next) => expect(next()).toBeNull());
    reread.close();
  });
});

it('spans are ordered as comparing them orders them, wherever they stand in dumps of whatever size', () => {
  const place = fc.record({
    dump: fc.oneof(fc.nat(3), fc.nat(2 ** 32 - 1)),
    start: fc.oneof(fc.nat(10), fc.nat(), fc.maxSafeNat()),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 50 }), (places) => {
      const byPlace = (a: number, b: number) =>
        (places[a]?.dump ?? 0) - (places[b]?.dump ?? 0) || (places[a]?.start ?? 0) - (places[b]?.start ?? 0);
      const order = orderSpans({
        rows: places.length,
        dump: Uint32Array.from(places, ({ dump }) => dump),
        start: Float64Array.from(places, ({ start }) => start),
      });
      expect([...order]).toEqual([...places.keys()].sort(byPlace));
    }),
  );
});
