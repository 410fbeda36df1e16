/**
 * The public page of a Telegram channel, `t.me/s/<channel>`, or one of its mirrors, saved as HTML. Edited posts are
 * marked there, but not dated, and views have no place in a report: neither is read.
 */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import type { HtmlElement } from './syntax/html.js';
import { firstIn, firstOfClass, hasClass } from './syntax/html-query.js';
import { readHtmlRecords } from './syntax/html-records.js';
import { textOf } from './syntax/html-text.js';
import { isObject, textAt } from './syntax/json.js';
import { parseJson } from './syntax/parse-json.js';

const mark = /<div\s(?=[^<>]*\bdata-post\s*=)(?=[^<>]*["'\s=]tgme_widget_message["'\s])/g;
const page = /\bhref="[^"]*telegram\.org\/css\/widget-frame\.css|\burl: https?:\/\/[^/\s]+\/s\/\w+/;

/** Telegram channel page, HTML. */
export const telegramWebHtml: RecordFormat = {
  name: 'telegram-web-html',
  title: 'Telegram channel page, HTML (t.me/s/…)',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'reply', 'media', 'link'],
  sniff({ text }) {
    if (!/^\s*</.test(text)) return null;
    return text.search(mark) >= 0 || page.test(text) ? 'messages of a channel page of Telegram' : null;
  },
  open: (sink, request) => readHtmlRecords(sink, request, { mark, trace: /<[^<>]*\bdata-post\s*=/, toPost }),
};

function toPost(message: HtmlElement | null): Outcome {
  if (message === null || hasClass(message, 'service_message')) return null;
  const [, handle, id] = /^(.+)\/(\d+)$/.exec(message.attributes['data-post'] ?? '') ?? [];
  if (handle === undefined || id === undefined)
    return { broken: 'expected channel/number in data-post, found other' };
  const text = firstIn(message, (inner) => hasClass(inner, 'tgme_widget_message_text'), isAside);
  if (firstOfClass(text, 'tgme_widget_message_footer') !== undefined) {
    return { broken: 'expected the end of a text, found what stands below it' };
  }
  const when = firstIn(
    message,
    ({ name, attributes }) => name === 'time' && attributes['datetime'] !== undefined,
  );
  const day = firstOfClass(message, 'tgme_widget_message_date');
  return {
    text: text === undefined ? '' : textOf(text),
    id,
    date: isoDate(when?.attributes['datetime'] ?? ''),
    source: { id: channelOf(message), handle, name: shown(message, 'tgme_widget_message_owner_name') },
    author: shown(message, 'tgme_widget_message_from_author'),
    forward: forwardIn(message),
    replyTo: replyIn(message, handle),
    media: media.find(([name]) => firstOfClass(message, `tgme_widget_message_${name}`) !== undefined)?.[1],
    link: day?.attributes['href'] ?? `https://t.me/${handle}/${id}`,
  };
}

/** The quoted post has the class of a text too; a preview is the text of the page that is linked. */
function isAside(inner: HtmlElement): boolean {
  return ['tgme_widget_message_reply', 'js-message_reply_text', 'tgme_widget_message_link_preview'].some(
    (name) => hasClass(inner, name),
  );
}

function shown(message: HtmlElement, name: string): string | undefined {
  const element = firstOfClass(message, name);
  return element === undefined ? undefined : textOf(element) || undefined;
}

/** Of a channel the name is a link to the original; of a user without a handle it is none. */
function forwardIn(message: HtmlElement): PostRecord['forward'] {
  const name = shown(message, 'tgme_widget_message_forwarded_from_name');
  if (name === undefined) return undefined;
  const link = firstOfClass(message, 'tgme_widget_message_forwarded_from_name')?.attributes['href'];
  const author = shown(message, 'tgme_widget_message_forwarded_from_author');
  return { name, author, ...postAt(link), link };
}

/** `https://t.me/pear_weekly/77`, and of a private channel `https://t.me/c/1987654321/77`. */
function postAt(link: string | undefined): ForwardedFrom {
  const [, id, handle, message] =
    /^(?:https?:)?\/\/[^/]+\/(?:s\/)?(?:c\/(\d+)|(\w+))(?:\/(\d+))?\/?(?:[?#].*)?$/.exec(link ?? '') ?? [];
  return { id, handle, message };
}

function replyIn(message: HtmlElement, handle: string): string | undefined {
  const to = postAt(firstOfClass(message, 'tgme_widget_message_reply')?.attributes['href']);
  return to.handle?.toLowerCase() === handle.toLowerCase() ? to.message : undefined;
}

/** The number of the channel, which `data-view` has as a negative one. */
function channelOf(message: HtmlElement): string | undefined {
  const view = Buffer.from(message.attributes['data-view'] ?? '', 'base64url').toString();
  const { value } = parseJson(view);
  return isObject(value) ? /^-(\d+)$/.exec(textAt(value, 'c') ?? '')?.[1] : undefined;
}

/** Parts of classes, and the words that other Telegram formats have for them. */
const media: readonly (readonly [string, string])[] = [
  ['photo_wrap', 'photo'],
  ['video_player', 'video'],
  ['video_wrap', 'video'],
  ['roundvideo', 'video_message'],
  ['roundvideo_player', 'video_message'],
  ['voice', 'voice_message'],
  ['voice_player', 'voice_message'],
  ['document_wrap', 'document'],
  ['document', 'document'],
  ['poll', 'poll'],
  ['sticker', 'sticker'],
  ['sticker_wrap', 'sticker'],
  ['location_wrap', 'location'],
  ['contact', 'contact'],
];
