/** DiscordChatExporter, JSON: one document a channel, whose `guild` and `channel` stand before the messages. */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, Source } from '../model.js';
import { noticeKinds } from './discord-notice.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { readJsonValues } from './syntax/json-values.js';

/** DiscordChatExporter, JSON. */
export const discordJson: RecordFormat = {
  name: 'discord-json',
  title: 'DiscordChatExporter, JSON',
  network: 'discord',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff({ text }) {
    const begins = /^\s*\{\s*"guild"\s*:\s*\{/.test(text);
    return begins && /"channel"\s*:\s*\{/.test(text) ? 'a channel as DiscordChatExporter writes it' : null;
  },
  open: (sink, request) => readJsonValues(sink, request, { paths: ['messages.*'], toPost }),
};

function toPost(message: Json, context: JsonContext): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  if (noticeKinds.has(textAt(message, 'type') ?? '')) return null;
  const author = objectAt(message, 'author');
  const forward = forwardOf(message);
  return {
    text: textOf(message),
    id: textAt(message, 'id'),
    date: dateAt(message, 'timestamp'),
    source: sourceOf(context.around[0] ?? {}),
    author: textAt(author, 'nickname') ?? textAt(author, 'name'),
    forward,
    edited: dateAt(message, 'timestampEdited'),
    replyTo: forward === undefined ? textAt(objectAt(message, 'reference'), 'messageId') : undefined,
    media: mediaOf(message) ?? mediaOf(objectAt(message, 'forwardedMessage')),
  };
}

/** A forward has a text of its own only if somebody said something to it. */
function textOf(message: JsonObject): string {
  const forwarded = textAt(objectAt(message, 'forwardedMessage'), 'content') ?? '';
  const said = [textAt(message, 'content') ?? '', forwarded].filter((text) => text !== '');
  return said.length > 0 ? said.join('\n') : embedText(message);
}

/** A bot's post may be cards and nothing else. */
function embedText(message: JsonObject): string {
  return listAt(message, 'embeds')
    .flatMap((embed) => [textAt(embed, 'title'), textAt(embed, 'description')])
    .filter((text) => text !== undefined)
    .join('\n');
}

function sourceOf(root: JsonObject): Source {
  const [guild, channel] = [objectAt(root, 'guild'), objectAt(root, 'channel')];
  const names = [textAt(guild, 'name'), textAt(channel, 'name')].filter((name) => name !== undefined);
  return { id: textAt(channel, 'id'), name: names.length === 0 ? undefined : names.join(' / ') };
}

function forwardOf(message: JsonObject): ForwardedFrom | undefined {
  const reference = objectAt(message, 'reference');
  const original = message['forwardedMessage'];
  if (!isObject(original) && textAt(reference, 'type') !== 'Forward') return undefined;
  const id = textAt(reference, 'channelId');
  return {
    id,
    name: id === undefined ? 'Discord message' : undefined,
    message: textAt(reference, 'messageId'),
    date: dateAt(original, 'timestamp'),
  };
}

function mediaOf(message: JsonObject): string | undefined {
  if (listAt(message, 'attachments').length > 0) return 'Attachments';
  if (listAt(message, 'stickers').length > 0) return 'Stickers';
  return listAt(message, 'embeds').length > 0 ? 'Embed' : undefined;
}

function dateAt(value: Json | undefined, key: string) {
  return isoDate(textAt(value, key) ?? '');
}
