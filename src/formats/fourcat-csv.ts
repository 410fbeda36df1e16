/**
 * CSV of 4CAT: all of its sources share `id, thread_id, timestamp, author, body`. Its Telegram source says more, and
 * is a format of its own, for its ids are Telegram's.
 */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostRecord } from '../model.js';
import type { RecordFormat } from './format.js';
import { anyDate } from './syntax/any-date.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { type JsonObject, textAt } from './syntax/json.js';

const shared = ['id', 'thread_id', 'timestamp', 'author', 'body'];

/** 4CAT, source Telegram. */
export const fourcatTelegramCsv: RecordFormat = {
  name: 'fourcat-telegram-csv',
  title: '4CAT, messages of Telegram, CSV',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff: ({ text }) =>
    headerWith(text, [...shared, 'author_forwarded_from_name'])
      ? 'the columns of a Telegram data set of 4CAT'
      : null,
  open: (sink, request) => openCsv(sink, request, { toPost: toTelegramPost }),
};

/** 4CAT, any other source: X, VK, Bluesky, Gab, Facebook. */
export const fourcatCsv: RecordFormat = {
  name: 'fourcat-csv',
  title: '4CAT, posts of other networks, CSV',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'link'],
  sniff: ({ text }) => (headerWith(text, shared) ? 'the columns of a data set of 4CAT' : null),
  open: (sink, request) => openCsv(sink, request, { toPost }),
};

function toTelegramPost(row: JsonObject): PostRecord {
  const thread = textAt(row, 'thread_id');
  const chat = textAt(row, 'chat') ?? thread;
  const author = textAt(row, 'author_name') ?? textAt(row, 'author_username');
  return {
    text: textAt(row, 'body') ?? '',
    id: textAt(row, 'id')?.replace(/^.*-(?=\d+$)/, ''),
    date: anyDate(textAt(row, 'unix_timestamp')) ?? isoDate(textAt(row, 'timestamp') ?? ''),
    // The name of a public chat is its handle; other chats are called by their number.
    source: chat !== undefined && /^-?\d+$/.test(chat) ? { id: bareId(chat) } : { handle: chat },
    // In a channel the sender is the channel.
    author: author === chat ? undefined : author,
    forward: telegramForward(row),
    edited: anyDate(textAt(row, 'unix_timestamp_edited')) ?? isoDate(textAt(row, 'timestamp_edited') ?? ''),
    replyTo: textAt(row, 'reply_to'),
    media: textAt(row, 'attachment_type'),
  };
}

function telegramForward(row: JsonObject): ForwardedFrom | undefined {
  const id = textAt(row, 'author_forwarded_from_id');
  const handle = textAt(row, 'author_forwarded_from_username');
  const name = textAt(row, 'author_forwarded_from_name');
  if (id === undefined && handle === undefined && name === undefined) return undefined;
  const date =
    anyDate(textAt(row, 'unix_timestamp_forwarded_from')) ??
    isoDate(textAt(row, 'timestamp_forwarded_from') ?? '');
  return { id: id === undefined ? undefined : bareId(id), handle, name, date };
}

/** Bots call channels by their number behind `-100`. */
function bareId(id: string): string {
  return id.replace(/^-(?:100)?/, '');
}

/** Threads are conversations here: who wrote a post is its source. */
function toPost(row: JsonObject): PostRecord {
  const author = textAt(row, 'author');
  const retweeted = textAt(row, 'retweeted_user');
  return {
    text: textAt(row, 'body') ?? '',
    id: textAt(row, 'id'),
    date: anyDate(textAt(row, 'unix_timestamp')) ?? isoDate(textAt(row, 'timestamp') ?? ''),
    source: author === undefined ? undefined : { name: author },
    author: textAt(row, 'author_fullname') ?? textAt(row, 'author_name'),
    forward: retweeted === undefined ? undefined : { name: retweeted },
    link: textAt(row, 'url') ?? textAt(row, 'link'),
  };
}
