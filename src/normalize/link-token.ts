/**
 * Links on the fast path: says whether the punctuation mark at hand belongs to a link, and gives the link's canonical
 * text from the ladder's own functions. Whatever is not plain ASCII round about is left to the exact way.
 */

import { asciiLetters } from './ascii-table.js';
import { canonicalLink } from './canonical-link.js';
import { findLinkEnd, telegramHosts } from './find-links.js';
import { decodeEntities, foldPunctuation } from './fold-typography.js';

/** A link found in a line's bytes: it replaces what the key holds from `keyStart` on. */
export interface LinkToken {
  readonly keyStart: number;
  /** Bytes from `keyStart` on that were counted as beginning no letter. */
  readonly keySpaces: number;
  /** Where the bytes of the line go on after the link. */
  readonly end: number;
  readonly canonical: string;
}

/** What a link begins with. */
interface LinkBegin {
  /** As the key shows it when the mark at hand is met. */
  readonly shown: Uint8Array;
  /** As it is written, in lower case, up to the mark at hand. */
  readonly written: Uint8Array;
  /** From the mark at hand on. */
  readonly rest: string;
  readonly isHost: boolean;
}

const encoder = new TextEncoder();
const begins: readonly LinkBegin[] = [
  linkBegin('www', '.', false),
  linkBegin('http', '://', false),
  linkBegin('https', '://', false),
  linkBegin('tg', '://', false),
  ...telegramHosts.map((host) => linkBegin(host, '/', true)),
];

/**
 * A link with the punctuation mark `code` at `at`, when the key so far ends in what a link begins with; null when there
 * is none; 'exact' when that cannot be said here.
 */
export function linkTokenAt(
  code: number,
  bytes: Uint8Array,
  start: number,
  at: number,
  end: number,
  key: Uint8Array,
  keyLength: number,
): LinkToken | 'exact' | null {
  for (const begin of begins) {
    if (begin.rest.charCodeAt(0) !== code || !endsWord(key, keyLength, begin.shown)) continue;
    return readLink(begin, bytes, start, at, end, keyLength);
  }
  return null;
}

function readLink(
  begin: LinkBegin,
  bytes: Uint8Array,
  start: number,
  at: number,
  end: number,
  keyLength: number,
): LinkToken | 'exact' | null {
  const linkStart = at - begin.written.length;
  if (linkStart < start || !isWritten(bytes, linkStart, begin.written)) return 'exact';
  const before = linkStart > start ? (bytes[linkStart - 1] ?? 0) : 0x20;
  if (begin.isHost && before >= 0x80) return 'exact';
  if (begin.isHost && (before === 0x2e || before === 0x2d)) return null;
  const text = readToken(bytes, linkStart, end);
  if (text === null) return 'exact';
  if (!text.startsWith(begin.rest, begin.written.length)) return null;
  if (text.includes('&') && decodeEntities(text) !== text) return 'exact';
  const length = findLinkEnd(text, 0);
  if (length <= begin.written.length + begin.rest.length) return null;
  return {
    keyStart: keyLength - begin.shown.length,
    keySpaces: begin.shown.filter((byte) => byte === 0x20).length,
    end: linkStart + length,
    canonical: canonicalLink(text.slice(0, length)),
  };
}

function linkBegin(written: string, rest: string, isHost: boolean): LinkBegin {
  const shown = encoder.encode(foldPunctuation(written));
  return { shown, written: encoder.encode(written), rest, isHost };
}

/** Whether the key ends in these whole words. */
function endsWord(key: Uint8Array, keyLength: number, words: Uint8Array): boolean {
  const from = keyLength - words.length;
  if (from < 1 || key[from - 1] !== 0x20) return false;
  for (let at = words.length - 1; at >= 0; at--) if (key[from + at] !== words[at]) return false;
  return true;
}

function isWritten(bytes: Uint8Array, from: number, written: Uint8Array): boolean {
  return written.every((code, index) => {
    const byte = bytes[from + index] ?? 0;
    return (asciiLetters[byte] || byte) === code;
  });
}

/**
 * The text up to where a link surely ends, in lower case; null when it is not plain ASCII. It stops where
 * `findLinkEnd` does, so a line of many links is read once, not once a link.
 */
function readToken(bytes: Uint8Array, start: number, end: number): string | null {
  const depths = { round: 0, square: 0, curly: 0 };
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return isBreak(byte, bytes[at + 1] ?? 0) ? text : null;
    if (byte <= 0x20 || byte === 0x7f || byte === 0x22 || byte === 0x3c || byte === 0x3e) return text;
    if (!followBracket(depths, byte)) return text;
    text += String.fromCharCode(asciiLetters[byte] || byte);
  }
  return text;
}

/** U+00A0, « and », which end a link and join nothing. */
function isBreak(lead: number, second: number): boolean {
  return lead === 0xc2 && (second === 0xa0 || second === 0xab || second === 0xbb);
}

/** False at a bracket that closes none. */
function followBracket(depths: { round: number; square: number; curly: number }, byte: number): boolean {
  if (byte === 0x28) depths.round++;
  else if (byte === 0x29) return --depths.round >= 0;
  else if (byte === 0x5b) depths.square++;
  else if (byte === 0x5d) return --depths.square >= 0;
  else if (byte === 0x7b) depths.curly++;
  else if (byte === 0x7d) return --depths.curly >= 0;
  return true;
}
