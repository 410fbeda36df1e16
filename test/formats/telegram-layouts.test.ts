// Promises: the older and rarer layouts of the Telegram JSON formats say what the common ones say.

import { expect, test } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import type { PostRecord } from '../../src/model.js';

/** The posts of a dump, in the format that it is recognised as. */
async function postsOf(values: readonly object[] | object): Promise<(PostRecord | null)[]> {
  const text = JSON.stringify(values);
  const head = { text, path: 'dump.json' };
  const posts: (PostRecord | null)[] = [];
  const sink = {
    add: (record: PostRecord) => posts.push(record),
    pass: () => posts.push(null),
    know() {},
    skip: (line: number, reason: string) => expect.fail(`${line}: ${reason}`),
    lose: (line: number, reason: string) => expect.fail(`${line}: ${reason}`),
  };
  const reader = await detectFormat(head)?.format.open(sink, { head, fields: {}, start: 0 });
  reader?.end(Buffer.from(text), Buffer.byteLength(text));
  return posts;
}

const origin = { id: '1987654321', message: '77' };

test('TDLib before 1.8.20, captions, and numbers of messages not yet sent', async () => {
  const info = {
    origin: { '@type': 'messageForwardOriginChannel', chat_id: -1001987654321, message_id: 77 * 2 ** 20 },
  };
  const base = { '@type': 'message', chat_id: -1001234567890, date: 1748588400 };
  const posts = await postsOf([
    {
      ...base,
      id: 2 ** 21,
      forward_info: info,
      content: { '@type': 'messageVideo', caption: { text: 'a' } },
    },
    { ...base, id: 2 ** 21 + 1, content: { '@type': 'messageAnimatedEmoji', emoji: '🍎' } },
    { ...base, id: 2 ** 22, content: { '@type': 'messagePinMessage', message_id: 1 } },
  ]);
  expect(posts[0]).toMatchObject({ id: '2', text: 'a', media: 'messageVideo', forward: origin });
  expect(posts[0]?.source).toEqual({ id: '1234567890' });
  expect(posts[1]).toMatchObject({ id: '2097153', text: '🍎' });
  expect(posts[2]).toBeNull();
});

test('Pyrogram of old, a caption, a hidden name, a group', async () => {
  const chat = { id: -123456, title: 'Talk' };
  const from = { id: 9, first_name: 'Ada', last_name: 'L' };
  const base = { message_id: 5, date: '2025-05-30 07:00:00', chat, from_user: from };
  const posts = await postsOf([
    { ...base, caption: 'a', photo: {}, forward_sender_name: 'Grace', forward_date: '2025-05-29 07:00:00' },
    { ...base, service: 'MessageServiceType.NEW_CHAT_TITLE', new_chat_title: 'Talk' },
  ]);
  expect(posts[0]).toMatchObject({
    id: '5',
    text: 'a',
    author: 'Ada L',
    media: 'photo',
    forward: { name: 'Grace' },
  });
  expect(posts[0]?.source).toMatchObject({ id: '123456', name: 'Talk' });
  expect(posts[1]).toBeNull();
});

test('the answer to getUpdates; edits repeat what was said', async () => {
  const chat = { id: -1001234567890, type: 'channel' };
  const post = { message_id: 5, chat, date: 1748588400, text: 'a' };
  const posts = await postsOf({
    ok: true,
    result: [
      { update_id: 1, channel_post: post },
      { update_id: 2, edited_channel_post: post },
    ],
  });
  expect(posts[0]).toMatchObject({ id: '5', text: 'a', source: { id: '1234567890' } });
  expect(posts[1]).toBeNull();
});

test('Telethon: people, hidden names, service messages, previews of links', async () => {
  const base = {
    _: 'Message',
    id: 5,
    peer_id: { _: 'PeerChannel', channel_id: 12 },
    date: 1748588400,
    message: 'a',
  };
  const posts = await postsOf([
    { ...base, fwd_from: { _: 'MessageFwdHeader', from_id: null, from_name: 'Grace', date: 1748500000 } },
    { ...base, fwd_from: { from_id: { _: 'PeerUser', user_id: 7 } }, media: { _: 'MessageMediaWebPage' } },
    { ...base, message: null, media: { _: 'MessageMediaPoll' } },
    { ...base, _: 'MessageService', action: { _: 'MessageActionPinMessage' } },
    { ...base, _: 'MessageEmpty' },
  ]);
  expect(posts[0]?.forward).toMatchObject({ name: 'Grace', id: undefined });
  expect(posts[1]).toMatchObject({ media: undefined, forward: { id: '7' } });
  expect(posts[2]).toMatchObject({ text: '', media: 'MessageMediaPoll' });
  expect(posts.slice(3)).toEqual([null, null]);
});

test('TGDataset: every channel has its own name, and what is not text is passed over', async () => {
  const message = { message: 'a', date: 1748588400, author: 1, is_forwarded: true, forwarded_from_id: null };
  const media = Object.fromEntries(
    [...Array(2000).keys()].map((id) => [id, { title: 'x'.repeat(40), media_id: `${id}` }]),
  );
  const posts = await postsOf({
    '12': {
      creation_date: 1,
      username: 'one',
      title: 'One',
      text_messages: { '5': message },
      generic_media: media,
    },
    '34': {
      creation_date: 1,
      username: null,
      title: 'Two',
      text_messages: { '5': message },
      generic_media: {},
    },
  });
  expect(posts.map((post) => [post?.id, post?.source, post?.link])).toEqual([
    ['5', { id: '12', handle: 'one', name: 'One' }, 'https://t.me/one/5'],
    ['5', { id: '34', handle: undefined, name: 'Two' }, undefined],
  ]);
});
