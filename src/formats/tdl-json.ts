/**
 * `tdl chat export` (iyear/tdl): a chat's number and its messages, which have a text and a date with `--with-content`, and what
 * Telegram sent, as Go names its parts, with `--raw`.
 */

import { unixDate } from '../dates/post-date.js';
import type { ForwardedFrom } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, objectAt, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { readJsonValues } from './syntax/json-values.js';

const chat =
  /^\s*\{\s*"id"\s*:\s*-?\d+\s*,\s*"messages"\s*:\s*\[\s*\{\s*"id"\s*:\s*\d+\s*,\s*"type"\s*:\s*"message"\s*,\s*"file"\s*:/;

/** tdl, JSON. */
export const tdlJson: RecordFormat = {
  name: 'tdl-json',
  title: 'Telegram messages of tdl, JSON',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff: ({ text }) => (chat.test(text) ? 'a chat as tdl exports it' : null),
  open: (sink, request) => readJsonValues(sink, request, { paths: ['messages.*'], toPost }),
};

function toPost(message: Json, { around }: JsonContext): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  const raw = objectAt(message, 'raw');
  return {
    text: textAt(message, 'text') ?? textAt(raw, 'Message') ?? '',
    id: textAt(message, 'id'),
    date: unixDate(message['date'] ?? raw['Date']),
    source: { id: textAt(around[0], 'id') },
    author: textAt(raw, 'PostAuthor'),
    forward: forwardOf(objectAt(raw, 'FwdFrom')),
    edited: unixDate(raw['EditDate']),
    replyTo: textAt(raw['ReplyTo'], 'ReplyToMsgID'),
    media: textAt(message, 'file') === undefined ? undefined : 'file',
  };
}

/** What is not forwarded has a header, too, of zeros. */
function forwardOf(header: JsonObject): ForwardedFrom | undefined {
  const date = unixDate(header['Date']);
  if (date === undefined) return undefined;
  const from = objectAt(header, 'FromID');
  const post = textAt(header, 'ChannelPost');
  return {
    id: textAt(from, 'ChannelID') ?? textAt(from, 'UserID') ?? textAt(from, 'ChatID'),
    name: textAt(header, 'FromName'),
    message: post === '0' ? undefined : post,
    date,
    author: textAt(header, 'PostAuthor'),
  };
}
