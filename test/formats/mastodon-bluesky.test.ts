// Promises: posts of Mastodon and Bluesky in every shape they are kept in; a repost names its original.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bluesky } from '../../src/formats/bluesky.js';
import { detectFormat } from '../../src/formats/formats.js';
import { mastodon } from '../../src/formats/mastodon.js';
import { askCli } from '../ask-cli.js';
import { readRecords } from './read-records.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const read = (name: string) => readFileSync(resolve(folder, name));
const parsed = (name: string) => JSON.parse(read(name).toString());
const lines = (values: readonly unknown[]) =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

async function split(name: string) {
  const { stdout } = await askCli(['split', resolve(folder, name)]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('mastodon', () => {
  it('reads statuses', async () => {
    const [first, second, third] = await split('mastodon.json');
    expect(first).toMatchObject({
      id: '11',
      date: '2025-05-30T07:01:00Z',
      source: 'Anna',
      paragraphs: [
        'Apples are in season & cheap',
        'They keep until the spring',
        'See https://example.org/a/long/way',
      ],
    });
    expect(second).toMatchObject({
      id: '12',
      forwardedFrom: 'Pear',
      paragraphs: ['Pears were picked too early'],
      forward: { handle: 'pear@weekly.example', message: '77', date: '2025-05-30T07:07:00Z' },
    });
    expect(third).toMatchObject({ paragraphs: ['Sad news', 'They bruise'], replyTo: '11', media: 'image' });
  });

  it('reads an outbox, where a boost is an address only', async () => {
    const [first, second] = await split('mastodon-outbox.json');
    expect(first).toMatchObject({ id: '11', source: '@anna@orchard.example' });
    expect(second).toMatchObject({
      paragraphs: [],
      forward: { handle: 'pear@weekly.example', message: '77' },
    });
  });

  it('reads what a search is answered with, and what is around a status', async () => {
    const whole = await readRecords(mastodon, read('mastodon.json'));
    const [first, ...others] = parsed('mastodon.json');
    for (const answer of [
      { accounts: [], statuses: [first, ...others], hashtags: [] },
      { ancestors: [first], descendants: others },
    ]) {
      for (const json of [JSON.stringify(answer), JSON.stringify(answer, null, 2)]) {
        expect(detectFormat({ text: json, path: 'dump' })?.format.name).toBe('mastodon');
        const { posts, skipped } = await readRecords(mastodon, Buffer.from(json));
        expect(skipped).toEqual([]);
        expect(posts.map(({ record }) => record)).toEqual(whole.posts.map(({ record }) => record));
      }
    }
  });

  it('reads statuses one a line', async () => {
    const whole = await readRecords(mastodon, read('mastodon.json'));
    const { posts } = await readRecords(mastodon, lines(parsed('mastodon.json')));
    expect(posts.map(({ record }) => record)).toEqual(whole.posts.map(({ record }) => record));
  });
});

describe('bluesky', () => {
  it('reads a feed', async () => {
    const [first, second, third] = await split('bluesky.json');
    expect(first).toMatchObject({
      id: '3k1',
      date: '2025-05-30T07:00:00Z',
      source: 'Anna',
      paragraphs: ['Apples are in season again', 'They keep until the spring'],
    });
    expect(second).toMatchObject({
      date: '2025-05-30T08:00:00Z',
      source: 'Anna',
      forwardedFrom: 'Pear',
      forward: { id: 'did:plc:pear', handle: 'pear.example', message: '3k7' },
    });
    expect(third).toMatchObject({ replyTo: '3k1', media: 'images' });
  });

  it('reads posts one a line, and the records of a repository', async () => {
    const items: readonly { post: { uri: string; record: unknown } }[] = parsed('bluesky.json').feed;
    const posts = items.map(({ post }) => post);
    const alone = await readRecords(bluesky, lines(posts));
    expect(alone.posts.map(({ record }) => record.id)).toEqual(['3k1', '3k7', '3k3']);
    const records = [
      ...posts.map(({ uri, record }) => ({ uri, value: record })),
      {
        uri: 'at://did:plc:anna/app.bsky.feed.repost/3k9',
        value: { $type: 'app.bsky.feed.repost', subject: { uri: posts[1]?.uri } },
      },
    ];
    const listed = await readRecords(bluesky, Buffer.from(JSON.stringify({ records })));
    expect(listed.posts.map(({ record }) => record.id)).toEqual(['3k1', '3k7', '3k3', '3k9']);
    expect(listed.posts[3]?.record).toMatchObject({
      text: '',
      source: { id: 'did:plc:anna' },
      forward: { id: 'did:plc:pear', message: '3k7' },
    });
  });

  it('reads what Jetstream sends, of which likes and what is gone are no posts', async () => {
    const event = (rkey: string, kind: string, record?: object) => ({
      ...{ did: 'did:plc:anna', time_us: 1, kind: 'commit' },
      commit: {
        ...{
          operation: record === undefined ? 'delete' : 'create',
          collection: `app.bsky.feed.${kind}`,
          rkey,
        },
        ...(record === undefined ? {} : { record: { $type: `app.bsky.feed.${kind}`, ...record } }),
      },
    });
    const { posts, passed, skipped } = await readRecords(
      bluesky,
      lines([
        event('3k1', 'post', { text: 'Plums', createdAt: '2025-05-30T07:00:00Z' }),
        event('3k2', 'repost', { subject: { uri: 'at://did:plc:pear/app.bsky.feed.post/3k7' } }),
        event('3k3', 'like', { subject: { uri: 'at://did:plc:pear/app.bsky.feed.post/3k7' } }),
        event('3k4', 'post'),
        { did: 'did:plc:anna', time_us: 1, kind: 'identity', identity: {} },
      ]),
    );
    expect(
      posts.map(({ record }) => [record.id, record.source?.id, record.text, record.forward?.message]),
    ).toEqual([
      ['3k1', 'did:plc:anna', 'Plums', undefined],
      ['3k2', 'did:plc:anna', '', '3k7'],
    ]);
    expect([passed, skipped]).toEqual([3, []]);
  });
});

it.each([
  ['mastodon.json', mastodon],
  ['mastodon-outbox.json', mastodon],
  ['bluesky.json', bluesky],
])('%s is recognised, and keeps what stands before a cut', async (name, format) => {
  const dump = read(name);
  expect(detectFormat({ text: dump.toString(), path: 'dump.txt' })?.format).toBe(format);
  const whole = await readRecords(format, dump);
  for (let cut = 300; cut < dump.length - 3; cut += 17) {
    const { posts, skipped } = await readRecords(format, dump.subarray(0, cut));
    expect(posts).toEqual(whole.posts.slice(0, posts.length));
    expect(skipped).not.toEqual([]);
  }
});
