// Promises: what Telegram Desktop is known to write, also where it is no JSON, is read as it was meant.

import { expect, test } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import { telegramDesktopJson } from '../../src/formats/telegram-desktop-json.js';
import type { PostRecord } from '../../src/model.js';

/** What the reader says of an export. */
async function read(text: string): Promise<{ posts: PostRecord[]; passed: number; skips: number[] }> {
  const told = { posts: [] as PostRecord[], passed: 0, skips: [] as number[] };
  const reader = await telegramDesktopJson.open(
    {
      add: (record) => told.posts.push(record),
      pass() {
        told.passed += 1;
      },
      know() {},
      skip: (line) => told.skips.push(line),
      lose: (line) => told.skips.push(line),
    },
    { head: { text, path: 'result.json' }, fields: {}, start: 0 },
  );
  const bytes = Buffer.from(text);
  const used = reader.push(bytes, bytes.length);
  reader.end(bytes.subarray(used), bytes.length - used);
  return told;
}

function chat(name: string | null, id: number, messages: readonly object[]): object {
  return { name, type: 'public_channel', id, messages };
}

function message(id: number, text: unknown, more: object = {}): object {
  return { id, type: 'message', date: '2025-05-30T10:00:00', date_unixtime: '1748588400', text, ...more };
}

const pretty = (value: object) => JSON.stringify(value, null, 1);
const three = pretty(chat('Orchard', 5, [message(1, 'one'), message(2, 'TWO'), message(3, 'three')]));

test('control characters as \\xNN', async () => {
  const { posts, skips } = await read(three.replace('TWO', '1=412\\x012=97180'));
  expect(skips).toEqual([]);
  expect(posts.map(({ text }) => text)).toEqual(['one', '1=412\u00012=97180', 'three']);
});

test('paths without quotes, with whatever a path has', async () => {
  const parts = [{ type: 'custom_emoji', text: '😮', document_id: 'PATH' }, ' wow'];
  const whole = pretty(chat('Orchard', 5, [message(1, parts), message(2, 'two')]));
  for (const path of [
    'video_files/sticker (2).webm',
    '(File unavailable, please try again later)',
    'a}b{c',
  ]) {
    const { posts, skips } = await read(whole.replace('"PATH"', path));
    expect(skips).toEqual([]);
    expect(posts.map(({ text }) => text)).toEqual(['😮 wow', 'two']);
  }
});

test('quotes without a backslash', async () => {
  for (const words of [
    'He said "now", and left',
    '"All" of it is "quoted"',
    'an odd " one',
    'kept \\" as it is "',
  ]) {
    const { posts, skips } = await read(three.replace('TWO', words));
    expect(skips).toEqual([]);
    expect(posts.map(({ text }) => text)).toEqual(['one', words.replace('\\"', '"'), 'three']);
    const last = await read(three.replace('three', words));
    expect(last.posts.at(-1)?.text).toBe(words.replace('\\"', '"'));
  }
});

test('an account: every chat has its own name, left chats too', async () => {
  const text = pretty({
    about: 'Here is the data you requested.',
    personal_information: { user_id: 1, first_name: 'Ada' },
    contacts: { about: 'x', list: [{ first_name: 'B', date: '2020-01-01T00:00:00' }] },
    chats: { about: 'x', list: [chat('Orchard', 5, [message(1, 'a')]), chat(null, 6, [message(1, 'b')])] },
    left_chats: { about: 'x', list: [chat('Pears', 7, [message(9, 'c')])] },
  });
  expect(detectFormat({ text, path: 'result.json' })?.evidence).toContain('account');
  expect(detectFormat({ text: text.slice(0, 150), path: 'result.json' })?.evidence).toContain('account');
  const { posts, skips } = await read(text);
  expect(skips).toEqual([]);
  expect(posts.map(({ source, id }) => [source, id])).toEqual([
    [{ id: '5', name: 'Orchard' }, '1'],
    [{ id: '6', name: undefined }, '1'],
    [{ id: '7', name: 'Pears' }, '9'],
  ]);
});

test('a chat whose header was lost is not taken for the one before', async () => {
  const text = pretty({
    about: 'x',
    chats: {
      about: 'x',
      list: [chat('Orchard', 5, [message(1, 'a'), message(2, 'LAST')]), chat('Pears', 6, [message(3, 'c')])],
    },
  });
  const { posts, skips } = await read(JSON.stringify(JSON.parse(text)).replace('"LAST"', '[nul'));
  expect(skips).toHaveLength(1);
  expect(posts.map(({ text: words, source }) => [words, source?.name])).toEqual([
    ['a', 'Orchard'],
    ['c', undefined],
  ]);
});

test('parts of a text stand together; albums are a post each; service messages are none', async () => {
  const { posts, passed } = await read(
    pretty(
      chat('Orchard', 5, [
        { id: 1, type: 'service', date: '2025-05-30T10:00:00', action: 'pin_message', text: '' },
        { id: 2, type: 'unsupported' },
        message(3, [
          'One ',
          { type: 'bold', text: 'apple' },
          { type: 'custom_emoji', text: '🍎', document_id: 'x' },
          '\nTwo',
        ]),
        message(4, '', { photo: '(File not included.)' }),
        message(5, '', { file: 'x.mp4', media_type: 'video_file' }),
      ]),
    ),
  );
  expect(passed).toBe(2);
  expect(posts.map(({ text, media }) => [text, media])).toEqual([
    ['One apple🍎\nTwo', undefined],
    ['', 'photo'],
    ['', 'video_file'],
  ]);
});

test('forwards, hidden names and senders', async () => {
  const { posts } = await read(
    pretty(
      chat('Orchard', 5, [
        message(1, 'a', { from: 'Orchard', from_id: 'channel5', forwarded_from: 'Pears' }),
        message(2, 'b', { from: 'Orchard', forwarded_from: null }),
        message(3, 'c', { from: 'Ada', from_id: 123 }),
        message(4, 'd', { from: 'Orchard', author: 'Grace' }),
      ]),
    ),
  );
  expect(posts.map(({ author, forward }) => [author, forward?.name])).toEqual([
    [undefined, 'Pears'],
    [undefined, 'Deleted Account'],
    ['Ada', undefined],
    ['Grace', undefined],
  ]);
});

test('a date without its zone is local', async () => {
  const { posts } = await read(three.replaceAll('"date_unixtime": "1748588400",', ''));
  expect(posts[0]?.date).toEqual({ seconds: Date.UTC(2025, 4, 30, 10) / 1000, utc: false });
});
