/**
 * Mailboxes, and the archives of mailing lists that pipermail writes. The subject is no part of a post's text: answers
 * repeat it. Neither is what a mail quotes.
 */
import type { PostRecord, Source } from '../model.js';
import { type RecordFormat, settle } from './format.js';
import { mailDate } from './syntax/any-date.js';
import { cutAtMarks } from './syntax/cut-at-marks.js';
import type { HtmlElement } from './syntax/html.js';
import { hasClass } from './syntax/html-query.js';
import { type HtmlToText, loadHtmlToText } from './syntax/html-text.js';
import { loadMailHeaders, type MailHeaders } from './syntax/mail-headers.js';
import { decodedBody, innerParts, type MailPart, parameterOf, partOf, typeOf } from './syntax/mail-part.js';
import { type WrittenText, writtenText } from './syntax/mail-text.js';

const mark =
  /(?<=^|\n)From [^\n]{1,500}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{1,80}\b\d{4}[^\n]{0,80}\r?\n(?=>?[!-9;-~]+[: ])/g;

/** Mail, mbox. */
export const mbox: RecordFormat = {
  name: 'mbox',
  title: 'Mailbox or mailing list archive (mbox, pipermail)',
  network: 'mail',
  carries: ['id', 'date', 'source', 'author', 'reply'],
  sniff({ text }) {
    const at = text.search(mark);
    return at >= 0 && text.slice(0, at).trim() === '' ? 'mails, each behind a From line' : null;
  },
  async open(sink, request) {
    const toText = await loadHtmlToText();
    const headers = await loadMailHeaders();
    let shortened = 0;
    const reader = cutAtMarks(sink, request, {
      mark,
      preamble() {},
      take(bytes, place, last) {
        const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
        const next = last ? (tornBeginning.exec(all)?.index ?? all.length) : all.length;
        const mail = all.slice(0, next);
        const part = partOf(mail.slice(mail.indexOf('\n') + 1));
        const body = bodyOf(part, 0);
        const cut = part.torn || body?.torn === true || (last && !mail.endsWith('\n'));
        const tell = (line: number) =>
          last
            ? sink.lose(line, 'expected the end of a mail, found the end of the dump')
            : sink.skip(line, 'expected the end of a mail, found the next mail');
        const endLine = place.line + lineEndsIn(mail) - 1;
        const own = next === all.length ? place : { ...place, endLine, end: place.start + next };
        if (cut) tell(place.line);
        else {
          const { text, isShortened } = body === null ? NO_TEXT : textOf(body, toText);
          if (isShortened) shortened += 1;
          settle(sink, postOf(part, headers, text), own);
        }
        if (next < all.length) tell(endLine + 1);
      },
    });
    return { ...reader, leftOut: () => (shortened === 0 ? null : tellShortened(shortened)) };
  },
};

const NO_TEXT: WrittenText = { text: '', isShortened: false };

function tellShortened(mails: number): string {
  return `quotations, forwarded mails and signatures left out of ${mails === 1 ? '1 mail' : `${mails} mails`}`;
}

/** The beginning of one more mail, where the dump ends too early for it to be known as one. */
const tornBeginning = /(?<=\n\r?\n)From [^\n]{1,600}(?:\n[^\n]{1,1000})?$/;

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

/** No mail has parts within parts so deep. */
const DEEPEST = 20;

/** The first part of plain text, or else of HTML; null where there is neither. */
function bodyOf(part: MailPart, depth: number): MailPart | null {
  if (/^attachment/i.test(part.headers.get('content-disposition') ?? '') || depth > DEEPEST) return null;
  const type = typeOf(part);
  if (!type.startsWith('multipart/')) return type === 'text/plain' || type === 'text/html' ? part : null;
  let html: MailPart | null = null;
  for (const inner of innerParts(part)) {
    const body = bodyOf(inner, depth + 1);
    if (body !== null && typeOf(body) === 'text/plain') return body;
    html ??= body;
  }
  return html;
}

function textOf(part: MailPart, toText: HtmlToText): WrittenText {
  const body = decodedBody(part);
  if (typeOf(part) === 'text/html') {
    let isShortened = false;
    const text = toText(body, (inner) => {
      const isLeftOut = isQuotation(inner);
      isShortened ||= isLeftOut;
      return isLeftOut;
    });
    return { text, isShortened };
  }
  return writtenText(body, /^flowed$/i.test(parameterOf(part, 'format') ?? ''));
}

function isQuotation(inner: HtmlElement): boolean {
  return inner.name === 'blockquote' || hasClass(inner, 'gmail_quote');
}

function postOf({ headers }: MailPart, read: MailHeaders, text: string): PostRecord {
  const date = mailDate(headers.get('date'));
  return {
    text,
    id: messageId(headers.get('message-id')),
    date,
    dateText: date === undefined ? headers.get('date') : undefined,
    source: sourceOf(headers, read),
    author: read.nameOf(headers.get('from') ?? ''),
    replyTo: messageId(headers.get('in-reply-to')),
  };
}

function messageId(value: string | undefined): string | undefined {
  return /<\s*([^<>\s]+)\s*>/.exec(value ?? '')?.[1];
}

/** `list@host` and `list.host` are one: the address and the List-Id of the same list. */
function sourceOf(headers: ReadonlyMap<string, string>, read: MailHeaders): Source | undefined {
  const listId = headers.get('list-id');
  const id = listId === undefined ? undefined : (/<([^<>]+)>/.exec(listId)?.[1] ?? listId);
  const address = id ?? /<mailto:([^<>?]+)/i.exec(headers.get('list-post') ?? '')?.[1];
  if (address === undefined) return undefined;
  const name = read.decode(listId?.replace(/<[^<>]*>/, '') ?? '').replace(/^\s*"?|"?\s*$/g, '');
  return { id: address.trim().toLowerCase().replace('@', '.'), name: name === '' ? undefined : name };
}
