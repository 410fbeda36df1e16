/**
 * "Download your information" of Facebook and Instagram, JSON: chats (`message_1.json`) and own posts
 * (`your_posts_1.json`, `posts_1.json`). Its UTF-8 was taken for Latin-1 and escaped: see mend-latin1.ts.
 */

import { unixDate } from '../dates/post-date.js';
import type { Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { mendLatin1 } from './mend-latin1.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import { readJsonValues } from './syntax/json-values.js';

const ownPost = /^\s*\[\s*\{\s*"(?:timestamp|attachments|data|title|media|creation_timestamp)"\s*:/;

/** Facebook and Instagram, JSON. */
export const facebookJson: RecordFormat = {
  name: 'facebook-json',
  title: 'Facebook and Instagram download, JSON (messages and posts)',
  network: 'facebook',
  carries: ['date', 'source', 'author', 'media'],
  sniff({ text }) {
    const isChat = /^\s*\{/.test(text) && /"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:/.test(text);
    if (isChat) return 'a chat as Facebook and Instagram give it';
    if (!ownPost.test(text)) return null;
    const isFacebook =
      /"timestamp"\s*:\s*\d/.test(text) && /"data"\s*:\s*\[\s*\{\s*"(?:post|update_timestamp)"/.test(text);
    const isInstagram = /"creation_timestamp"\s*:\s*\d/.test(text) && /"uri"\s*:/.test(text);
    return isFacebook || isInstagram ? 'own posts as Facebook and Instagram give them' : null;
  },
  open(sink, request) {
    const source = chatOf(request.head.path);
    return readJsonValues(sink, request, {
      paths: /^\s*\{/.test(request.head.text) ? ['messages.*'] : ['*'],
      toPost: (value) => toPost(value, source),
    });
  },
};

/** The folder of `inbox/orchard_123/message_1.json`: a chat is many files, and its title stands at their ends. */
function chatOf(path: string): Source | undefined {
  const folder = /([^/\\]+)[/\\]message_\d+\.json[^/\\]*$/.exec(path)?.[1];
  return folder === undefined ? undefined : { name: folder };
}

function toPost(value: Json, source: Source | undefined): Outcome {
  if (!isObject(value)) return { broken: 'expected a message, found no object' };
  return value['sender_name'] === undefined ? ownPostOf(value) : messageOf(value, source);
}

function messageOf(message: JsonObject, source: Source | undefined): Outcome {
  const type = textAt(message, 'type');
  if (message['is_unsent'] === true || message['call_duration'] !== undefined) return null;
  if (type === 'Subscribe' || type === 'Unsubscribe' || type === 'Call') return null;
  const text = mended(message, 'content') ?? '';
  if (reaction.test(text)) return null;
  const share = objectAt(message, 'share');
  return {
    text: isNotice(text) ? (mended(share, 'share_text') ?? '') : text,
    date: unixDate(message['timestamp_ms']),
    source,
    author: mended(message, 'sender_name'),
    media: mediaKinds.find((kind) => message[kind] !== undefined),
    link: textAt(share, 'link'),
  };
}

const mediaKinds = ['photos', 'videos', 'audio_files', 'gifs', 'files', 'sticker', 'share'];

/** Stands for a heart under somebody else's message. */
const reaction = /^(?:Liked a message|Reacted .{1,20} to your message)\s*$/u;

/** Stands where nothing was written. */
function isNotice(text: string): boolean {
  return (
    text.length < 200 && /^.{1,100} sent an? (?:attachment|photo|link|video|voice message)\.$/.test(text)
  );
}

/** The text of a post of Facebook is among its `data`; of Instagram it is the title of the post or its only picture. */
function ownPostOf(post: JsonObject): Outcome {
  const said = listAt(post, 'data').map((part) => mended(part, 'post'));
  const pictures = listAt(post, 'media');
  const isInstagram = post['media'] !== undefined;
  const title = isInstagram ? (mended(post, 'title') ?? mended(pictures[0], 'title')) : undefined;
  const text = said.find((part) => part !== undefined) ?? title ?? '';
  const date = post['timestamp'] ?? post['creation_timestamp'] ?? objectOf(pictures[0])['creation_timestamp'];
  const hasMedia = pictures.length > 0 || listAt(post, 'attachments').length > 0;
  return { text, date: unixDate(date), media: hasMedia ? 'media' : undefined };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function mended(value: Json | undefined, key: string): string | undefined {
  const text = textAt(value, key);
  return text === undefined ? undefined : mendLatin1(text);
}
