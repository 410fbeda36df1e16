/**
 * Posts that begin with their date on the line where their text begins, as scripts write them: `[2025-05-30 10:00:00+00:00]
 * text`, `30.05.2025 10:00 - text`, `2025-05-30T10:00:00Z<TAB>text`, maybe with a number before the date, and with `Name: ` before
 * the text, or alone above it.
 */
import { isoDate } from '../dates/post-date.js';
import type { DateOrder } from '../model.js';
import type { RecordFormat } from './format.js';
import { areLogNames } from './syntax/log-names.js';
import { HEADER_SEEN_BY, readTextMessages, type TextMessage, type TextOutcome } from './syntax/text-lines.js';
import { digit, inferOrder, type Stamp, stampDate, stampOf, stampPattern } from './syntax/text-lines-date.js';

interface Header {
  /** The date as written. */
  readonly written: string;
  readonly stamp: Stamp;
  /** What stands behind it. */
  readonly rest: string;
}

/** What a dump of this format looks like in its beginning. */
interface Looks {
  readonly order: DateOrder;
  /** Names stand before the texts. */
  readonly named: boolean;
}

const zone = '(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?';
const bracketed = new RegExp(`^\\[${stampPattern}${zone}\\][ :]`, 'u');
const plain = new RegExp(`^${stampPattern}${zone}(?:\\t| [-–—|] |: | )`, 'u');
/** What most lines are not, told without the patterns above, which take milliseconds to be compiled. */
const maybe = new RegExp(`^#?\\[?${digit}`);
/** The number of a post. */
const number = /^(?:#?\d{1,20}|\[\d{1,20}\])(?:[:,.]? (?:\| )?|\t)(?=[\d[])/;
const isoTime = /^(\[?\d{4}-\d\d-\d\d)T(?=\d\d:)/;
const name = /^([^:"“«]{1,64}):(?: |\r?$)/;
const FEW = 3;
/** A post has so many lines at most, in the mean, parted by blank lines into so many pieces. */
const MOST_LINES = 50;
const MOST_PIECES = 4;
/** Over the first date stand no more lines than so many posts have. */
const LATEST = 2;

/** Lines that begin with dates. */
export const datedLines: RecordFormat = {
  name: 'dated-lines',
  title: 'Posts that begin with their date: [2025-05-30 10:00] text',
  network: null,
  carries: ['date', 'author'],
  sniff({ text }) {
    const lines = text.split('\n');
    const found = lines.map(headerOf);
    const headers = found.filter((header) => header !== null);
    if (headers.length < FEW || !areAllThrough(lines, found)) return null;
    const words = headers.map(({ rest }) => rest.split(/[\s:]/, 1)[0] ?? '');
    if (areLogNames(words, true)) return null;
    const { evidence } = inferOrder(headers.map(({ stamp }) => stamp));
    return `${headers.length} lines at its beginning begin with a date; ${evidence}`;
  },
  open(sink, request) {
    const headers = request.head.text
      .split('\n')
      .map(headerOf)
      .filter((header) => header !== null);
    const { order } = inferOrder(headers.map(({ stamp }) => stamp));
    const looks = { order, named: areNamed(headers) };
    return readTextMessages(sink, request, { header: headerOf, toPost: (message) => toPost(message, looks) });
  },
};

/**
 * Whether dates stand over posts: from the beginning on (a dump may be cut off there), in its second half too, and over enough of
 * what blank lines part. Else a text quotes them.
 */
function areAllThrough(lines: readonly string[], found: readonly (Header | null)[]): boolean {
  const written = found.filter((_, at) => lines[at]?.trim() !== '');
  const rows = written.flatMap((header, row) => (header === null ? [] : [row]));
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const perPost = written.length / rows.length;
  return (
    first <= LATEST * perPost &&
    last * 2 >= written.length &&
    perPost <= MOST_LINES &&
    piecesIn(lines) <= MOST_PIECES * rows.length
  );
}

/** How many pieces blank lines part. */
function piecesIn(lines: readonly string[]): number {
  return lines.filter((line, at) => line.trim() !== '' && (lines[at - 1] ?? '').trim() === '').length;
}

function headerOf(line: string): Header | null {
  if (!maybe.test(line)) return null;
  // What looks like a number may be of the date: `5. 6. 2025 10:00`.
  const [before = ''] = number.exec(line.slice(0, HEADER_SEEN_BY)) ?? [];
  return dateIn(line) ?? (before === '' ? null : dateIn(line.slice(before.length)));
}

function dateIn(line: string): Header | null {
  const beginning = line.slice(0, HEADER_SEEN_BY).replace(isoTime, '$1 ');
  const match = bracketed.exec(beginning) ?? plain.exec(beginning);
  if (match === null) return null;
  const [written] = match;
  return { written, stamp: stampOf(match.slice(1)), rest: line.slice(written.length) };
}

/** Whether nearly all texts have a name before them, and names come back. */
function areNamed(headers: readonly Header[]): boolean {
  const names = headers.map(({ rest }) => name.exec(rest)?.[1]).filter((found) => found !== undefined);
  return names.length * 10 >= headers.length * 9 && new Set(names).size * 2 <= names.length;
}

function toPost({ header, lines }: TextMessage<Header>, { order, named }: Looks): TextOutcome {
  const { written, stamp, rest } = header;
  const [all, author] = (named ? name.exec(rest) : null) ?? [''];
  const text = [rest.slice(all.length), ...lines].join('\n').trimEnd();
  const date = isoDate(written.replace(/^\[|[\]:\t|–—-]? ?$/gu, '').trim()) ?? stampDate(stamp, order);
  return { outcome: { text, date, author }, textAt: 0 };
}
