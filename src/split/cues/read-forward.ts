/**
 * Reads a forward header, `Forwarded from NAME (AUTHOR) via @bot`, in the languages of forward-phrases.ts:
 * the name before or after the phrase, after a colon, or on the next line.
 */
import type { Header } from '../../model.js';
import { alonePhrases, prefixPhrases, suffixPhrases, viaWords } from './forward-phrases.js';
import { createWordTest, type Words, type WordTest } from './word-test.js';

/**
 * A header; what the next line holds for a phrase that stands alone: the name, or `From: NAME` as iOS has it; null
 * for any other text.
 */
export type ForwardReader = (line: string) => Header | NextLine | null;

/** See {@link ForwardReader}. */
export type NextLine = 'name' | 'labelled name';

/** Telegram's own limit of a title; a longer "name" is prose that begins like a header. */
const LONGEST_NAME = 128;
const LONGEST_BARE_NAME = 40;

/** Knows the phrases of the apps and the user's own `extraPhrases`, all compared without case. */
export function createForwardReader(extraPhrases: readonly string[]): ForwardReader {
  const before = [...extraPhrases, ...prefixPhrases].map(foldPhrase).sort((a, b) => b.length - a.length);
  const after = suffixPhrases.map(foldPhrase);
  const alone = new Set(alonePhrases.map(foldPhrase));
  return (line) => {
    const text = tidy(line);
    const folded = text.toLowerCase();
    if (alone.has(folded)) return 'labelled name';
    for (const phrase of before) {
      // Prose may begin with the words of a header, but seldom with its capital.
      if (folded.startsWith(phrase) && !beginsLower(text)) return readAfter(text.slice(phrase.length));
    }
    for (const phrase of after) {
      if (folded.endsWith(phrase)) return nameToHeader(text.slice(0, -phrase.length));
    }
    return null;
  };
}

/** A test that only lines pass which may hold a phrase. */
export function createForwardTest(extraPhrases: readonly string[]): WordTest {
  const test = createWordTest(createForwardWords(extraPhrases));
  return (bytes, start, end) => test(bytes, isMark(bytes, start) ? start + 3 : start, end);
}

/** What every line with a phrase begins or ends with, behind invisible marks. */
export function createForwardWords(extraPhrases: readonly string[]): Words {
  return {
    first: [...extraPhrases, ...prefixPhrases, ...alonePhrases].map(
      (phrase) => phrase.split(' ')[0] ?? phrase,
    ),
    last: suffixPhrases.map((phrase) => phrase.split(' ').at(-1) ?? phrase),
  };
}

/** Marks, each of three bytes, that stand before a name or a phrase. */
export const headerMarks: readonly string[] = [
  ...'\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
];

const markBytes = headerMarks.map((mark) => new TextEncoder().encode(mark));

function isMark(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0xe2) return false;
  return markBytes.some(([, second, third]) => bytes[at + 1] === second && bytes[at + 2] === third);
}

/** After the phrase: nothing (the name comes next), or a colon or space and the name. */
function readAfter(rest: string): Header | NextLine | null {
  const name = /^ ?:? ?(.*)$/su.exec(rest)?.[1] ?? '';
  if (name === '') return 'name';
  const separated = rest.startsWith(' ') || rest.startsWith(':');
  return separated ? nameToHeader(name) : null;
}

/** The line under a phrase that stood alone. */
export function readNameLine(line: string, expected: NextLine): Header | null {
  const name = tidy(line);
  if (expected === 'name') return nameToHeader(name);
  const labelled = /^[^:]{1,16}: (.+)$/u.exec(name);
  if (labelled?.[1] !== undefined) return nameToHeader(labelled[1]);
  // Without a label it may be text that follows the words by chance.
  return name.length > LONGEST_BARE_NAME ? null : nameToHeader(name);
}

/** Prose: a word of four letters or more ends the line's last sentence, or the line breaks off within one. */
const PROSE = /\p{L}{4}[.…]$|[,;:]$/u;
/** A sentence ends within the line. */
const INNER_STOP = /\p{L}{4}[.…] /u;
/** What is written like names: `Кремль. Путин`, but no sentence behind a sentence. */
const NAMES = /^(?:(?!\p{Ll})\S+(?: |$)){1,6}$/u;

function isProse(name: string): boolean {
  return PROSE.test(name) || (INNER_STOP.test(name) && !NAMES.test(name));
}

/** A name is short and no prose; it may be `Anna K.`, `Dr. No`, `Yahoo! News` or `What? Where? When?`. */
function nameToHeader(words: string): Header | null {
  const name = dropVia(words.trim());
  if (name === '' || name.length > LONGEST_NAME || isProse(name)) return null;
  const signed = /^(.+?) \(([^()]+)\)$/u.exec(name);
  if (signed?.[1] === undefined || signed[2] === undefined)
    return { kind: 'forward', from: name, author: null };
  return { kind: 'forward', from: signed[1], author: signed[2] };
}

function dropVia(name: string): string {
  for (const word of viaWords) {
    const at = name.lastIndexOf(` ${word} @`);
    if (at > 0 && !name.slice(at + word.length + 3).includes(' ')) return name.slice(0, at).trimEnd();
  }
  return name;
}

/** No-break spaces to spaces, the invisible marks round names (U+2066 to U+2069, U+200E, U+200F) away. */
function tidy(line: string): string {
  return line
    .replace(/[\u2066-\u2069\u200e\u200f\u202a-\u202e\ufeff]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\t ]+/gu, ' ')
    .trim();
}

/** Whether the first letter is a small one; scripts without case have none. */
function beginsLower(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toUpperCase();
}

function foldPhrase(phrase: string): string {
  return tidy(phrase).toLowerCase();
}
