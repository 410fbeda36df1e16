/**
 * Messages as Telethon writes them (`to_dict`, `to_json`; LonamiWebs/Telethon, api.tl), and tools built upon it: 4CAT
 * (with `_chat` and `_sender`, `_type` for `_`), telegram-tracker, Pushshift's Telegram data set of 2019 (`to_id`).
 */
import type { ForwardedFrom, PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { anyDate } from './syntax/any-date.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import { openJson } from './syntax/open-json.js';
import { bareId, fullName, postLink } from './telegram-ids.js';

const paths = ['[]', 'messages.*'];
const ofClient = /"_"\s*:\s*"Message(?:Service|Empty)?"/;
const peer = /"(?:peer_id|to_id)"\s*:\s*\{/;
const of4cat = /"_chat"\s*:\s*\{/;

/** Telethon, 4CAT, telegram-tracker, Pushshift. */
export const telethonJson: RecordFormat = {
  name: 'telethon-json',
  title: 'Telegram messages of Telethon, 4CAT, telegram-tracker or Pushshift, JSON',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media', 'link'],
  sniff({ text }) {
    if (!/^\s*(?:\{\s*"|\[\s*\{)/.test(text) || !peer.test(text)) return null;
    if (ofClient.test(text)) return 'messages of Telethon';
    return of4cat.test(text) && /"message"\s*:/.test(text) ? 'messages of Telethon, collected by 4CAT' : null;
  },
  open(sink, request) {
    const name = chatNamed(request.head.path);
    return openJson(sink, request, { paths, toPost: (message) => toPost(message, name) });
  },
};

/** telegram-tracker says only in the file's name which chat it is. */
function chatNamed(path: string): string | undefined {
  return /(?:^|[\\/])([a-z]\w{3,31})_messages\.json/i.exec(path)?.[1];
}

function toPost(message: Json, chatName: string | undefined): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  const kind = textAt(message, '_') ?? textAt(message, '_type') ?? 'Message';
  if (kind !== 'Message' || isObject(message['action'])) return null;
  const id = textAt(message, 'id');
  if (id === undefined) return { broken: 'expected the id of a message, found none' };
  const source = sourceOf(message, chatName);
  return {
    text: textAt(message, 'message') ?? '',
    id,
    date: anyDate(message['date']),
    source,
    author: textAt(message, 'post_author') ?? senderOf(message, source),
    forward: forwardOf(message),
    edited: anyDate(message['edit_date']),
    replyTo: textAt(message['reply_to'], 'reply_to_msg_id') ?? textAt(message, 'reply_to_msg_id'),
    media: mediaOf(message),
    link: postLink(source.handle, id),
  };
}

function sourceOf(message: JsonObject, chatName: string | undefined): Source {
  const chat = objectAt(message, '_chat');
  const peerId = idOfPeer(message['peer_id']) ?? idOfPeer(message['to_id']);
  return {
    id: peerId ?? bareId(textAt(chat, 'id')),
    handle: textAt(chat, 'username'),
    name: nameOf(chat) ?? chatName,
  };
}

/** In a channel the sender is the channel. */
function senderOf(message: JsonObject, { id }: Source): string | undefined {
  const sender = objectAt(message, '_sender');
  return textAt(sender, 'id') === id ? undefined : nameOf(sender);
}

/** A channel has a title, a person a name. */
function nameOf(entity: JsonObject): string | undefined {
  return textAt(entity, 'title') ?? fullName(textAt(entity, 'first_name'), textAt(entity, 'last_name'));
}

/** A peer is an object of its kind, in layouts of 2019 also the bare number of a person. */
function idOfPeer(peerId: Json | undefined): string | undefined {
  const id = textAt(peerId, 'channel_id') ?? textAt(peerId, 'chat_id') ?? textAt(peerId, 'user_id');
  return bareId(id ?? textAt({ peerId }, 'peerId'));
}

/** Up to 2020 the header named the channel itself, beside the person who wrote the post there. */
function forwardOf(message: JsonObject): PostRecord['forward'] {
  const header = message['fwd_from'];
  if (!isObject(header)) return undefined;
  const id = bareId(textAt(header, 'channel_id')) ?? idOfPeer(header['from_id']);
  const entity = originOf(message, header, id);
  const handle = textAt(entity, 'username');
  const post = textAt(header, 'channel_post');
  const forward: ForwardedFrom = {
    id,
    handle,
    name: nameOf(entity) ?? textAt(header, 'from_name'),
    message: post,
    date: anyDate(header['date']),
    author: textAt(header, 'post_author'),
    link: postLink(handle, post),
  };
  return forward;
}

/** 4CAT adds what it knows of the origin: beside the message, or where it looked it up, inside the header. */
function originOf(message: JsonObject, header: JsonObject, id: string | undefined): JsonObject {
  const beside = message['_forward'];
  const found = listAt(header['from_id'], 'chats').find((chat) => textAt(chat, 'id') === id);
  const candidates = [
    objectAt(beside, '_chat'),
    objectAt(beside, '_sender'),
    isObject(found) ? found : {},
    objectAt(header['from_id'], 'user'),
  ];
  return candidates.find((entity) => Object.keys(entity).length > 0) ?? {};
}

/** The preview of a link is not attached. */
function mediaOf(message: JsonObject): string | undefined {
  const kind = textAt(message['media'], '_') ?? textAt(message['media'], '_type');
  return kind === 'MessageMediaWebPage' || kind === 'MessageMediaEmpty' ? undefined : kind;
}
