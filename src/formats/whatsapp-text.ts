/**
 * "Export chat" of WhatsApp: `[30.05.25, 10:00:00] Name: text` (iOS), `30/05/2025, 10:00 - Name: text` (Android), and
 * what other languages and years make of it. No zone, no ids, and no mark on what was forwarded.
 */
import type { DateOrder } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { areLogNames } from './syntax/log-names.js';
import { HEADER_SEEN_BY, readTextMessages, type TextMessage, type TextOutcome } from './syntax/text-lines.js';
import {
  digit,
  inferOrder,
  mark,
  type Stamp,
  stampDate,
  stampOf,
  stampPattern,
} from './syntax/text-lines-date.js';
import { editedMark, placeholderOf, saysDeleted, withoutMarks } from './whatsapp-words.js';

/** How the stamp is parted from the rest; an export has one way all through. */
type Family = 'brackets' | 'dash' | 'colon';

interface Header {
  readonly family: Family;
  readonly stamp: Stamp;
  /** What stands behind the stamp. */
  readonly rest: string;
}

/** Invisible marks of direction that stand before the stamp. */
const marks = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]{0,4}';
const bracketed = new RegExp(`^${marks}\\[${stampPattern}\\][ :]`, 'u');
const plain = new RegExp(`^${marks}${stampPattern}( [-–] |: )`, 'u');
const beginsWithDate = new RegExp(
  `^${marks}\\[?${digit}{1,4}${mark}[-/.년年] ?${digit}{1,2}${mark}[-/.월月] ?${digit}{1,4}`,
);
/** A name has no quotes: `Ilse changed the subject to "News: today"` is a system line. */
const named = /^([^:"“«]{1,100}):(?: |$)/;

/** WhatsApp chat export, text. */
export const whatsappText: RecordFormat = {
  name: 'whatsapp-text',
  title: 'WhatsApp chat export, text (_chat.txt)',
  network: null,
  carries: ['date', 'author', 'media'],
  sniff({ text }) {
    const { headers, dated, lines, first } = survey(text);
    const enough = headers.length >= 2 && headers.length * 2 >= dated && headers.length * 50 >= lines;
    const names = headers.map(({ rest }) => nameIn(rest)?.name).filter((name) => name !== undefined);
    if (!first || !enough || names.length * 4 < headers.length || isLog(headers, names)) return null;
    const { evidence } = inferOrder(headers.map(({ stamp }) => stamp));
    return `${headers.length} lines at its beginning are headers of WhatsApp messages; ${evidence}`;
  },
  open(sink, request) {
    const { headers, family } = survey(request.head.text);
    const { order } = inferOrder(headers.map(({ stamp }) => stamp));
    return readTextMessages(sink, request, {
      header(line) {
        const header = headerOf(line);
        return header === null || (family !== null && header.family !== family) ? null : header;
      },
      toPost: (message) => toPost(message, order),
    });
  },
};

/** WhatsApp shows seconds in brackets, or before a colon. */
function isLog(headers: readonly Header[], names: readonly string[]): boolean {
  const strange = headers.every(({ family, stamp }) => family === 'dash' && stamp.secondOfMinute !== null);
  return areLogNames(names, strange);
}

/** What is seen in the beginning of a dump. */
function survey(text: string): {
  /** Of the most frequent family, which is `family`. */
  headers: Header[];
  family: Family | null;
  /** Lines that begin with a date, lines that are not blank, and whether the first of these is a header. */
  dated: number;
  lines: number;
  first: boolean;
} {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const dated = lines.filter((line) => beginsWithDate.test(beginningOf(line)));
  const all = dated.map(headerOf).filter((header) => header !== null);
  const count = (family: Family) => all.filter((header) => header.family === family).length;
  const families: Family[] = ['brackets', 'dash', 'colon'];
  const family = all.length === 0 ? null : families.reduce((a, b) => (count(b) > count(a) ? b : a));
  const headers = all.filter((header) => header.family === family);
  const first = family !== null && headerOf(lines[0] ?? '')?.family === family;
  return { headers, family, dated: dated.length, lines: lines.length, first };
}

/** The time before the date, as WhatsApp Web copies messages. */
const timeFirst =
  /^\[(\d{1,2}[:.]\d{2}(?:[ \u00a0\u202f]?[ap]\.?[ \u00a0\u202f]?m\.?)?), ([\d./-]{6,10})\]/iu;

/** So much of a line as may be a header, with the date first: as long as it is written. */
function beginningOf(line: string): string {
  return line.slice(0, HEADER_SEEN_BY).replace(timeFirst, '[$2, $1]');
}

function headerOf(line: string): Header | null {
  const beginning = beginningOf(line);
  const match = bracketed.exec(beginning) ?? plain.exec(beginning);
  if (match === null) return null;
  const separator = match[10];
  const family = separator === undefined ? 'brackets' : separator === ': ' ? 'colon' : 'dash';
  return { family, stamp: stampOf(match.slice(1)), rest: line.slice(match[0].length) };
}

/** The name before the text, and where the text begins; null for a system line. */
function nameIn(rest: string): { name: string; textStart: number } | null {
  const match = named.exec(rest.slice(0, HEADER_SEEN_BY));
  if (match === null) return null;
  // Names that are in nobody's address book begin with a tilde.
  const name = withoutMarks(match[1] ?? '')
    .trim()
    .replace(/^~\s*/, '');
  return name === '' ? null : { name, textStart: match[0].length };
}

function toPost({ header, lines }: TextMessage<Header>, order: DateOrder): TextOutcome {
  const said = nameIn(header.rest);
  if (said === null) return { outcome: null };
  const first = header.rest.slice(said.textStart);
  const { text, textAt, media } = contentOf([first, ...lines]);
  if (media === undefined && isSystem(first, lines)) return { outcome: null };
  const outcome: Outcome = { text, date: stampDate(header.stamp, order), author: said.name, media };
  return { outcome, textAt };
}

/** iOS writes its own words as said by the group, behind a mark of direction. */
function isSystem(first: string, more: readonly string[]): boolean {
  if (saysDeleted(first)) return true;
  return first.startsWith('\u200e') && more.every((line) => line.trim() === '');
}

/** What was said, without what stands for a file; a caption is on the line of the file, or below. */
function contentOf(lines: readonly string[]): { text: string; textAt: number; media: string | undefined } {
  const [first = '', ...more] = lines;
  const { media, rest } = placeholderOf(first);
  const kept = [rest, ...more].map((line) => line.replace(editedMark, ''));
  const blank = kept.findIndex((line) => withoutMarks(line).trim() !== '');
  const textAt = Math.max(blank, 0);
  const text = kept
    .slice(textAt)
    .join('\n')
    .replace(/^[\u200e\u200f]+/, '')
    .trimEnd();
  return { text: blank < 0 ? '' : text, textAt, media };
}
