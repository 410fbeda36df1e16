// Promises: CSV files of known tools, and posts of Reddit, come out post by post, as a reader would see them.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordFormats } from '../../src/formats/formats.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';
import { orchard } from './orchard.js';
import { readRecords } from './read-records.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const discord = 'Orchard - Talk - apples [123456789012345678].csv';
const formats: Readonly<Record<string, string>> = {
  'fourcat-telegram.csv': 'fourcat-telegram-csv',
  'fourcat-x.csv': 'fourcat-csv',
  'telegram-tracker.csv': 'telegram-tracker-csv',
  [discord]: 'discord-csv',
  'x-tweets.csv': 'x-tweets-csv',
  'crowdtangle-facebook.csv': 'crowdtangle-facebook-csv',
  'crowdtangle-instagram.csv': 'crowdtangle-instagram-csv',
  'reddit-comments.ndjson': 'reddit-json',
  'reddit-submissions.ndjson': 'reddit-json',
  'reddit.csv': 'reddit-csv',
  'json-records.json': 'json-records',
  'json-records.jsonl': 'json-records',
  'csv-records.csv': 'csv-records',
  'csv-records.tsv': 'csv-records',
};

async function split(args: readonly string[], cwd = folder) {
  const { stdout, stderr, code } = await askCli(['split', ...args], { cwd });
  expect(code, stderr).toBe(0);
  const posts = stdout.split('\n').filter((line) => line !== '');
  return posts.map((line) => {
    const { id, date, source, forwardedFrom, paragraphs } = JSON.parse(line);
    return { id, date, source, forwardedFrom, paragraphs };
  });
}

const told = async (...args: readonly string[]) =>
  (await split(args)).map((post) => Object.values(post).flat());
/** Where the title of the channel is not said. */
const byHandle = orchard.map((post) => ({ ...post, source: '@orchard_news' }));

function sniffed(bytes: Buffer, path: string) {
  const text = new TextDecoder().decode(bytes, { stream: true });
  return recordFormats.find((format) => format.sniff({ text, path }, {}) !== null);
}

describe('a dump of a known tool', () => {
  it.each(Object.entries(formats))('is recognised by what is in %s', (name, format) => {
    expect(sniffed(readFileSync(join(folder, name)), 'wrong.txt')?.name).toBe(format);
  });

  it.each(Object.keys(formats))('ends anywhere: %s', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const format = sniffed(bytes, name);
    if (format === undefined) throw new Error(name);
    const whole = await readRecords(format, bytes);
    expect(whole.posts.length).toBeGreaterThan(0);
    for (let end = 0; end < bytes.length; end++) {
      const cut = await readRecords(format, bytes.subarray(0, end));
      if (sniffed(bytes.subarray(0, end), name) !== format) continue;
      const complete = whole.posts.filter(({ place }) => place.end <= end);
      expect(cut.posts.slice(0, complete.length)).toEqual(complete);
    }
  });

  it('is read under another name as well', async () => {
    const cwd = await tempFolder({ 'wrong.txt': readFileSync(join(folder, 'telegram-tracker.csv')) });
    expect(await split(['wrong.txt'], cwd)).toEqual(byHandle);
  });
});

describe('Telegram', () => {
  it('by 4CAT', async () => expect(await split(['fourcat-telegram.csv'])).toEqual(byHandle));
  it('by telegram-tracker', async () => expect(await split(['telegram-tracker.csv'])).toEqual(byHandle));
});

describe('other networks', () => {
  it('by 4CAT: who wrote a post is its source', async () => {
    expect(await told('fourcat-x.csv')).toMatchObject([
      { 1: '2025-05-30T07:00:00Z', 2: 'cider_press', 3: null },
      { 2: 'jam_jar', 3: 'cider_press', 4: 'The cider press opens on Friday, bring bottles' },
      { 2: 'jam_jar', 3: null, 4: 'Сливовое варенье готово, приходите с «тарой»' },
    ]);
  });

  it('Discord: the file name says the channel; notices are no posts', async () => {
    expect(await told(discord)).toMatchObject([
      { 2: 'Orchard / Talk / apples', 4: 'Who has a ladder to lend, "the long one"?' },
      { 1: '2025-05-30T04:05:00Z', 4: 'У меня есть лестница, приходи вечером' },
      { 1: '2025-05-30T07:06:00Z' },
    ]);
  });

  it('X: rows may lack the last column', async () => {
    expect(await told('x-tweets.csv')).toMatchObject([
      { 1: '2013-03-13T08:52:14Z', 3: null, 4: 'Planted two quince trees & a medlar' },
      { 3: '@quince_club', 4: 'Quince jelly needs no pectin at all' },
      { 0: '311761607619391491', 3: null, 4: '@quince_club Спасибо, сварю на выходных' },
    ]);
  });

  it('CrowdTangle: summer time and winter time', async () => {
    expect(await told('crowdtangle-facebook.csv', 'crowdtangle-instagram.csv')).toMatchObject([
      { 0: '501', 1: '2021-05-30T14:00:00Z', 2: 'Village Hall (facebook)', 5: 'Dances resume in June' },
      { 1: '2021-01-30T15:00:00Z', 4: 'Новая крыша обойдётся недорого' },
      { 0: 'ABC123', 1: '2021-05-30T10:00:00Z', 4: 'Fresh paint on the hall door, mind your sleeves' },
    ]);
  });
});

describe('Reddit', () => {
  it('what is deleted does not count', async () => {
    expect(await told('reddit-comments.ndjson')).toEqual([
      ['t1_abc1', '2025-05-30T07:00:00Z', 'r/Orchards', null, 'Graft in March & water > twice a week'],
      ['t1_abc3', '2025-05-30T07:03:20Z', 'r/Orchards', null, 'А если весна поздняя, то в апреле'],
    ]);
    expect(await told('reddit.csv')).toMatchObject([{ 6: 'Сидр, говорит тётя.' }, { 4: 'Wasps again' }]);
  });

  it('as it answers itself: listings, on one line or over many', async () => {
    const posts = readFileSync(join(folder, 'reddit-submissions.ndjson'), 'utf8').trim().split('\n');
    const thing = (kind: string, data: object) => ({ kind, data });
    const children = posts.map((post) => thing('t3', JSON.parse(post)));
    const listing = thing('Listing', { after: null, children: [...children, thing('more', { count: 2 })] });
    const comments = thing('Listing', { children: [] });
    const expected = await told('reddit-submissions.ndjson');
    const read = async (dump: string) => {
      const format = sniffed(Buffer.from(dump), 'dump');
      expect(format?.name).toBe('reddit-json');
      return format === undefined ? null : readRecords(format, Buffer.from(dump));
    };
    for (const dump of [listing, [listing, comments]]) {
      for (const json of [JSON.stringify(dump), JSON.stringify(dump, null, 2)]) {
        const found = await read(json);
        expect(found?.skipped).toEqual([]);
        expect(found?.posts.map(({ record }) => record.id)).toEqual(expected.map(([id]) => id));
      }
    }
  });

  it('a submission has its title before its text; a crosspost is a forward', async () => {
    const posts = await told('reddit-submissions.ndjson');
    expect(posts.map(([id, , source, forwardedFrom]) => [id, source, forwardedFrom])).toEqual([
      ['t3_zzz1', 'r/Orchards', null],
      ['t3_zzz2', 'r/Pears', 'r/Orchards'],
      ['t3_zzz3', 'r/Pears', null],
    ]);
    expect(posts[0]?.slice(4)).toEqual([
      'When do you graft?',
      'Mine leaf out early.',
      'The neighbours wait.',
    ]);
    expect(posts[2]?.slice(4)).toEqual(['A pear as big as a fist']);
  });
});
