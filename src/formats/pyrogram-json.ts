/**
 * Messages in the layout of the Bot API: as Pyrogram prints them, with dates in the local time of the machine, or as
 * the Bot API sends them, with Unix dates and perhaps inside an update.
 */
import type { PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { anyDate } from './syntax/any-date.js';
import { isObject, type Json, type JsonObject, objectAt, textAt } from './syntax/json.js';
import { openJson } from './syntax/open-json.js';
import { bareId, fullName, postLink } from './telegram-ids.js';

const chat = /"chat"\s*:\s*\{[^{}]*"id"\s*:\s*-?\d/;
const message = /"message_id"\s*:\s*\d|"_"\s*:\s*"Message"/;

/** Pyrogram and Bot API, JSON. */
export const pyrogramJson: RecordFormat = {
  name: 'pyrogram-json',
  title: 'Telegram messages of Pyrogram or the Bot API, JSON',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media', 'link'],
  sniff({ text }) {
    const isJson = /^\s*(?:\{\s*"|\[\s*\{)/.test(text);
    if (!isJson || !chat.test(text) || !message.test(text) || !/"date"\s*:/.test(text)) return null;
    return /"_"\s*:\s*"Message"/.test(text) ? 'messages of Pyrogram' : 'messages of the Bot API';
  },
  open: (sink, request) => openJson(sink, request, { paths: ['[]', 'messages.*', 'result.*'], toPost }),
};

/** An update says one thing; these are the ones that say a post. */
const updates = ['channel_post', 'message', 'business_message'];

function toPost(value: Json): Outcome {
  if (!isObject(value)) return { broken: 'expected a message, found no object' };
  if (value['update_id'] === undefined) return messageToPost(value);
  const inner = updates.map((kind) => value[kind]).find(isObject);
  // An edit repeats a post that was sent before.
  return inner === undefined ? null : messageToPost(inner);
}

function messageToPost(value: JsonObject): Outcome {
  const id = textAt(value, 'id') ?? textAt(value, 'message_id');
  if (id === undefined) return { broken: 'expected the id of a message, found none' };
  const text = textAt(value, 'text') ?? textAt(value, 'caption');
  const media = mediaOf(value);
  // What has neither is news of the chat.
  if (text === undefined && media === undefined) return null;
  const source = entityOf(objectAt(value, 'chat'));
  return {
    text: text ?? '',
    id,
    date: anyDate(value['date']),
    source,
    author: textAt(value, 'author_signature') ?? senderOf(value, source),
    forward: forwardOf(value),
    edited: anyDate(value['edit_date']),
    replyTo: textAt(value, 'reply_to_message_id') ?? replyOf(objectAt(value, 'reply_to_message')),
    media,
    link: postLink(source.handle, id),
  };
}

const kinds = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'document',
  'poll',
  'contact',
  'location',
  'venue',
  'dice',
  'game',
  'story',
  'paid_media',
  'invoice',
];

function mediaOf(value: JsonObject): string | undefined {
  return kinds.find((kind) => isObject(value[kind]) || Array.isArray(value[kind]));
}

function replyOf(original: JsonObject): string | undefined {
  return textAt(original, 'id') ?? textAt(original, 'message_id');
}

/** A chat has a title, a person a name. */
function entityOf(entity: JsonObject): Source {
  return {
    id: bareId(textAt(entity, 'id')),
    handle: textAt(entity, 'username'),
    name: textAt(entity, 'title') ?? fullName(textAt(entity, 'first_name'), textAt(entity, 'last_name')),
  };
}

/** In a channel the sender is the channel. */
function senderOf(value: JsonObject, { id }: Source): string | undefined {
  const sender = entityOf(isObject(value['from']) ? value['from'] : objectAt(value, 'from_user'));
  return sender.id === id ? undefined : sender.name;
}

function forwardOf(value: JsonObject): PostRecord['forward'] {
  const origin = isObject(value['forward_origin']) ? fromOrigin(value['forward_origin']) : fromFields(value);
  if (Object.values(origin).every((part) => part === undefined)) return undefined;
  return { ...origin, link: postLink(origin.handle, origin.message) };
}

/** Before Bot API 7.0. */
function fromFields(value: JsonObject): NonNullable<PostRecord['forward']> {
  const from = value['forward_from_chat'] ?? value['forward_from'];
  const entity = entityOf(isObject(from) ? from : {});
  return {
    ...entity,
    name: entity.name ?? textAt(value, 'forward_sender_name'),
    message: textAt(value, 'forward_from_message_id'),
    date: anyDate(value['forward_date']),
    author: textAt(value, 'forward_signature'),
  };
}

/** Since Bot API 7.0. */
function fromOrigin(origin: JsonObject): NonNullable<PostRecord['forward']> {
  const from = origin['chat'] ?? origin['sender_chat'] ?? origin['sender_user'];
  const entity = entityOf(isObject(from) ? from : {});
  return {
    ...entity,
    name: entity.name ?? textAt(origin, 'sender_user_name'),
    message: textAt(origin, 'message_id'),
    date: anyDate(origin['date']),
    author: textAt(origin, 'author_signature'),
  };
}
