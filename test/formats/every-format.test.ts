// Promises: what holds for every format there is. Each is shown by a fixture, known by its content alone, and read
// in pieces of any size, in any encoding and with any line ends; a dump that is cut short, in mid-character too, keeps
// the posts before the cut; a record that is broken costs that record.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat, recordFormats } from '../../src/formats/formats.js';
import { askCli } from '../ask-cli.js';
import { parseJsonLines } from '../beside/json.js';
import { tempFolder } from '../temp-folder.js';
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

/** Dumps whose posts are parted by headers alone: without its header a message goes on in the one before it. */
const isPartedByHeaders = (name: string) => /\.(?:txt|md|mbox)$/.test(name);
/** Dumps of few records, each of which begins in a way of its own: behind a broken one nothing tells where the next is. */
const isMixed = (name: string) => /^(?:json-records\.json|slack-export.*)$/.test(name);

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

describe.each(fixtures)('$name', ({ name, bytes }) => {
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
    const whole = await readRecords(format, bytes);
    const ends = new Set([...placesIn(bytes), ...charactersIn(bytes)]);
    for (const end of ends) {
      const cut = textsOf(await readRecords(format, bytes.subarray(0, end)));
      // The last one may be cut itself, where nothing says that a post is complete.
      expect(cut.slice(0, -1), `cut at ${end}`).toEqual(textsOf(whole).slice(0, Math.max(0, cut.length - 1)));
      const complete = whole.posts.filter(({ place }) => place.end < end).length;
      expect(cut.length, `cut at ${end}`).toBeGreaterThanOrEqual(complete);
    }
  });

  it('loses no more than the record that is broken, and tells of it', async () => {
    const format = formatOf(bytes);
    const whole = await readRecords(format, bytes);
    // Of a dump that is broken before its first good record nobody knows how records begin.
    for (const [at, { place }] of isMixed(name) ? [] : [...whole.posts.entries()].slice(1)) {
      const others = textsOf(whole).filter((_, other) => other !== at);
      for (const [kind, harmed] of harms(bytes, place)) {
        const read = await readRecords(format, harmed);
        const lost = missing(others, textsOf(read));
        expect(lost.length, `post ${at}, ${kind}: ${lost}`).toBeLessThanOrEqual(
          isPartedByHeaders(name) ? 1 : 0,
        );
      }
    }
  });

  it('is the same however its lines end', async () => {
    const format = formatOf(bytes);
    const lines = (text: string) => text.replaceAll('\r\n', '\n');
    const other = bytes.includes('\r\n')
      ? lines(bytes.toString())
      : bytes.toString().replaceAll('\n', '\r\n');
    const read = await readRecords(format, Buffer.from(other));
    const whole = await readRecords(format, bytes);
    expect(formatOf(Buffer.from(other)).name).toBe(format.name);
    expect(textsOf(read).map(lines)).toEqual(textsOf(whole).map(lines));
    expect(
      read.posts.map(({ record, place }) => [record.id, record.date, record.author, place.line]),
    ).toEqual(whole.posts.map(({ record, place }) => [record.id, record.date, record.author, place.line]));
  });

  it('is the same whether its JSON is written on one line or on many', async () => {
    const value = parsed(bytes.toString());
    if (value === undefined) return;
    const whole = await readRecords(formatOf(bytes), bytes);
    for (const indent of [undefined, 1, '\t']) {
      const other = Buffer.from(JSON.stringify(value, null, indent));
      expect(formatOf(other).name).toBe(formatOf(bytes).name);
      const read = await readRecords(formatOf(other), other);
      expect(read.posts.map(({ record }) => record)).toEqual(whole.posts.map(({ record }) => record));
    }
  });
});

/** Places all over a dump, in the middle of characters as well. */
function placesIn(bytes: Buffer): number[] {
  const step = Math.ceil(bytes.length / 97);
  return Array.from({ length: Math.floor(bytes.length / step) }, (_, at) => 1 + at * step);
}

/** Some places in the middle of a character. */
function charactersIn(bytes: Buffer): number[] {
  const inside = [...bytes.keys()].filter((at) => ((bytes[at] ?? 0) & 0xc0) === 0x80);
  return inside.filter((_, at) => at % Math.ceil(inside.length / 20) === 0);
}

/** A dump in which something stands in one record that ought not to. */
function* harms(bytes: Buffer, place: { start: number; end: number }): Generator<[string, Buffer]> {
  const step = Math.ceil((place.end - place.start) / 15);
  for (let at = place.start; at < place.end; at += step) {
    for (const harm of ['"', '}', '<', '\n', '']) {
      const parts = [bytes.subarray(0, at), Buffer.from(harm), bytes.subarray(at + 1)];
      yield [`${JSON.stringify(harm)} at ${at - place.start}`, Buffer.concat(parts)];
    }
  }
}

/** Those of `texts` that `found` does not have, each as often as it is missing. */
function missing(texts: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The value of a dump that is one JSON document; undefined for others. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('the whole of them, by the program', () => {
  /** What is said of the posts of all fixtures, each written to a file as `write` says. */
  async function split(write: (bytes: Buffer) => Uint8Array): Promise<unknown[]> {
    const cwd = await tempFolder(Object.fromEntries(fixtures.map(({ name, bytes }) => [name, write(bytes)])));
    const { stdout, code } = await askCli(['split', '.', '--quiet'], { cwd });
    expect(code).toBe(0);
    return parseJsonLines(stdout).map(({ bytes: _, ...row }) => row);
  }

  it('are the same with a byte order mark, in UTF-16 and packed', async () => {
    const plain = await split((bytes) => bytes);
    expect(plain.length).toBeGreaterThan(100);
    expect(await split((bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]))).toEqual(plain);
    expect(await split((bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'))).toEqual(plain);
    expect(await split((bytes) => gzipSync(bytes))).toEqual(plain);
  });
});
