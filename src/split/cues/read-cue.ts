/**
 * What one line says about where posts begin and end. Nearly every line says nothing, so each pattern is
 * guarded by a look at a length and a byte or two; only what passes is decoded and matched.
 */

import { readDay } from '../../dates/read-named-date.js';
import { Cue, type Header } from '../../model.js';
import { HASHTAGS, LINK, NOTE, REACTIONS, RULE, SERVICE, serviceEnds } from './line-patterns.js';
import { PartCue } from './part-cue.js';
import { LONGEST_PLACEHOLDER, placeholders } from './placeholders.js';
import { footerEnds, readFooter } from './read-footer.js';
import { createForwardReader, createForwardTest, type NextLine, readNameLine } from './read-forward.js';
import { readStamp } from './read-stamp.js';
import { createWordTest, type Words } from './word-test.js';

/** The user's own boundaries: tests of a line's text, linear in its length. */
export interface UserCues {
  readonly start: ((line: string) => boolean) | null;
  readonly end: ((line: string) => boolean) | null;
  readonly separator: ((line: string) => boolean) | null;
  readonly forwardPhrases: readonly string[];
}

/** Reads cues; after `read`, `header` is what the line declares, or null. */
export interface CueReader {
  /** The {@link Cue} or {@link PartCue} of the line `bytes[start, end)`; `weight` is as in the line table. */
  read(bytes: Uint8Array, start: number, end: number, weight: number): number;
  readonly header: Header | null;
  /** What the line before says that the next one is, whatever it looks like; null where it says nothing. */
  readonly expected: NextLine | null;
  /** Forgets the line before: a new dump begins, or goes on behind a line that left `expected`. */
  begin(expected?: NextLine | null): void;
  /** Whether blank lines part posts by the user's own separator. */
  readonly blankSeparates: boolean;
}

/** No header, footer or chip is longer, in bytes: 128 characters of name and a phrase. */
const LONGEST_CUE = 640;
const LONGEST_FOOTER = 160;
const SPACE = 0x20;
const COLON = 0x3a;
const OPENING = 0x5b;
const CLOSING = 0x5d;

/** Makes a reader that knows the user's boundaries beside its own. */
export function createCueReader(user: UserCues): CueReader {
  const readForward = createForwardReader(user.forwardPhrases);
  const mayForward = createForwardTest(user.forwardPhrases);
  const decoder = new TextDecoder();
  const custom = user.start !== null || user.end !== null || user.separator !== null;
  let header: Header | null = null;
  let expected: NextLine | null = null;

  const textOf = (bytes: Uint8Array, start: number, end: number) =>
    decoder.decode(bytes.subarray(start, end));

  return {
    get header() {
      return header;
    },
    get expected() {
      return expected;
    },
    begin(left = null) {
      expected = left;
    },
    blankSeparates: user.separator?.('') === true,
    read(bytes, lineStart, lineEnd, weight) {
      header = null;
      // Text browsers indent; their cues are the same.
      let start = lineStart;
      let end = lineEnd;
      while (start < end && bytes[start] === SPACE) start += 1;
      while (end > start && bytes[end - 1] === SPACE) end -= 1;
      const length = end - start;
      if (expected !== null) {
        header = length > LONGEST_CUE ? null : readNameLine(textOf(bytes, start, end), expected);
        expected = null;
        if (header !== null) return Cue.forwardName;
      }
      if (custom) {
        const cue = readUserCue(user, textOf(bytes, lineStart, lineEnd));
        if (cue !== Cue.none) return cue;
      }
      if (length > LONGEST_CUE) return Cue.none;
      const first = bytes[start] ?? 0;
      const last = bytes[end - 1] ?? 0;
      if (weight === 0) return readRule(textOf(bytes, start, end));
      if (last === CLOSING || (last === COLON && bytes[end - 2] === CLOSING)) {
        header = readStamp(textOf(bytes, start, end));
        if (header !== null) return Cue.stamp;
      }
      const bracketed = first === OPENING && last === CLOSING;
      const inner = bracketed ? 1 : 0;
      if (mayForward(bytes, start + inner, end - inner)) {
        const forward = readForward(textOf(bytes, start + inner, end - inner));
        if (typeof forward === 'string') {
          expected = forward;
          return Cue.forwardAlone;
        }
        header = forward;
        if (header !== null) return Cue.forward;
      }
      if (bracketed) return NOTE.test(textOf(bytes, start, end)) ? PartCue.note : Cue.none;
      if (length > LONGEST_FOOTER || !mayBeFooter(bytes, start, end)) return Cue.none;
      return readShort(textOf(bytes, start, end).trim(), first);
    },
  };
}

function readUserCue(user: UserCues, line: string): number {
  if (user.separator?.(line) === true) return Cue.userSeparator;
  if (user.start?.(line) === true) return Cue.userStart;
  if (user.end?.(line) === true) return Cue.userEnd;
  return Cue.none;
}

function readRule(line: string): number {
  const mark = line.trim();
  if (mark === ',') return PartCue.edited;
  return RULE.test(mark) ? Cue.separator : Cue.none;
}

/** What a placeholder or a note of the client ends with, and a bare link begins with. */
export const footerWords: Words = {
  first: ['http', 'www.', 't.me/', 'Channel'],
  last: [...placeholders.keys(), ...serviceEnds, ...footerEnds].map(
    (phrase) => phrase.split(' ').at(-1) ?? phrase,
  ),
};
const knownWords = createWordTest(footerWords);

/** Whether a short line is worth decoding: digits at an end, a hashtag, or a known word. */
function mayBeFooter(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  const last = bytes[end - 1] ?? 0;
  const digits = isDigit(first) || isDigit(last) || last === 0x4b || last === 0x4d;
  return digits || first === 0x23 || knownWords(bytes, start, end);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Lines of a few words: the first byte and the last character say which patterns are worth a try. */
function readShort(line: string, first: number): number {
  if (line.length <= LONGEST_PLACEHOLDER) {
    const cue = placeholders.get(line.replaceAll('\u00a0', ' ').toLowerCase());
    if (cue !== undefined) return cue;
  }
  if (first === 0x23 && HASHTAGS.test(line)) return Cue.hashtags;
  const footer = readFooter(line);
  if (footer !== Cue.none) return footer;
  if (first >= 0xc2 && /[\dKM]$/u.test(line) && REACTIONS.test(line)) return Cue.reactions;
  if (first < 0x80 && /^\d|\d$/u.test(line) && readDay(line) !== null) return Cue.day;
  if (first < 0x80 && LINK.test(line)) return Cue.link;
  return SERVICE.test(line) ? Cue.service : Cue.none;
}
