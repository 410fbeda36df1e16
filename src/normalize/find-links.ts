/**
 * Finds links in text that has passed the rung `spacing`. The rule is simple on purpose: a link begins where one is
 * written out (`https://`, `tg://`, `www.`, or a Telegram host and `/`), not inside a word, and runs to the next space
 * or one of `<>"«»` or a bracket that closes none of its own; punctuation at its end is not part of it.
 */

import { characterClass, classOf, isWordCharacter } from './characters.js';

/** Where a link stands: indexes into the text, end-exclusive. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
}

/** Hosts that show Telegram's posts: `host/channel/5` is one post on all of them. */
export const telegramHosts: readonly string[] = [
  't.me',
  'telegram.me',
  'telegram.dog',
  'group-telegram.com',
  'tgoop.com',
  'xn--r1a.website',
  'xn--r1a.link',
  'xn--r1a.site',
  'т.website',
];

const hostPattern = telegramHosts.map((host) => host.replaceAll('.', '\\.')).join('|');
const linkStart = new RegExp(`https?://|tg://|www\\.|(?:${hostPattern})/`, 'g');
const linkBreak = new Set([...' <>"«»']);
const closing = new Map([...[')('], ...[']['], ...['}{']].map(([close = '', open = '']) => [close, open]));
const special = new Set([...linkBreak, ...closing.keys(), ...closing.values()]);
const asciiEnd = /[.,;:!?'([{*`~|\\^]/;

/** The links of a text, in order. */
export function findLinks(text: string): LinkSpan[] {
  const links: LinkSpan[] = [];
  for (const found of text.matchAll(linkStart)) {
    const last = links.at(-1);
    if (last !== undefined && found.index < last.end) continue;
    if (!mayStart(text, found.index, found[0])) continue;
    const end = findLinkEnd(text, found.index);
    if (end > found.index + found[0].length) links.push({ start: found.index, end });
  }
  return links;
}

/** Where the link that begins at `start` ends. */
export function findLinkEnd(text: string, start: number): number {
  const open = new Map<string, number>();
  let end = start;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (!special.has(character)) continue;
    if (linkBreak.has(character)) break;
    const partner = closing.get(character);
    const depth = open.get(partner ?? character) ?? 0;
    if (partner !== undefined && depth === 0) break;
    open.set(partner ?? character, partner === undefined ? depth + 1 : depth - 1);
  }
  return trimLinkEnd(text, start, end);
}

/** Cuts off what ends a sentence or marks it up, not the link. Closing brackets stay: they close one of its own. */
export function trimLinkEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start) {
    const { point, from } = pointBefore(text, to);
    const isEnd = point < 0x80 ? asciiEnd.test(text.charAt(from)) : !isLinkCharacter(point);
    if (!isEnd) break;
    to = from;
  }
  return to;
}

/** A mark belongs to the word of the letter before it, but for U+20E3, the frame of a keycap. */
function isJoinedMark(point: number): boolean {
  return classOf(point) === characterClass.mark && point !== 0x20e3;
}

function isLinkCharacter(point: number): boolean {
  return isWordCharacter(point) || classOf(point) === characterClass.mark;
}

/** A link does not begin inside a word, nor a bare host inside a longer host name. */
function mayStart(text: string, start: number, begin: string): boolean {
  const isBareHost = begin.endsWith('/') && !begin.endsWith('://');
  if (isBareHost && /[.-]/.test(text.charAt(start - 1))) return false;
  let at = start;
  while (at > 0 && isJoinedMark(pointBefore(text, at).point)) at = pointBefore(text, at).from;
  return at === 0 || !isWordCharacter(pointBefore(text, at).point);
}

function pointBefore(text: string, end: number): { readonly point: number; readonly from: number } {
  const low = text.charCodeAt(end - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && end > 1;
  const from = isPair ? end - 2 : end - 1;
  return { point: text.codePointAt(from) ?? 0, from };
}
