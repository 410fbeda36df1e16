// Promises: what holds for every format there is. Each is shown by a fixture, known by its content alone, and read
// in pieces of any size; a dump that is cut short, in mid-character too, keeps the posts before the cut.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat, recordFormats } from '../../src/formats/formats.js';
import { type ReadRecords, readRecords } from './read-records.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'README.md')
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }));

/** The format that a nameless dump of these bytes is taken for. */
function formatOf(bytes: Buffer) {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536), { stream: true });
  const detected = detectFormat({ text, path: 'dump.bin' });
  if (detected === null) throw new Error('taken for text');
  return detected.format;
}

const textsOf = (read: ReadRecords) => read.posts.map(({ record }) => record.text);

describe('every format', () => {
  it('has a fixture', () => {
    const shown = new Set(fixtures.map(({ bytes }) => formatOf(bytes).name));
    expect(recordFormats.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('has a name of its own, and says what it is', () => {
    expect(new Set(recordFormats.map(({ name }) => name)).size).toBe(recordFormats.length);
    for (const { name, title } of recordFormats) {
      expect(name).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
      expect(title.length).toBeGreaterThan(5);
    }
  });

  it('reads a dump of nothing as nothing', async () => {
    for (const format of recordFormats) {
      const read = await readRecords(format, Buffer.alloc(0));
      expect({ posts: read.posts, skipped: read.skipped }, format.name).toEqual({ posts: [], skipped: [] });
    }
  });
});

describe.each(fixtures)('$name', ({ bytes }) => {
  it('gives the same posts whatever its name, in pieces of any size', async () => {
    const format = formatOf(bytes);
    const whole = await readRecords(format, bytes);
    for (const piece of [1, 7, 64, 1000]) {
      expect(await readRecords(format, bytes, piece), `${piece} bytes at a time`).toEqual(whole);
    }
  });

  it('says where each post stands', async () => {
    const { posts } = await readRecords(formatOf(bytes), bytes);
    for (const { place } of posts) {
      const before = bytes.subarray(0, place.start).toString().split('\n').length;
      expect(place.line).toBeGreaterThanOrEqual(before);
      expect(place.endLine).toBeGreaterThanOrEqual(place.line);
      expect(place.end).toBeGreaterThan(place.start);
      expect(place.end).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('keeps what stands before the place where it is cut short', async () => {
    const format = formatOf(bytes);
    const whole = textsOf(await readRecords(format, bytes));
    for (let end = 1; end < bytes.length; end += Math.ceil(bytes.length / 97)) {
      const cut = textsOf(await readRecords(format, bytes.subarray(0, end)));
      // The last one may be cut itself, where nothing says that a post is complete.
      expect(cut.slice(0, -1), `cut at ${end}`).toEqual(whole.slice(0, Math.max(0, cut.length - 1)));
    }
  });
});
