/**
 * Links on the fast path: says whether the punctuation mark at hand belongs to a link, and gives the link's canonical
 * text from the ladder's own functions. Whatever is not plain ASCII round about is left to the exact way.
 */

import { asciiLetters } from './ascii-table.js';
import { canonicalLink } from './canonical-link.js';
import { findLinkEnd, telegramHosts, trimLinkEnd } from './find-links.js';
import { decodeEntities } from './fold-typography.js';

/** A link found in a line's bytes: it replaces what the key holds from `keyStart` on. */
export interface LinkToken {
  readonly keyStart: number;
  /** The canonical link. */
  readonly text: Uint8Array;
  /** How many more bytes of the key begin no letter or number than did before. */
  readonly otherBytes: number;
  /** Where the bytes of the line go on after the link. */
  readonly end: number;
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
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const appBegin = linkBegin('tg', '://', false);
const begins: readonly LinkBegin[] = [
  linkBegin('www', '.', false),
  linkBegin('http', '://', false),
  linkBegin('https', '://', false),
  appBegin,
  ...telegramHosts.map((host) => linkBegin(host, '/', true)),
];

/** A line, and where in it the punctuation mark at hand stands. */
interface Place {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** For each byte whether a link's begin may end in it: a cheap look before `linkTokenAt`. */
export const linkBeginEnds: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  begins.some(({ shown }) => shown.at(-1) === byte) ? 1 : 0,
);

/** What links begin with, for the kernel: it folds those that are not `rare`. */
export interface KernelLinkBegin extends Pick<LinkBegin, 'shown' | 'written' | 'isHost'> {
  /** The mark that goes on from there. */
  readonly mark: number;
  readonly isRare: boolean;
}

/** All of them. */
export function linkBegins(): readonly KernelLinkBegin[] {
  return begins.map((begin) => {
    const isRare = begin === appBegin || begin.written.some((byte) => byte >= 0x80);
    return { ...begin, mark: begin.rest.charCodeAt(0), isRare };
  });
}

/** For each ASCII code whether it is cut off a link's end. */
export const linkTrims: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  trimLinkEnd(String.fromCharCode(code), 0, 1) === 0 ? 1 : 0,
);

/**
 * The link whose begin has its first punctuation mark at the place, when the key so far (`length` bytes) shows what
 * stands before the mark; null when there is none; 'exact' when that cannot be said here.
 */
export function linkTokenAt(place: Place, key: Uint8Array, length: number): LinkToken | 'exact' | null {
  const code = place.bytes[place.at] ?? 0;
  for (const begin of begins) {
    const isLike = code === begin.rest.charCodeAt(0) || code >= 0x80;
    if (isLike && endsWord(key, length, begin.shown)) return readLink(begin, place, key.subarray(0, length));
  }
  return null;
}

function readLink(
  begin: LinkBegin,
  { bytes, start, at, end }: Place,
  key: Uint8Array,
): LinkToken | 'exact' | null {
  const linkStart = at - begin.written.length;
  if (linkStart < start || !isWritten(bytes, linkStart, begin.written)) return 'exact';
  const before = linkStart > start ? (bytes[linkStart - 1] ?? 0) : 0x20;
  if (begin.isHost && before >= 0x80) return 'exact';
  if (begin.isHost && (before === 0x2e || before === 0x2d)) return null;
  const odd = firstOdd(bytes, at, end, begin.rest);
  if (odd !== null) return odd >= 0x80 ? 'exact' : null;
  const token = readToken(bytes, linkStart, end);
  if (token === null) return 'exact';
  if (token.includes('&') && decodeEntities(token) !== token) return 'exact';
  const linkLength = findLinkEnd(token, 0);
  if (linkLength <= begin.written.length + begin.rest.length) return null;
  const text = encoder.encode(canonicalLink(token.slice(0, linkLength)));
  // Where nothing is left of a link, the space before it goes too.
  const keyStart = key.length - begin.shown.length - (text.length === 0 ? 1 : 0);
  const otherBytes = countOthers(text) - countOthers(key.subarray(keyStart));
  return { keyStart, text, otherBytes, end: linkStart + linkLength };
}

function countOthers(text: Uint8Array): number {
  return text.reduce((count, byte) => (asciiLetters[byte] === 0 ? count + 1 : count), 0);
}

function linkBegin(written: string, rest: string, isHost: boolean): LinkBegin {
  // As the ladder shows it; not asked here, so that loading this module unpacks no Unicode table.
  const shown = encoder.encode(written.replaceAll(/[.-]+/g, ' '));
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

/** The first byte that is not of `rest`, 0 at the end of the line: a look before the token is read, once a link. */
function firstOdd(bytes: Uint8Array, at: number, end: number, rest: string): number | null {
  for (let index = 0; index < rest.length; index++) {
    const byte = at + index < end ? (bytes[at + index] ?? 0) : 0;
    if (byte !== rest.charCodeAt(index)) return byte;
  }
  return null;
}

/**
 * The text up to where a link surely ends, in lower case; null when it is not plain ASCII. It stops where
 * `findLinkEnd` does, so a line of many links is read once, not once a link.
 */
function readToken(bytes: Uint8Array, start: number, end: number): string | null {
  const depths = { round: 0, square: 0, curly: 0 };
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === 0x7f || byte === 0x22 || !followBracket(depths, byte)) break;
    const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
    if (byte >= 0x80 && !isBreak(byte, next)) return null;
    // A mark may turn < and > into other characters, which end no link.
    if ((byte === 0x3c || byte === 0x3e) && next >= 0x80) return null;
    if (byte >= 0x80 || byte === 0x3c || byte === 0x3e) break;
  }
  return decoder.decode(bytes.subarray(start, at)).toLowerCase();
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
