// Promises: every Telegram JSON format is recognised, and says of the same posts the same as far as it says it; and
// the fixtures of one are not taken for another.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import { askCli } from '../ask-cli.js';
import { type OrchardPost, orchard } from './orchard.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');

/** What a fixture cannot say, or says otherwise. */
interface Limits {
  readonly format: string;
  /** Shown for the channel and for where it forwards from. */
  readonly source?: string;
  readonly forwardedFrom?: string;
  /** The message that a forward is a copy of. */
  readonly message?: string | null;
  readonly link?: boolean;
  readonly media?: string;
  readonly isLocal?: boolean;
  readonly isOneLine?: boolean;
  /** It does not have the post that is a photo alone. */
  readonly isTextOnly?: boolean;
  readonly saysEdits?: boolean;
}

const ids = { source: '1234567890', forwardedFrom: '1987654321' };
const bothIds = { ...ids, media: 'MessageMediaPhoto' };
const fixtures: Record<string, Limits> = {
  'telegram-desktop-json.json': { format: 'telegram-desktop-json', message: null, link: false },
  'telethon-json.jsonl': { format: 'telethon-json', ...bothIds, link: false },
  'telethon-json-array.json': { format: 'telethon-json', ...bothIds, link: false },
  'orchard_news_messages.json': { format: 'telethon-json', ...bothIds, source: 'orchard_news', link: false },
  'telethon-json-pushshift.ndjson': { format: 'telethon-json', ...bothIds, link: false },
  'telethon-json-4cat.ndjson': { format: 'telethon-json', media: 'MessageMediaPhoto' },
  'pyrogram-json.json': { format: 'pyrogram-json', isLocal: true },
  'pyrogram-json-bot-api.jsonl': { format: 'pyrogram-json' },
  'tdl-json.json': { format: 'tdl-json', ...ids, link: false, media: 'file' },
  'tdlib-json.json': { format: 'tdlib-json', ...ids, link: false, media: 'messagePhoto' },
  'tgdataset-json.json': {
    format: 'tgdataset-json',
    forwardedFrom: '1987654321',
    message: null,
    isTextOnly: true,
    saysEdits: false,
  },
  'snscrape-telegram-json.jsonl': {
    format: 'snscrape-telegram-json',
    source: '@orchard_news',
    isOneLine: true,
    media: 'media',
    saysEdits: false,
  },
};

for (const [file, limits] of Object.entries(fixtures)) {
  test(`${file}: the posts of the orchard`, async () => {
    const { stdout, stderr, code } = await askCli(['split', join(folder, file)]);
    expect([stderr, code]).toEqual(['', 0]);
    const posts = stdout.trimEnd().split('\n').map(seen);
    expect(posts).toEqual(expected(limits));
  });

  test(`${file}: recognised by its first kilobytes, wherever they end`, () => {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const length of [3000, 4000, text.length]) {
      const found = detectFormat({ text: text.slice(0, length), path: file });
      expect(found?.format.name).toBe(limits.format);
    }
  });
}

test('text and JSON of other kinds are not taken', () => {
  const others = [
    'Apples {"_": "Message", "peer_id": {"_": "PeerChannel"}} are in season',
    'id,text\n1,"{""_"":""Message""}"\n',
    '{"name": "package", "version": "1.0.0", "messages": []}',
    '[{"id": 1, "message": "hello", "date": "2025-05-30"}]',
    '{"guild": {"id": "1"}, "channel": {"id": "2"}, "messages": [{"id": "3", "type": "Default"}]}',
    '{"chat": "general", "message_id": 5, "date": 1748588400}\n',
    '{"12": {"a": 1}}',
    '{"about": "a web page", "contacts": []}',
    '{"@type": "Person", "name": "message", "chat_id": 5}',
    '',
  ];
  const names = new Set(Object.values(fixtures).map(({ format }) => format));
  for (const text of others) {
    const found = detectFormat({ text, path: 'x.json' })?.format.name ?? 'text';
    expect(names, text).not.toContain(found);
  }
});

type Row = Record<string, unknown>;

/** What is compared of a row of `reposted split`. */
function seen(line: string): Row {
  const row: Row & { forward?: Row | null } = JSON.parse(line);
  return {
    id: row['id'],
    date: row['date'],
    source: row['source'],
    forwardedFrom: row['forwardedFrom'],
    paragraphs: row['paragraphs'],
    message: row.forward?.['message'] ?? null,
    link: row['link'] ?? null,
    media: row['media'] ?? null,
    edited: row['edited'] ?? null,
    replyTo: row['replyTo'] ?? null,
  };
}

function expected(limits: Limits): Row[] {
  const posts = orchard.filter(({ paragraphs }) => !limits.isTextOnly || paragraphs.length > 0);
  return posts.map((post) => expectedPost(post, limits));
}

function expectedPost(post: OrchardPost, limits: Limits): Row {
  const { message = '77', link = true, media = 'photo', saysEdits = true } = limits;
  const date = (text: string) => (limits.isLocal ? text.replace('Z', '') : text);
  const isForward = post.forwardedFrom !== null;
  const isCorrection = post.id === '5' && saysEdits;
  return {
    id: post.id,
    date: date(post.date),
    source: limits.source ?? post.source,
    forwardedFrom: isForward ? (limits.forwardedFrom ?? post.forwardedFrom) : null,
    paragraphs:
      limits.isOneLine && post.paragraphs.length > 0 ? [post.paragraphs.join(' ')] : post.paragraphs,
    message: isForward ? message : null,
    link: link ? `https://t.me/orchard_news/${post.id}` : null,
    media: post.paragraphs.length === 0 ? media : null,
    edited: isCorrection ? date('2025-05-30T12:00:00Z') : null,
    replyTo: isCorrection ? '2' : null,
  };
}
