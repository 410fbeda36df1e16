/**
 * DiscordChatExporter, HTML, class by class after its MessageGroupTemplate. Dates are written in the way of the exporter's
 * system; the id of a message has the moment it was sent, exactly.
 */

import { unixDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostDate, PostRecord, Source } from '../model.js';
import { channelNamed } from './discord-source.js';
import type { Outcome, RecordFormat } from './format.js';
import type { HtmlElement } from './syntax/html.js';
import { allOfClass, firstOfClass } from './syntax/html-query.js';
import { readHtmlRecords } from './syntax/html-records.js';
import { textOf } from './syntax/html-text.js';

/** Quotes are gone where the exporter could do without them. */
const mark = /<div\s(?=[^<>]*\bid\s*=\s*["']?chatlog__message-container-\d)/g;

/** DiscordChatExporter, HTML. */
export const discordHtml: RecordFormat = {
  name: 'discord-html',
  title: 'DiscordChatExporter, HTML',
  network: 'discord',
  carries: ['id', 'date', 'source', 'author', 'forward', 'reply', 'media'],
  sniff({ text }) {
    const isPage =
      /^\s*</.test(text) && (text.search(mark) >= 0 || /\.chatlog__message-container\b/.test(text));
    return isPage ? 'a channel as DiscordChatExporter writes it' : null;
  },
  open(sink, request) {
    const trace = /<[^<>]*\bdata-message-id\s*=/;
    return readHtmlRecords(sink, request, { mark, trace, ...createChannel(request.head.path) });
  },
};

function createChannel(path: string) {
  let source = channelNamed(path);
  /** Of the first message in a group; the others do not say it again. */
  let author: string | undefined;
  return {
    preamble(document: HtmlElement): void {
      const [guild, channel] = allOfClass(document, 'preamble__entry').map((entry) => textOf(entry));
      if (guild !== undefined && channel !== undefined) source = { ...source, name: `${guild} / ${channel}` };
    },
    toPost(message: HtmlElement | null): Outcome {
      const isNews = message !== null && firstOfClass(message, 'chatlog__system-notification-content');
      const named = message === null ? undefined : shown(message, 'chatlog__author');
      author = message === null || isNews ? undefined : (named ?? author);
      return message === null || isNews ? null : postOf(message, { source, author });
    },
  };
}

function postOf(
  message: HtmlElement,
  of: { source: Source | undefined; author: string | undefined },
): PostRecord {
  const id = message.attributes['data-message-id'];
  const own = said(firstOfClass(message, 'chatlog__content'));
  const forwarded = said(firstOfClass(message, 'chatlog__forwarded-content'));
  const texts = [own, forwarded].filter((text) => text !== '');
  return {
    ...of,
    text: texts.length > 0 ? texts.join('\n') : embedText(message),
    id,
    date: sentAt(id),
    forward: forwardIn(message),
    replyTo: replyIn(message),
    media: media.find(([name]) => firstOfClass(message, name) !== undefined)?.[1],
  };
}

/** Line ends are kept as they were typed. */
function said(content: HtmlElement | undefined): string {
  const markdown = firstOfClass(content, 'chatlog__markdown-preserve');
  return markdown === undefined ? '' : textOf({ ...withEmoji(markdown), name: 'pre' });
}

/** An emoji is a picture that is called by it, one of the guild's own by its name. */
function withEmoji(element: HtmlElement): HtmlElement {
  const children = element.children.map((child) => {
    if (typeof child === 'string') return child;
    const emoji = child.name === 'img' ? child.attributes['alt'] : undefined;
    if (emoji === undefined) return withEmoji(child);
    return /^\w+$/.test(emoji) ? `:${emoji}:` : emoji;
  });
  return { ...element, children };
}

/** A bot's post may be cards and nothing else. */
function embedText(message: HtmlElement): string {
  return allOfClass(message, 'chatlog__embed')
    .flatMap((embed) =>
      ['chatlog__embed-title', 'chatlog__embed-description'].map((name) => shown(embed, name)),
    )
    .filter((text) => text !== undefined)
    .join('\n');
}

function shown(element: HtmlElement, name: string): string | undefined {
  const found = firstOfClass(element, name);
  return found === undefined ? undefined : textOf(found) || undefined;
}

/** Milliseconds since 2015, above 22 bits. */
function sentAt(id: string | undefined): PostDate | undefined {
  return id === undefined || !/^\d{17,20}$/.test(id)
    ? undefined
    : unixDate(Number((BigInt(id) >> 22n) + FIRST_MOMENT) / 1000);
}

const FIRST_MOMENT = 1_420_070_400_000n;

/** It is not said where the original stands. */
function forwardIn(message: HtmlElement): ForwardedFrom | undefined {
  return firstOfClass(message, 'chatlog__forwarded') === undefined ? undefined : { name: 'Discord message' };
}

function replyIn(message: HtmlElement): string | undefined {
  const link = firstOfClass(message, 'chatlog__reply-link')?.attributes['onclick'];
  return /'(\d+)'/.exec(link ?? '')?.[1];
}

/** Classes, and the words that other formats of Discord have for them. */
const media: readonly (readonly [string, string])[] = [
  ['chatlog__attachment', 'Attachments'],
  ['chatlog__forwarded-attachment', 'Attachments'],
  ['chatlog__sticker', 'Stickers'],
  ['chatlog__embed', 'Embed'],
];
