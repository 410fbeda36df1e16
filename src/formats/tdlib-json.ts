/** Messages as TDLib's JSON interface gives them, `"@type":"message"`; forwards in the layouts before and since 1.8.20. */

import { unixDate } from '../dates/post-date.js';
import type { PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, objectAt, textAt } from './syntax/json.js';
import { openJson } from './syntax/open-json.js';
import { bareId } from './telegram-ids.js';

/** TDLib, JSON. */
export const tdlibJson: RecordFormat = {
  name: 'tdlib-json',
  title: 'Telegram messages of TDLib, JSON',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff({ text }) {
    const isTdlib = /^\s*(?:\{\s*"|\[\s*\{)/.test(text) && /"@type"\s*:\s*"message"/.test(text);
    return isTdlib && /"chat_id"\s*:\s*-?\d/.test(text) ? 'messages of TDLib' : null;
  },
  open: (sink, request) => openJson(sink, request, { paths: ['[]', 'messages.*'], toPost }),
};

function toPost(value: Json): Outcome {
  if (!isObject(value)) return { broken: 'expected a message, found no object' };
  const message = value['@type'] === 'updateNewMessage' ? objectAt(value, 'message') : value;
  if (message['@type'] !== 'message') return null;
  const content = objectAt(message, 'content');
  const text = textOf(content);
  const media = mediaOf(textAt(content, '@type') ?? '');
  if (text === undefined && media === undefined) return null;
  return {
    text: text ?? '',
    id: serverId(textAt(message, 'id')),
    date: unixDate(message['date']),
    source: { id: bareId(textAt(message, 'chat_id')) },
    author: textAt(message, 'author_signature'),
    forward: forwardOf(message),
    edited: unixDate(message['edit_date']),
    replyTo: replyOf(message),
    media,
  };
}

/** A lone emoji that moves has a content of its own. */
function textOf(content: JsonObject): string | undefined {
  if (content['@type'] === 'messageAnimatedEmoji') return textAt(content, 'emoji');
  return textAt(content['text'], 'text') ?? textAt(content['caption'], 'text');
}

/** TDLib's numbers leave room for messages not yet sent between those of the server. */
const SERVER_STEP = 2 ** 20;

function serverId(id: string | undefined): string | undefined {
  const number = Number(id ?? 0);
  if (number === 0) return undefined;
  return number % SERVER_STEP === 0 ? String(number / SERVER_STEP) : id;
}

const attached = new Set([
  'messageAnimation',
  'messageAudio',
  'messageContact',
  'messageDice',
  'messageDocument',
  'messageExpiredPhoto',
  'messageExpiredVideo',
  'messageGame',
  'messageInvoice',
  'messageLocation',
  'messagePaidMedia',
  'messagePhoto',
  'messagePoll',
  'messageSticker',
  'messageStory',
  'messageUnsupported',
  'messageVenue',
  'messageVideo',
  'messageVideoNote',
  'messageVoiceNote',
]);

/** What is neither text nor attached is news of the chat. */
function mediaOf(kind: string): string | undefined {
  return attached.has(kind) ? kind : undefined;
}

function replyOf(message: JsonObject): string | undefined {
  return serverId(textAt(message['reply_to'], 'message_id') ?? textAt(message, 'reply_to_message_id'));
}

function forwardOf(message: JsonObject): PostRecord['forward'] {
  const info = message['forward_info'];
  if (!isObject(info)) return undefined;
  const origin = objectAt(info, 'origin');
  const id =
    textAt(origin, 'chat_id') ?? textAt(origin, 'sender_chat_id') ?? textAt(origin, 'sender_user_id');
  return {
    id: bareId(id),
    name: textAt(origin, 'sender_name'),
    message: serverId(textAt(origin, 'message_id')),
    date: unixDate(info['date']),
    author: textAt(origin, 'author_signature'),
  };
}
