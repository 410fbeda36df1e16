/**
 * `snscrape --jsonl telegram-channel …`, and the bellingcat fork, which adds `forwarded` and `forwardedUrl`. snscrape
 * loses line breaks, so a post is one paragraph; and of a post that answers another it has the quoted text in place of
 * the post's own, which cannot be told from the record.
 */

import { isoDate } from '../dates/post-date.js';
import type { PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, objectAt, textAt } from './syntax/json.js';
import { openJson } from './syntax/open-json.js';
import { postLink, readPostLink } from './telegram-ids.js';

/** snscrape, Telegram, JSON. */
export const snscrapeTelegramJson: RecordFormat = {
  name: 'snscrape-telegram-json',
  title: 'Telegram posts of snscrape, JSON Lines',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'forward', 'media', 'link'],
  sniff({ text }) {
    const isSnscrape =
      /^\s*(?:\{|\[\s*\{)/.test(text) &&
      /"_type"\s*:\s*"snscrape\.modules\.telegram\.TelegramPost"/.test(text);
    return isSnscrape ? 'Telegram posts of snscrape' : null;
  },
  open: (sink, request) => openJson(sink, request, { paths: ['[]'], toPost }),
};

function toPost(post: Json): Outcome {
  if (!isObject(post)) return { broken: 'expected a post, found no object' };
  const place = readPostLink(textAt(post, 'url'));
  if (place === null) return { broken: 'expected the url of a Telegram post, found none' };
  return {
    text: textAt(post, 'content') ?? '',
    id: place.message,
    date: isoDate(textAt(post, 'date') ?? ''),
    source: { ...place.source, name: textAt(post['channel'], 'title') },
    forward: forwardOf(post),
    media: ['images', 'video', 'media'].find((kind) => isAttached(post[kind])),
    link: postLink(place.source.handle, place.message),
  };
}

function isAttached(media: Json | undefined): boolean {
  return Array.isArray(media) ? media.length > 0 : typeof media === 'string' || isObject(media);
}

function forwardOf(post: JsonObject): PostRecord['forward'] {
  const origin = objectAt(post, 'forwarded');
  const link = textAt(post, 'forwardedUrl');
  const handle = textAt(origin, 'username') ?? textAt(post, 'forwarded');
  const place = readPostLink(link);
  if (handle === undefined && place === null) return undefined;
  return { handle, ...place?.source, name: textAt(origin, 'title'), message: place?.message, link };
}
