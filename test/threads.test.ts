// Promises: a file scanned in ranges, by one thread or more, gives the rows that scanning it whole gives, wherever the
// ranges are cut: in a line, in a CRLF, in a character, between a header and the name under it.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { createLineMeter } from '../src/fingerprint/create-line-meter.js';
import { loadHasher } from '../src/fingerprint/load-hasher.js';
import { createKeyMaker } from '../src/normalize/key-maker.js';
import { createScanKernel } from '../src/scan-kernel.js';
import { createCueReader } from '../src/split/cues/read-cue.js';
import { createLineTable } from '../src/split/line-table.js';
import { createLineScanner } from '../src/split/scan-lines.js';
import { scanInThreads } from '../src/threads/scan-in-threads.js';
import { tempFolder } from './temp-folder.js';

const memoryColumns = createMemoryColumns();

const noCues = { start: null, end: null, separator: null, forwardPhrases: [] };
const meter = createLineMeter(createKeyMaker(), await loadHasher());
const kernel = createScanKernel(meter, noCues);

/** Everything a scan says, in columns: rows of a large table would take longer to compare than to scan. */
function told(table: ReturnType<typeof createLineTable>, scanned: object): object {
  const { rows, headers, spans, ...columns } = table.finish();
  const used = Object.entries(columns).map(([name, values]) => [
    name,
    hashed(Float64Array.from({ length: rows }, (_, row) => values.at(row))),
  ]);
  return {
    scanned,
    rows,
    headers: [...headers].sort(([a], [b]) => a - b),
    spans,
    columns: Object.fromEntries(used),
  };
}

/** Long columns are compared by their hash, as that takes no time. */
function hashed(values: Float64Array): string {
  return createHash('sha1').update(values).digest('hex');
}

function scanWhole(bytes: Buffer): object {
  const table = createLineTable(memoryColumns, 16);
  const scanner = createLineScanner({ table, meter, cues: createCueReader(noCues), kernel: null }, 0);
  const used = scanner.push(bytes, bytes.length);
  return told(table, scanner.end(bytes.subarray(used), bytes.length - used));
}

interface Ranges {
  readonly threads: number;
  readonly rangeBytes: number;
}

async function scanRanges(path: string, bytes: Buffer, { threads, rangeBytes }: Ranges): Promise<object> {
  writeFileSync(path, bytes);
  const handle = await open(path);
  try {
    const file = { descriptor: handle.fd, bytes: bytes.length };
    const table = createLineTable(memoryColumns, 16);
    const seen: Buffer[] = [];
    let progress = 0;
    const scanned = await scanInThreads(
      { file, textStart: 0, forwardPhrases: [] },
      { table, cues: createCueReader(noCues), meter, kernel, threads },
      {
        seen: (piece) => seen.push(Buffer.from(piece)),
        onBytes(count) {
          progress += count;
        },
      },
      rangeBytes,
    );
    expect(Buffer.concat(seen).equals(bytes)).toBe(true);
    expect(progress).toBe(bytes.length);
    return told(table, scanned);
  } finally {
    await handle.close();
  }
}

const line = fc.constantFrom(
  'a plain line of some words',
  'Ещё строка, где есть ё',
  '',
  ' ',
  'Forwarded from',
  'Forwarded from:',
  'Forwarded from Channel',
  'A name',
  'Имя: Канал',
  '中文',
  '***',
  '\f',
  '\fafter a form feed',
  'a\xff\xfeb',
  'x',
);
const lines = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n\n')), { maxLength: 12 });
const dump = lines.map((all) => Buffer.from(all.map((parts) => parts.join('')).join(''), 'utf8'));

describe('ranges of a file', () => {
  it('give the rows of the whole, wherever they are cut', async () => {
    const path = join(await tempFolder(), 'dump.txt');
    await fc.assert(
      fc.asyncProperty(dump, fc.integer({ min: 1, max: 60 }), async (bytes, rangeBytes) => {
        expect(await scanRanges(path, bytes, { threads: 1, rangeBytes })).toEqual(scanWhole(bytes));
      }),
      { numRuns: 150 },
    );
  });

  it('give them in two threads and three', async () => {
    const text = Array.from(
      { length: 40_000 },
      (_, at) => `Line ${at} of a dump, Строка\n${at % 7 ? '' : '\n'}`,
    );
    const bytes = Buffer.from(`${text.join('')}Forwarded from\nA name\n${'long '.repeat(100_000)}\nend`);
    const path = join(await tempFolder(), 'dump.txt');
    const whole = scanWhole(bytes);
    expect(await scanRanges(path, bytes, { threads: 2, rangeBytes: 50_000 })).toEqual(whole);
    expect(await scanRanges(path, bytes, { threads: 3, rangeBytes: 7_777 })).toEqual(whole);
  });

  it('never have more threads than there are of them', async () => {
    const path = join(await tempFolder(), 'dump.txt');
    const bytes = Buffer.from('A line of words\n'.repeat(30));
    let started = 0;
    const count = () => {
      started += 1;
    };
    process.on('worker', count);
    onTestFinished(() => void process.off('worker', count));
    expect(await scanRanges(path, bytes, { threads: 500, rangeBytes: 160 })).toEqual(scanWhole(bytes));
    expect(started).toBe(2);
  });

  it('end in an error when a thread does', async () => {
    const file = { descriptor: 1_000_000, bytes: 100 };
    const tools = {
      table: createLineTable(memoryColumns, 16),
      cues: createCueReader(noCues),
      meter,
      kernel,
      threads: 2,
    };
    const task = { file, textStart: 0, forwardPhrases: [] };
    await expect(scanInThreads(task, tools, { seen: null, onBytes: () => {} }, 50)).rejects.toThrow('EBADF');
  });
});
