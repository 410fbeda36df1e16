/**
 * DiscordChatExporter, plain text, after its PlainTextMessageWriter: a block that names guild and channel, then
 * `[date] Author`, the text, and sections as `{Attachments}`. Dates are local, in the words of the exporter's system.
 */
import type { DateOrder, ForwardedFrom, PostDate } from '../model.js';
import { isDiscordNotice } from './discord-notice.js';
import type { Head, RecordFormat } from './format.js';
import { HEADER_SEEN_BY, readTextMessages, type TextMessage, type TextOutcome } from './syntax/text-lines.js';
import { inferOrder, type Stamp, stampDate, stampOf, stampPattern } from './syntax/text-lines-date.js';

interface Header {
  readonly stamp: Stamp;
  readonly author: string;
}

/** What stands under a message, by the name of its section. */
interface Section {
  readonly name: string;
  readonly lines: readonly string[];
}

const header = new RegExp(`^\\[${stampPattern}\\] (.{1,100})$`, 'u');
const forwardedOn = new RegExp(`^Originally sent: ${stampPattern}$`, 'u');
const section = /^\{(Attachments|Embed|Stickers|Reactions|Forwarded Message)\}$/;
const rule = '='.repeat(62);

/** DiscordChatExporter, text. */
export const discordText: RecordFormat = {
  name: 'discord-text',
  title: 'DiscordChatExporter, plain text',
  network: 'discord',
  carries: ['date', 'source', 'author', 'forward', 'media'],
  sniff({ text }) {
    const [first, second = ''] = text.split(/\r?\n/, 2);
    if (first !== rule || !second.startsWith('Guild: ')) return null;
    return `begins as DiscordChatExporter begins; ${orderIn(text).evidence}`;
  },
  open(sink, request) {
    const { order } = orderIn(request.head.text);
    const name = channelIn(request.head);
    return readTextMessages<Header>(sink, request, {
      // Above a header is a blank line; a line like one in mid-text is somebody's quote.
      header: (line, afterBlank) => (afterBlank ? headerOf(line) : null),
      toPost: (message) => toPost(message, order, name),
      // It was read from the head.
      preamble() {},
    });
  },
};

/** `Guild / Channel`; undefined where the block at the beginning is gone. */
function channelIn({ text }: Head): string | undefined {
  const guild = /^Guild: (.{1,200}?)\r?$/m.exec(text.slice(0, 1000))?.[1];
  const channel = /^Channel: (.{1,200}?)\r?$/m.exec(text.slice(0, 1000))?.[1];
  return guild === undefined || channel === undefined ? undefined : `${guild} / ${channel}`;
}

function orderIn(text: string) {
  const headers = text.split(/\r?\n/).map(headerOf);
  return inferOrder(headers.filter((found) => found !== null).map(({ stamp }) => stamp));
}

function headerOf(line: string): Header | null {
  const match = line.startsWith('[') ? header.exec(line.slice(0, HEADER_SEEN_BY)) : null;
  if (match === null) return null;
  return { stamp: stampOf(match.slice(1)), author: (match[10] ?? '').replace(/ \(pinned\)$/, '') };
}

function toPost(
  { header: { stamp, author }, lines }: TextMessage<Header>,
  order: DateOrder,
  name: string | undefined,
): TextOutcome {
  const { content, sections } = sectionsOf(withoutEnd(lines));
  const textAt = content.findIndex((line) => line.trim() !== '');
  const own = textAt < 0 ? '' : content.slice(textAt).join('\n').trimEnd();
  if (sections.length === 0 && isDiscordNotice(own)) return { outcome: null };
  const forwarded = sections.find((found) => found.name === 'Forwarded Message');
  const embed = sections.find((found) => found.name === 'Embed');
  const more = forwarded === undefined ? null : forwardIn(forwarded, order);
  const texts = [own, more?.text ?? '', own === '' && more === null ? embedText(embed) : ''];
  return {
    outcome: {
      text: texts.filter((text) => text !== '').join('\n'),
      date: stampDate(stamp, order),
      source: name === undefined ? undefined : { name },
      author,
      forward: more?.forward,
      media: sections.find((found) => mediaNames.has(found.name))?.name,
    },
    ...(own === '' || more !== null ? {} : { textAt: textAt + 1 }),
  };
}

const mediaNames: ReadonlySet<string> = new Set(['Attachments', 'Stickers', 'Embed']);

/** Without `Exported 12 message(s)` between two rules, which ends a dump. */
function withoutEnd(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, at) => line === rule && /^(?:Exported |$)/.test(lines[at + 1] ?? ''));
  return end < 0 ? lines : lines.slice(0, end);
}

function sectionsOf(lines: readonly string[]): { content: string[]; sections: Section[] } {
  const content: string[] = [];
  const sections: (Section & { lines: string[] })[] = [];
  for (const [at, line] of lines.entries()) {
    const name = line.length < 30 && (lines[at - 1] ?? '') === '' ? section.exec(line)?.[1] : undefined;
    if (name !== undefined) sections.push({ name, lines: [] });
    else (sections.at(-1)?.lines ?? content).push(line);
  }
  return { content, sections };
}

/** The text says when it was first posted, not where. */
function forwardIn({ lines }: Section, order: DateOrder): { text: string; forward: ForwardedFrom } {
  const end = lines.findLastIndex((line) => line.startsWith('Originally sent: '));
  const kept = end < 0 ? lines : lines.slice(0, end);
  const date = end < 0 ? undefined : dateIn(lines[end] ?? '', order);
  return { text: kept.join('\n').trim(), forward: { name: 'Discord message', date } };
}

function dateIn(line: string, order: DateOrder): PostDate | undefined {
  const match = forwardedOn.exec(line.slice(0, HEADER_SEEN_BY));
  return match === null ? undefined : stampDate(stampOf(match.slice(1)), order);
}

/** A bot's post may be a card and nothing else: its words, without links. */
function embedText(embed: Section | undefined): string {
  return (embed?.lines ?? [])
    .filter((line) => !/^https?:\/\/\S{1,2000}$/.test(line.slice(0, 2100)))
    .join('\n')
    .trim();
}
