/**
 * Signal chats as text: `chat.md` of signal-export (`[2025-05-30 10:00:00] Name: text`), and its older form
 * (`[2025-05-30, 10:00] Name: text`). Times are local, and no zone is said.
 */

import { isoDate } from '../dates/post-date.js';
import type { Source } from '../model.js';
import type { RecordFormat } from './format.js';
import { signalSource } from './signal-source.js';
import { areLogNames } from './syntax/log-names.js';
import { HEADER_SEEN_BY, readTextMessages, type TextMessage, type TextOutcome } from './syntax/text-lines.js';

interface Header {
  readonly date: string;
  readonly sender: string;
  readonly rest: string;
}

const header = /^\[(\d{4}-\d\d-\d\d)(?:, (\d\d:\d\d)| (\d\d:\d\d:\d\d))\] ([^:]{1,100}):(?: |$)/;
const beginsWithDate = /^\[\d{4}-\d\d-\d\d/;
const reactions = /^\(- .{1,1000} -\)$/;
const sticker = /^\(\( .{1,100} \)\)$/;
/** `![photo.jpg](./media/photo.jpg)`, at the end of a line. */
const attachment = /(?:!?\[([^[\]]{1,200})\]\(\.{1,2}\/[^()]{1,300}\)\s{0,4})$/;

/** Signal chat, text. */
export const signalText: RecordFormat = {
  name: 'signal-text',
  title: 'Signal chat as text (chat.md of signal-export)',
  network: null,
  carries: ['date', 'source', 'author', 'media'],
  sniff({ text }) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const senders = lines.map((line) => headerOf(line)?.sender).filter((sender) => sender !== undefined);
    const headers = senders.length;
    const dated = lines.filter((line) => beginsWithDate.test(line)).length;
    if (headers < 2 || headerOf(lines[0] ?? '') === null) return null;
    if (headers * 2 < dated || headers * 50 < lines.length || areLogNames(senders, false)) return null;
    return `${headers} lines at its beginning are headers of Signal messages`;
  },
  open(sink, request) {
    const source = signalSource(request.head.path);
    return readTextMessages(sink, request, {
      header: headerOf,
      toPost: (message) => toPost(message, source),
    });
  },
};

function headerOf(line: string): Header | null {
  const match = header.exec(line.slice(0, HEADER_SEEN_BY));
  if (match === null) return null;
  const [all, day, minutes, seconds, sender = ''] = match;
  return { date: `${day} ${minutes ?? seconds}`, sender, rest: line.slice(all.length) };
}

function toPost({ header, lines }: TextMessage<Header>, source: Source | undefined): TextOutcome {
  const all = [header.rest, ...lines];
  // What is quoted stands first, between blank lines; a quote behind the text is the sender's own.
  const textAt = all.findIndex((line) => line.trim() !== '' && !/^>(?: |$)/.test(line));
  const body = textAt < 0 ? [] : all.slice(textAt);
  if (body.length > 0 && body[0]?.trim() === '(This message was deleted)') return { outcome: null };
  const { kept, media } = withoutTail(body);
  const text = kept.map((line) => line.trimEnd()).join('\n');
  return {
    outcome: { text, date: isoDate(header.date), source, author: header.sender, media },
    textAt: Math.max(0, textAt),
  };
}

/** Takes away the reactions, stickers and files that stand behind the text. */
function withoutTail(lines: readonly string[]): { kept: string[]; media: string | undefined } {
  const kept = [...lines];
  let media: string | undefined;
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const file = attachment.exec(last.slice(-600));
    const isSticker = sticker.test(last.slice(0, 600).trim());
    if (file !== null) kept[kept.length - 1] = last.slice(0, last.length - file[0].length);
    else if (last.trim() === '' || isSticker || reactions.test(last.slice(0, 2000).trim())) kept.pop();
    else break;
    media = file?.[1] ?? (isSticker ? 'sticker' : media);
  }
  return { kept, media };
}
