// Promises: the pages of an export follow each other, by their numbers; the order is total and the same everywhere.
// And why a file cannot be opened is told in words that hold on every machine.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf } from '../src/read/cause-of.js';
import { findDumps } from '../src/read/find/find-dumps.js';
import { compareNaturally } from '../src/read/find/natural-order.js';
import { openSource } from '../src/read/source.js';
import { tempFolder } from './temp-folder.js';

describe('the order of names', () => {
  it('is that of numbers where there are some', () => {
    const names = [
      'messages.html',
      'messages2.html',
      'messages10.html',
      'messages010.html',
      'messages-1.html',
    ];
    expect(names.toSorted(compareNaturally)).toEqual([
      'messages-1.html',
      'messages.html',
      'messages2.html',
      'messages010.html',
      'messages10.html',
    ]);
  });

  it('is by code unit where there are none', () => {
    expect(['b', 'a', 'B', 'é', 'ab', ''].toSorted(compareNaturally)).toEqual(['', 'B', 'a', 'ab', 'b', 'é']);
  });

  it('is an order', () => {
    const name = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', '.', '-', ':'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
        expect(compareNaturally(a, b) === 0).toBe(a === b);
        if (compareNaturally(a, b) < 0 && compareNaturally(b, c) < 0)
          expect(compareNaturally(a, c)).toBeLessThan(0);
      }),
      { seed: 7, numRuns: 2500 },
    );
  });

  it('is the order in which dumps are found, whatever the order of the arguments', async () => {
    const names = ['chat/messages10.html', 'chat/messages2.html', 'chat/messages.html'];
    const cwd = await tempFolder(Object.fromEntries(names.map((name) => [name, 'text'])));
    const pages = ['chat/messages.html', 'chat/messages2.html', 'chat/messages10.html'];
    expect((await findDumps(['chat'], cwd)).map(({ path }) => path)).toEqual(pages);
    expect((await findDumps(names, cwd)).map(({ path }) => path)).toEqual(pages);
  });
});

describe('why a file cannot be opened', () => {
  it('is told without the place it has on this machine', async () => {
    const cwd = await tempFolder();
    const gone = { path: 'gone.txt', file: join(cwd, 'gone.txt'), named: true, against: false };
    await expect(openSource(gone)).rejects.toThrow('Cannot open gone.txt: no such file or directory');
  });

  it('is what the system says, and nothing is lost of what others say', async () => {
    const error = await mkdir('/').catch((thrown: unknown) => thrown);
    expect(causeOf(error)).not.toMatch(/\/|^E[A-Z]+/);
    expect(causeOf(new Error('bad, very bad'))).toBe('bad, very bad');
  });
});
