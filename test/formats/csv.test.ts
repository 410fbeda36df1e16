// Promises: CSV is read row by row, in pieces of any size; what is broken costs its row and is told with its line.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../src/formats/csv-records.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';
import { readRecords } from './read-records.js';

const read = (text: string, piece?: number) => readRecords(csvRecords, Buffer.from(text), piece);
const texts = async (text: string) => (await read(text)).posts.map(({ record }) => record.text);

describe('CSV', () => {
  it('has quotes, doubled quotes, line ends in quotes, empty lines and any common delimiter', async () => {
    expect(await texts('id,text\n1,"a, b"\n2,"say ""so"""\r\n\r\n3,"one\n\ntwo"\n4,5" long')).toEqual([
      'a, b',
      'say "so"',
      'one\n\ntwo',
      '5" long',
    ]);
    expect(await texts('id;text\n1;"a; b"\n')).toEqual(['a; b']);
    expect(await texts('id\ttext\n1\ta, b\n')).toEqual(['a, b']);
    expect(await texts('id|text\n1|a, b\n')).toEqual(['a, b']);
  });

  it('has a header behind blank lines, or behind what tells Excel the delimiter; alone it is a dump of nothing', async () => {
    const sniff = (text: string) => csvRecords.sniff({ text, path: 'dump' });
    for (const before of ['\n\r\n', 'sep=;\r\n', 'sep=;\n\n']) {
      const text = `${before}id;date;text\n1;2025-05-30;a, b\n`;
      expect(sniff(text)).not.toBeNull();
      expect(await texts(text)).toEqual(['a, b']);
    }
    expect(sniff('id,date,text\n')).not.toBeNull();
    expect(sniff('ID;Date;Text\r\n')).not.toBeNull();
    expect(await texts('ID;Date;Text\r\n')).toEqual([]);
    expect(sniff('name,description\nx,y\n')).toBeNull();
    expect(sniff('"id","what, when","text"\n1,2,a\n')).not.toBeNull();
    expect(sniff('id,text\n1,"never closed\n2,b\n')).not.toBeNull();
  });

  it('says where a row stands, quoted line ends counted', async () => {
    const text = 'id,text\r\n1,"ёж\n\nи уж"\r\n2,b\n';
    const { posts } = await read(text);
    expect(posts.map(({ place }) => [place.line, place.endLine])).toEqual([
      [2, 4],
      [5, 5],
    ]);
    const bytes = Buffer.from(text);
    expect(posts.map(({ place }) => bytes.toString('utf8', place.start, place.end))).toEqual([
      '1,"ёж\n\nи уж"',
      '2,b',
    ]);
  });

  it('is the same in pieces of any size, cut in mid-character as well', async () => {
    const text = 'id,text\n1,"ёж, ""и"" уж\n🍎"\n2,"torn "here", x\n3,яблоко\n4,"open\n5,груша\n';
    const whole = await read(text);
    expect(whole.posts.map(({ record }) => record.id)).toEqual(['1', '3', '5']);
    for (let piece = 1; piece < Buffer.byteLength(text); piece++) {
      expect(await read(text, piece)).toEqual(whole);
    }
  });

  it('tells a row that is too wide or too narrow, but not of delimiters at its end', async () => {
    const { posts, skipped } = await read('id,text\n1,a,\n2\n3,b,c\n4,d\n');
    expect(posts.map(({ record }) => record.text)).toEqual(['a', 'd']);
    expect(skipped).toEqual(['3: expected 2 columns, found 1', '4: expected 2 columns, found 3']);
  });

  it('loses one row to a quote that is missing, and tells it once', async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      at % 100 === 50 ? `${at},"the quote, is missing\nin this\n` : `${at},"row, ${at}"\n`,
    );
    const { posts, skipped } = await read(`id,text\n${rows.join('')}`);
    expect(posts).toHaveLength(297);
    // A broken row is two lines long.
    expect(skipped.map((told) => Number(told.split(':')[0]))).toEqual([52, 153, 254]);
    expect(skipped[0]).toBe('52: expected a delimiter behind a closing quote, found something else');
  });

  it('ends anywhere', async () => {
    const text = readFileSync(
      resolve(import.meta.dirname, '../../fixtures/formats/csv-records.csv'),
    ).subarray(3);
    const whole = await readRecords(csvRecords, text);
    expect(whole.posts).toHaveLength(3);
    for (let end = 0; end < text.length; end++) {
      const { posts } = await readRecords(csvRecords, text.subarray(0, end), 7);
      const complete = whole.posts.filter(({ place }) => place.end <= end);
      expect(posts.slice(0, complete.length)).toEqual(complete);
    }
    expect((await read('id,text\n1,"open')).skipped).toEqual([
      '2: expected the end of a row, found the end of the dump',
    ]);
    expect((await read('id,text\n1,"open\n2,plums\n')).skipped).toEqual([
      '2: expected a quote that closes the field, found the end of the dump',
    ]);
    expect(await read('')).toMatchObject({ posts: [], passed: 0, skipped: [] });
  });

  it('may have rows that end in CR, and line ends of another kind in their fields', async () => {
    const dump = 'id,text\r1,"plums\nand figs"\r\r2,quinces\r';
    for (const piece of [1, 7, 100]) {
      const { posts, skipped } = await read(dump, piece);
      expect(posts.map(({ record, place }) => [record.id, record.text, place.line, place.start])).toEqual([
        ['1', 'plums\nand figs', 2, 8],
        ['2', 'quinces', 5, 28],
      ]);
      expect(skipped).toEqual([]);
    }
    const cwd = await tempFolder({ 'a.csv': dump });
    const [told] = JSON.parse((await askCli(['scan', 'a.csv', '-f', 'json'], { cwd })).stdout).dumps;
    expect([told.format, told.posts, told.lines]).toEqual(['csv-records', 2, 5]);
  });

  it('may have one column, that of the text, whose commas part nothing', async () => {
    const dump = 'text\nPlums, figs, quinces\n"Figs, and\nplums"\nPlums, figs, quinces\n';
    expect(csvRecords.sniff({ text: dump, path: 'dump' })).not.toBeNull();
    const { posts, skipped } = await read(dump, 5);
    expect(posts.map(({ record }) => record.text)).toEqual([
      'Plums, figs, quinces',
      'Figs, and\nplums',
      'Plums, figs, quinces',
    ]);
    expect(skipped).toEqual([]);
  });

  it('leaves out a row that is longer than any post', async () => {
    const row = `1,"${'ёж '.repeat(14_000_000)}"\n2,b\n`;
    const { posts, skipped } = await read(`id,text\n${row}`, 30_000_000);
    expect(posts.map(({ record }) => record.id)).toEqual(['2']);
    expect(skipped).toEqual(['2: expected a row of at most 64 MiB, found a longer one']);
  });
});

describe('prose', () => {
  const sniff = (text: string) => csvRecords.sniff({ text, path: 'dump.csv' });

  it('is no CSV of one column for a first line of one word', () => {
    expect(sniff('message\nDear all,\nthe choir sings.\n\nAnd it sings on.\n')).toBeNull();
    expect(sniff('message\n"Never again," she said.\nNobody sang.\n')).toBeNull();
  });

  it('is no CSV for its commas, nor for a first line that names a column', () => {
    expect(sniff('Dear all,\nas you know, the text, as it stands, is long.\n')).toBeNull();
    expect(
      sniff('The text, body and message\nwere lost, alas, in the post,\nand nobody, not one, wept.\n'),
    ).toBeNull();
    expect(sniff('text, message\nOnce there was a fox\nand a hare\nwho, alas\n')).toBeNull();
    expect(sniff('Text\nonly one column\n')).toBeNull();
    expect(sniff('words\nonly one column\n')).toBeNull();
    expect(sniff('text\n\nonly one column\n')).toBeNull();
    expect(sniff('')).toBeNull();
  });

  it('is not left out as CSV without a text, though each line has as many commas', () => {
    const refuse = (text: string) => csvRecords.refuse?.({ text, path: 'dump.txt' }, {}) ?? null;
    const line = 'Rain, wind, hail and sun';
    expect(refuse(`${line}\n\n${line}\n\n${line}\n`)).toBeNull();
    expect(refuse('Rain, wind, hail.\nSun, shade, hills.\nMud, reeds, gulls.\n')).toBeNull();
    expect(refuse('rain,wind,hail\n1,2,3\n4,5,6\n')).toContain('no column is known to hold a text');
  });

  it('is no CSV, but CSV is by another name, or by a column that the user names', () => {
    expect(csvRecords.sniff({ text: 'id,text\n1,a\n', path: 'dump.txt' })).not.toBeNull();
    expect(sniff('id,words\n1,a\n')).toBeNull();
    expect(csvRecords.sniff({ text: 'id,words\n1,a\n', path: 'x' }, { text: 'words' })).not.toBeNull();
  });
});
