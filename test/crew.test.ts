// Promises: a crew finds and writes what one thread does, byte for byte, however many threads it has and however the work is
// shared out; what another thread finds wrong is told as if this one had; a reader may leave early.

import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { createPagedColumns } from '../src/columns/paged-columns.js';
import { reviveColumns, shareColumns } from '../src/columns/share-columns.js';
import { valuesOf } from '../src/columns/values-of.js';
import { type Hasher, loadHasher } from '../src/fingerprint/load-hasher.js';
import { analyzeWithCrew, describeDumps } from '../src/make-report.js';
import { openReread } from '../src/read/again/reread.js';
import { allBlocks } from '../src/report/describe/listed-blocks.js';
import { writeParts } from '../src/report/json/write-parts.js';
import { jsonParts } from '../src/report/reporters/json-reporter.js';
import { ndjsonParts } from '../src/report/reporters/ndjson-reporter.js';
import type { ScannedDumps } from '../src/scan-dumps.js';
import { Crew } from '../src/threads/crew.js';
import { settings } from './build-posts.js';
import { scanTexts, type Texts } from './scan-texts.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

const honest = await loadHasher();
/** A hash of eight bits: some lines that differ have the same. */
const colliding: Hasher = {
  hash: (bytes) => honest.hash(bytes),
  get low() {
    return honest.low & 0xff;
  },
  high: 0,
  stream: () => honest.stream(),
};

/** Posts of a few lines, most of which stand in others too, one way or another. */
function writePosts(count: number): string {
  const random = randomFrom(11);
  const line = () => {
    const number = random(60);
    return [
      `Line ${number} is “quoted”, and long enough to count`,
      `Line ${number}  is "quoted", and long enough to count`,
    ][random(2)];
  };
  const post = (at: number) =>
    [
      `Ilse ${at % 7}, [0${1 + random(9)}.06.2025 10:00]`,
      line(),
      line(),
      `Seen by number ${random(400)}, the ferryman`,
      '',
    ].join('\n');
  return Array.from({ length: count }, (_, at) => post(at)).join('');
}

const how = { listed: allBlocks, once: true, fewFingerprints: false };

/** Scans texts that stand in files, so that all threads can read them. */
async function scanFiles(texts: Texts, hasher?: Hasher): Promise<{ scanned: ScannedDumps; folder: string }> {
  const folder = await tempFolder(texts);
  const places = Object.keys(texts).map(
    (path) => ({ kind: 'file', path, file: join(folder, path) }) as const,
  );
  const where = { places, spool: null };
  const reread = openReread(where);
  onTestFinished(reread.close);
  const scanned = scanTexts(texts, hasher === undefined ? {} : { hasher });
  return { scanned: { ...scanned, reading: { ...scanned.reading, texts: where, reread } }, folder };
}

/** A crew of so many threads that shares out little at a time. */
function crewOf({ reading }: ScannedDumps, threads: number): Crew {
  const crew = new Crew(reading.texts, threads, { blocks: 7, entries: 5, pieces: 2 });
  onTestFinished(() => crew.stop());
  return crew;
}

async function tell(scanned: ScannedDumps, crew: Crew | null): Promise<string> {
  const found = await analyzeWithCrew(crew, scanned, settings, how);
  crew?.know(found.analysis, found.seen);
  // Ids are hashes of fingerprints, and other threads have no hasher but the honest one.
  const { report } = describeDumps({ ...scanned, hasher: honest }, found);
  const told: Uint8Array[] = [];
  for (const parts of [jsonParts, ndjsonParts]) {
    const pieces =
      crew === null
        ? writeParts(parts(report), report.longLists)
        : crew.write(parts(report), report.longLists);
    for await (const piece of pieces) told.push(Buffer.from(piece));
  }
  return Buffer.concat(told).toString();
}

describe('a crew', () => {
  const texts = { 'one.txt': writePosts(300), 'two.txt': writePosts(200) };

  it.each([
    ['two threads', 2, undefined],
    ['four threads', 4, undefined],
    ['a hash that collides', 3, colliding],
  ])('tells what one thread does: %s', async (_, threads, hasher) => {
    const alone = await tell((await scanFiles(texts, hasher)).scanned, null);
    const { scanned } = await scanFiles(texts, hasher);
    expect((await tell(scanned, crewOf(scanned, threads))) === alone).toBe(true);
    expect(JSON.parse(alone.slice(0, alone.indexOf('\n}\n') + 2)).blocks.length).toBeGreaterThan(100);
  });

  it('tells what is wrong with a dump, whichever thread reads it', async () => {
    const { scanned, folder } = await scanFiles(texts);
    await truncate(join(folder, 'one.txt'), 1000);
    const telling = tell(scanned, crewOf(scanned, 2));
    await expect(telling).rejects.toMatchObject({
      name: 'UserError',
      message: /^one\.txt changed while it was read/,
    });
  });

  it('lets a reader go who has read enough, though threads wait for room', async () => {
    const { scanned } = await scanFiles(texts);
    const crew = crewOf(scanned, 3);
    const found = await analyzeWithCrew(crew, scanned, settings, how);
    crew.know(found.analysis, found.seen);
    const { report } = describeDumps(scanned, found);
    for await (const piece of crew.write(jsonParts(report), report.longLists)) if (piece.length > 0) break;
    expect(crew.isFree).toBe(false);
    const alone = [...writeParts(ndjsonParts(report), report.longLists)].join('');
    const other = await scanFiles(texts);
    expect(alone === (await tell(other.scanned, null)).slice(-alone.length)).toBe(true);
    await crew.stop();
  });
});

describe('columns that are shared', () => {
  const { uint8, uint16, uint32, float64, near, rising } = createMemoryColumns();

  it('are the same in another thread, and written for both', () => {
    const made = [uint8(0), uint16(0), uint32(0), float64(0), near(0), rising(0)];
    for (let row = 0; row < 5000; row++) {
      for (const column of made) column.set(row, row % 200 === 7 ? 60_000 * row : row);
    }
    const sent = shareColumns({
      deep: Object.fromEntries(made.entries()),
      list: [1],
      map: new Map([[1, 2]]),
    });
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(sent);
    const { deep, list, map } = reviveColumns(receiveMessageOnPort(port2)?.message);
    port1.close();
    expect([list, map]).toEqual([[1], new Map([[1, 2]])]);
    for (const [at, column] of made.entries()) {
      const other = deep[at];
      other?.set(3, 99);
      expect(other?.length).toBe(5000);
      expect([...valuesOf(column)]).toEqual([...valuesOf(other ?? uint8(0))]);
      expect(column.at(3)).toBe(99);
    }
  });

  it('stand in memory: what goes to a file cannot be', () => {
    const file = { read: () => {}, write: () => {} };
    expect(() => shareColumns({ column: createPagedColumns(file, 0).uint8(9) })).toThrow(
      'found one of another kind',
    );
  });
});
