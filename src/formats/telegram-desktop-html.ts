/**
 * `messages.html`, `messages2.html` … of Telegram Desktop. Class by class after tdesktop's export_output_html.cpp. Ids
 * of chats and of forwarded messages are not in it: names are all that is known.
 */

import { civilDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostDate, PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import type { HtmlElement } from './syntax/html.js';
import { firstIn, firstOfClass, hasClass } from './syntax/html-query.js';
import { readHtmlRecords } from './syntax/html-records.js';
import { textOf } from './syntax/html-text.js';

const mark = /<div\s(?=[^<>]*\bclass\s*=\s*["']?message (?:default|service))/g;

/** Telegram Desktop export, HTML. */
export const telegramDesktopHtml: RecordFormat = {
  name: 'telegram-desktop-html',
  title: 'Telegram Desktop export, HTML (messages.html)',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'reply', 'media'],
  sniff({ text }) {
    if (!/^\s*</.test(text)) return null;
    // The other pages of an export, lists of its parts, are of it, too.
    const isPage = text.includes('class="page_header"') && /class="page_body[ "]/.test(text);
    return text.search(mark) >= 0 || isPage ? 'messages of an HTML export of Telegram Desktop' : null;
  },
  open(sink, request) {
    const chat = createChat();
    return readHtmlRecords(sink, request, { mark, trace: /<[^<>]*\bid="message-?\d/, ...chat });
  },
};

/** What a message takes over from the one before it. */
interface Before {
  readonly sender?: string | undefined;
  readonly forward?: ForwardedFrom | undefined;
}

function createChat() {
  let name: string | undefined;
  let before: Before = {};
  return {
    preamble(document: HtmlElement): void {
      const title = firstIn(
        firstOfClass(document, 'page_header'),
        (inner) => hasClass(inner, 'text') && hasClass(inner, 'bold'),
      );
      name = title === undefined ? undefined : textOf(title);
    },
    toPost(message: HtmlElement | null): Outcome {
      const inherited: Before = message !== null && hasClass(message, 'joined') ? before : {};
      before = {};
      if (message === null || hasClass(message, 'service')) return null;
      const forwarded = firstIn(message, (inner) => hasClass(inner, 'forwarded') && hasClass(inner, 'body'));
      const sender = nameIn(message, (inner) => inner === forwarded) ?? inherited.sender;
      const forward = forwarded === undefined ? undefined : (forwardIn(forwarded) ?? inherited.forward);
      before = { sender, forward };
      return postOf(message, { name: name ?? sender, sender, forward });
    },
  };
}

function postOf(message: HtmlElement, of: Before & { name: string | undefined }): PostRecord {
  const text = firstIn(message, (inner) => hasClass(inner, 'text'), isAside);
  const signature = firstOfClass(message, 'signature');
  return {
    text: text === undefined ? '' : textOf(text),
    id: /^message(\d+)$/.exec(message.attributes['id'] ?? '')?.[1],
    date: dateOf(firstIn(message, (inner) => hasClass(inner, 'date'))),
    source: { name: of.name },
    author: signature !== undefined ? textOf(signature) : of.sender === of.name ? undefined : of.sender,
    forward: of.forward,
    replyTo: replyIn(message),
    media: mediaIn(message),
  };
}

function isAside(inner: HtmlElement): boolean {
  return hasClass(inner, 'media_wrap') || hasClass(inner, 'reply_to') || hasClass(inner, 'userpic_wrap');
}

/** Without the date and the bot that stand beside it. */
function nameIn(within: HtmlElement, closed?: (inner: HtmlElement) => boolean): string | undefined {
  const named = firstIn(within, (inner) => hasClass(inner, 'from_name'), closed);
  if (named === undefined) return undefined;
  return textOf(named, (inner) => hasClass(inner, 'date')).replace(/ via @\w+$/, '') || undefined;
}

function forwardIn(forwarded: HtmlElement): ForwardedFrom | undefined {
  const name = nameIn(forwarded);
  return name === undefined ? undefined : { name, date: dateOf(firstOfClass(forwarded, 'date')) };
}

/** `30.05.2025 10:00:00 UTC+03:00`; without the zone before 2022. */
function dateOf(element: HtmlElement | undefined): PostDate | undefined {
  const title = element?.attributes['title'] ?? '';
  const parts = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: UTC(?:([+-])(\d{2}):(\d{2}))?)?$/.exec(
    title,
  );
  if (parts === null) return undefined;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const east = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * (parts[7] === '-' ? -1 : 1);
  return civilDate({ year, month, day, hour, minute, second }, title.includes('UTC') ? east : null);
}

function replyIn(message: HtmlElement): string | undefined {
  const link = firstIn(firstOfClass(message, 'reply_to'), ({ name }) => name === 'a');
  return /#go_to_message(\d+)$/.exec(link?.attributes['href'] ?? '')?.[1];
}

/** `media_photo` and `photo_wrap` are the same, one without the file. */
function mediaIn(message: HtmlElement): string | undefined {
  const [media] =
    firstOfClass(message, 'media_wrap')?.children.filter((child) => typeof child !== 'string') ?? [];
  return /(?:^|\s)(?:media_(?!wrap)([a-z_]+)|([a-z_]+)_wrap)(?:\s|$)/
    .exec(media?.attributes['class'] ?? '')
    ?.slice(1)
    .find((word) => word !== undefined);
}
