// Promises: exports of Slack, X, VK, Facebook and Instagram come out post by post, as a reader would see them.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendLatin1 } from '../../src/formats/mend-latin1.js';
import { askCli } from '../ask-cli.js';
import { zip } from '../containers-packed.js';
import { tempFolder } from '../temp-folder.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const fixture = (name: string) => readFileSync(join(folder, name));

interface SplitPost {
  readonly dump: string;
  readonly id: string | null;
  readonly date: string | null;
  readonly source: string;
  readonly author: string | null;
  readonly forwardedFrom: string | null;
  readonly lines: readonly number[];
  readonly bytes: readonly number[];
  readonly paragraphs: readonly string[];
}

async function split(paths: readonly string[], cwd: string): Promise<{ posts: SplitPost[]; stderr: string }> {
  const { stdout, stderr, code } = await askCli(['split', ...paths], { cwd });
  expect(code, stderr).toBe(0);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { posts: lines.map((line) => JSON.parse(line)), stderr };
}

const splitFixture = async (name: string) => (await split([name], folder)).posts;
const told = (posts: readonly SplitPost[]) =>
  posts.map(({ id, date, source, forwardedFrom, paragraphs }) => [
    id,
    date,
    source,
    forwardedFrom,
    ...paragraphs,
  ]);

describe('Slack', () => {
  it('as a whole export: lists of channels and people have no posts', async () => {
    const { posts, stderr } = await split(['slack-export'], folder);
    expect(told(posts)).toEqual([
      [
        '1748588401.000200',
        '2025-05-30T07:00:01Z',
        'apples',
        null,
        'Apples & pears <ripe>: the list',
        'ask @U0ILSE001 in #apples',
      ],
      [
        '1748588402.000300',
        '2025-05-30T07:00:02Z',
        'apples',
        'pears',
        'Worth a look',
        'Pears were picked too early',
        'Leave them by the window',
      ],
      ['1748588403.000400', '2025-05-30T07:00:03Z', 'apples', null, 'Frost tonight'],
    ]);
    expect(stderr).not.toMatch(/broken|expected/i);
  });

  const message = JSON.stringify([
    { type: 'message', user: 'U1', text: 'Frost tonight, by the lake', ts: '1748588403.000400' },
  ]);
  const sides = {
    'users.json': '[{"id":"U1","name":"ilse","profile":{"real_name":"Ilse"}}]',
    'channels.json': '[{"id":"C1","name":"apples","created":1,"creator":"U1","members":["U1"]}]',
    'groups.json': '[]',
    'dms.json': '[{"id":"D1","created":1,"members":["U1"]}]',
    'integration_logs.json': '[{"user_id":"U1","user_name":"ilse","date":"1","change_type":"added"}]',
    'canvases.json': '[{"id":"F1","created":1,"title":"Plan","user":"U1"}]',
  };

  it('has lists beside its folders, with which nothing is lost to a check, in an archive too', async () => {
    const files = { 'apples/2025-05-30.json': message, ...sides };
    const cwd = await tempFolder({
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`in/${path}`, text])),
      'in.zip': zip(files),
      'old.txt': 'The choir rehearses on Mondays, and nobody minds.\n',
    });
    for (const dump of ['in', 'in.zip']) {
      const { code, stderr } = await askCli(['check', dump, '--against', 'old.txt'], { cwd });
      expect([dump, code]).toEqual([dump, 0]);
      expect(stderr).toContain('users.json: no posts in it, only 1 service record');
    }
    const others = {
      'users.json': '[{"id":1,"title":"A","text":"Frost tonight"}]',
      'dms.json': '[{"id":1,"nick":"A"}]',
    };
    const elsewhere = await tempFolder(others);
    expect((await split(['users.json'], elsewhere)).posts).toHaveLength(1);
    expect((await askCli(['check', 'dms.json'], { cwd: elsewhere })).code).toBe(2);
  });

  it('has channels by their folders, in an archive and for who stands in one', async () => {
    const cwd = await tempFolder({
      'apples/2025-05-30.json': message,
      'may.zip': zip({ 'apples/2025-05-30.json': message }),
    });
    const sources = async (path: string, folder: string) =>
      (await split([path], folder)).posts.map(({ source }) => source);
    expect(await sources('may.zip', cwd)).toEqual(['apples']);
    expect(await sources('2025-05-30.json', join(cwd, 'apples'))).toEqual(['apples']);
  });
});

describe('X', () => {
  it('as an archive, at the right places', async () => {
    const posts = await splitFixture('x-archive.js');
    expect(told(posts)).toEqual([
      [
        '1001',
        '2018-10-10T20:19:24Z',
        'x-archive.js',
        null,
        'Apples & pears are ripe https://example.org/apples',
        'They keep until the spring',
      ],
      ['1002', '2018-10-11T06:00:00Z', 'x-archive.js', '@pear_weekly', 'Pears were picked too early'],
    ]);
    const [start, end] = posts[1]?.bytes ?? [];
    expect(JSON.parse(fixture('x-archive.js').subarray(start, end).toString()).tweet.id_str).toBe('1002');
    expect(posts[1]?.lines[0]).toBe(25);
  });

  it('as the API has it, both versions', async () => {
    expect(told(await splitFixture('x-api-v1.jsonl'))).toEqual([
      [
        '1003',
        '2018-10-10T20:19:24Z',
        'Orchard News',
        'Pear Weekly',
        'Pears were picked too early',
        'Leave them by the window',
      ],
      ['1004', '2018-10-10T20:20:24Z', 'Orchard News', null, 'Frost tonight'],
    ]);
    expect(told(await splitFixture('x-api-v2.json'))).toEqual([
      ['1005', '2025-05-30T10:00:00Z', '5', '@pear_weekly', 'Pears were picked too early'],
    ]);
  });

  it('answers on one line, and one a line: who wrote a post stands behind the posts', async () => {
    const answer = (first: number) =>
      JSON.stringify({
        data: [
          { id: `${first}`, author_id: '42', text: 'Plums fell in the night', conversation_id: '1' },
          {
            id: `${first + 1}`,
            author_id: '43',
            text: 'RT @ilse_k: Plums fell',
            referenced_tweets: [{ type: 'retweeted', id: `${first}` }],
          },
        ],
        includes: {
          users: [
            { id: '42', username: 'ilse_k', name: 'Ilse K' },
            { id: '43', username: 'bruno', name: 'Bruno' },
          ],
        },
        meta: { result_count: 2 },
      });
    const expected = (first: number) => [
      [`${first}`, null, 'Ilse K', null, 'Plums fell in the night'],
      [`${first + 1}`, null, 'Bruno', 'Ilse K', 'Plums fell'],
    ];
    const cwd = await tempFolder({
      'one.json': answer(5),
      'lines.jsonl': `${answer(5)}\n${answer(7)}\n`,
      'stream.jsonl': JSON.stringify({
        data: { id: '5', author_id: '42', text: 'Plums', conversation_id: '1' },
        includes: { users: [{ id: '42', username: 'ilse_k', name: 'Ilse K' }] },
      }),
    });
    expect(told((await split(['one.json'], cwd)).posts)).toEqual(expected(5));
    expect(told((await split(['lines.jsonl'], cwd)).posts)).toEqual([...expected(5), ...expected(7)]);
    expect((await split(['stream.jsonl'], cwd)).posts[0]?.source).toBe('Ilse K');
  });

  it('of version 2, with reposts whole where a collector put the originals in', async () => {
    const post = (id: string, text: string) => ({
      ...{ id, text, author_id: `9${id}`, author: { id: `9${id}`, username: `name${id}`, name: `N${id}` } },
      ...{ conversation_id: id, created_at: '2018-10-10T20:19:24.000Z' },
    });
    const original = { type: 'retweeted', ...post('6', 'Plums fell in the night') };
    const repost = { ...post('7', 'RT @name6: Plums …'), referenced_tweets: [original] };
    const { posts } = await split(['t.jsonl'], await tempFolder({ 't.jsonl': JSON.stringify(repost) }));
    expect(told(posts)).toEqual([['7', '2018-10-10T20:19:24Z', 'N7', 'N6', 'Plums fell in the night']]);
  });

  it('as its web pages have it, kept by a browser extension', async () => {
    const web = (id: string, text: string, more: object) => ({
      rest_id: id,
      core: {
        user_results: { result: { rest_id: `9${id}`, core: { screen_name: `name${id}`, name: `N${id}` } } },
      },
      legacy: { id_str: id, created_at: 'Wed Oct 10 20:19:24 +0000 2018', full_text: text, ...more },
    });
    const long = {
      ...web('6', 'Plums fell …', {}),
      note_tweet: {
        note_tweet_results: {
          result: {
            text: 'Plums fell in the night https://t.co/a',
            entity_set: { urls: [{ url: 'https://t.co/a', expanded_url: 'https://example.org' }] },
          },
        },
      },
    };
    const repost = web('7', 'RT @name6: Plums …', { retweeted_status_result: { result: { tweet: long } } });
    const answer = { data: { user: { result: { timeline: [] } } } };
    const cwd = await tempFolder({
      'zeeschuimer.ndjson': [{ data: long }, { data: repost }, answer]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    });
    const { posts, stderr } = await split(['zeeschuimer.ndjson'], cwd);
    const text = 'Plums fell in the night https://example.org';
    expect(told(posts)).toEqual([
      ['6', '2018-10-10T20:19:24Z', 'N6', null, text],
      ['7', '2018-10-10T20:19:24Z', 'N7', 'N6', text],
    ]);
    expect(stderr).toContain('zeeschuimer.ndjson:3: expected a post with a text');
  });

  it('other files of an archive have no posts', async () => {
    const like = 'window.YTD.like.part0 = [ {"like": {"tweetId": "1", "fullText": "Plums"}} ]';
    expect((await split(['like.js'], await tempFolder({ 'like.js': like }))).posts).toEqual([]);
  });
});

describe('VK', () => {
  const expected = [
    ['11', '2025-05-30T07:00:00Z', '-5', null, 'Apples are in season again', 'They keep until the spring'],
    [
      '12',
      '2025-05-30T08:30:00Z',
      '-5',
      '-6',
      'Worth a look',
      'Pears were picked too early',
      'Leave them by the window',
    ],
  ];
  const wall = JSON.parse(fixture('vk-wall.json').toString());
  const items: unknown[] = wall.response.items;

  it('in whatever form it was kept', async () => {
    const forms: readonly (readonly [what: string, json: string])[] = [
      ['an answer', JSON.stringify(wall, null, 1)],
      ['an answer on one line', JSON.stringify(wall)],
      [
        'answers one a line',
        items.map((item) => `${JSON.stringify({ response: { items: [item] } })}\n`).join(''),
      ],
      ['an array', JSON.stringify(items)],
      ['an answer with nobody in it', JSON.stringify({ response: { items, profiles: [], groups: [] } })],
      ['posts one a line', items.map((item) => `${JSON.stringify(item)}\n`).join('')],
    ];
    const files = forms.map(([what, json]) => [`${what}.json`, json]);
    const { posts } = await split(['.'], await tempFolder(Object.fromEntries(files)));
    for (const [what] of forms) {
      const own = posts.filter(({ dump }) => dump === `${what}.json`);
      expect([what, ...told(own)]).toEqual([what, ...expected]);
    }
  });

  it('calls people and groups by the names that an answer has behind its posts', async () => {
    const answer = {
      response: {
        ...wall.response,
        profiles: [{ id: 6, first_name: 'Ilse', last_name: 'K', screen_name: 'ilse_k' }],
        groups: [
          { id: 5, name: 'Orchard News', screen_name: 'orchard_news' },
          { id: 6, name: 'Pear Weekly', screen_name: 'pear_weekly' },
        ],
      },
    };
    const { posts, stderr } = await split(['w.json'], await tempFolder({ 'w.json': JSON.stringify(answer) }));
    expect(stderr).toBe('');
    expect(posts.map(({ source, forwardedFrom }) => [source, forwardedFrom])).toEqual([
      ['Orchard News', null],
      ['Orchard News', 'Pear Weekly'],
    ]);
  });
});

describe('Facebook and Instagram', () => {
  it('chats, with their letters mended', async () => {
    const texts = (await splitFixture('facebook-messages.json')).map(({ paragraphs }) => paragraphs);
    expect(texts).toEqual([['Яблоки хранятся до самой весны 🍎'], ['Café is no mojibake: é'], []]);
  });

  it('chats, without what is said of a reaction', async () => {
    const said = [
      'Liked a message',
      'Reacted \u00e2\u009d\u00a4 to your message ',
      'Plums fell in the night',
    ];
    const messages = said.map((content) => ({ sender_name: 'Ilse', timestamp_ms: 1748599300000, content }));
    const { posts } = await split(['m.json'], await tempFolder({ 'm.json': JSON.stringify({ messages }) }));
    expect(posts.map(({ paragraphs }) => paragraphs)).toEqual([[said[2]]]);
  });

  it('a chat of many files is one source', async () => {
    const chat = fixture('facebook-messages.json');
    const cwd = await tempFolder({
      'inbox/ilse_1/message_1.json': chat,
      'inbox/ilse_1/message_2.json': chat,
    });
    const { posts } = await split(['inbox'], cwd);
    expect(new Set(posts.map(({ source }) => source))).toEqual(new Set(['ilse_1']));
  });

  it('own posts', async () => {
    expect((await splitFixture('facebook-posts.json'))[0]?.paragraphs).toEqual(['Äpfel sind reif']);
    expect((await splitFixture('instagram-posts.json'))[0]?.paragraphs).toEqual(['Äpfel im Korb']);
  });

  it('mends only what was broken that way', () => {
    expect(['Ã¤', 'ä', 'Ã¤ 🍎', 'plain'].map(mendLatin1)).toEqual(['ä', 'ä', 'Ã¤ 🍎', 'plain']);
  });
});

describe('feeds', () => {
  it('of RSS and Atom: the whole text, a title that is none of it, dates, who wrote it', async () => {
    const told = async (name: string) =>
      (await splitFixture(name)).map(({ id, date, source, author, paragraphs }) => [
        id,
        date,
        source,
        author,
        ...paragraphs,
      ]);
    expect(await told('feed-rss.xml')).toEqual([
      [
        ...['orchard-2', '2025-05-30T07:00:00Z', 'Orchard & News', 'Ilse K', 'Apples are in season again'],
        ...['They keep until the spring', 'Pears & plums do not'],
      ],
      [
        'https://orchard.example.org/3',
        '2025-05-30T08:30:00Z',
        'Orchard & News',
        null,
        'Frost tonight',
        'Cover the young trees & water them',
      ],
    ]);
    expect(await told('feed-atom.xml')).toEqual([
      [
        'urn:orchard:4',
        '2025-05-30T09:00:00Z',
        'Orchard News',
        'Bruno',
        'Ripe pears',
        'Pears were picked too early',
        'Leave them by the window',
      ],
      ['urn:orchard:5', '2025-05-31T12:00:00Z', 'Orchard News', null, 'Plums', 'They fell', 'in the night'],
    ]);
  });

  it('no other page is read as if its markup were text', async () => {
    const page = '<!DOCTYPE html>\n<html><body><p>Plums fell in the night</p></body></html>\n';
    const { posts, stderr } = await split(['.'], await tempFolder({ 'page.html': page }));
    expect(posts).toEqual([]);
    expect(stderr).toContain('it is HTML or XML in which no posts are known');
  });
});

describe('a dump that is cut', () => {
  it.each([
    'slack-export/apples/2025-05-30.json',
    'x-archive.js',
    'x-api-v1.jsonl',
    'vk-wall.json',
    'facebook-messages.json',
  ])('%s: the posts before the cut are kept', async (name) => {
    const whole = fixture(name);
    const shares = [0, 0.4, 0.7, 0.95, 1];
    const dumps = shares.map((share) => [
      `${share}/${name}`,
      whole.subarray(0, Math.floor(whole.length * share)),
    ]);
    const cwd = await tempFolder(Object.fromEntries(dumps));
    const { posts } = await split([...dumps.map(([path]) => String(path)), '--quiet'], cwd);
    const textsOf = (share: number) =>
      posts.filter(({ dump }) => dump === `${share}/${name}`).map(({ paragraphs }) => paragraphs);
    expect(textsOf(0.95).length).toBeGreaterThan(0);
    expect(textsOf(0.95)).toEqual(textsOf(1).slice(0, textsOf(0.95).length));
  });
});
