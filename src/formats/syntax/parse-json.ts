/** JSON.parse, with the error as a value: a broken record is nothing out of the ordinary. */
import type { Json } from './json.js';

/** `broken` is null, or why `value` is not there. */
export type Parsed =
  | { readonly value: Json; readonly broken: null }
  | { readonly value: null; readonly broken: string };

/** Why text is no JSON that may be the beginning of it. */
export const ENDS_TOO_EARLY = 'expected JSON, found text that ends too early';

/** Why any other text is none. */
export const NO_JSON = 'expected JSON, found text that is none';

/**
 * Parses `text`; where that fails, what `repair` makes of it. A number too long to be exact is a string of its digits; `NaN`
 * and `Infinity`, which Python writes though JSON knows neither, are null.
 */
export function parseJson(text: string, repair: (text: string) => string = (same) => same): Parsed {
  try {
    return { value: JSON.parse(hasLongNumber(text) ? quoteLongNumbers(text) : text), broken: null };
  } catch (error) {
    const repaired = nullNoNumbers(repair(text));
    return repaired === text ? { value: null, broken: told(error) } : parseJson(repaired);
  }
}

/** What is longer is not mended: no record with such numbers is so long. */
const LONGEST_MENDED = 1024 * 1024;
/** Escapes and quotes, to know what is inside a string; and what Python has for numbers that are none. */
const noNumbers = /\\.|"|-?\b(?:NaN|Infinity)\b/gs;

function nullNoNumbers(text: string): string {
  const isMended = text.length <= LONGEST_MENDED && /NaN|Infinity/.test(text);
  return isMended ? replaceOutside(text, noNumbers, () => 'null') : text;
}

/** A number of so many digits may not be the one that is written, and ids are such numbers. */
const LONG_NUMBER = /[:[,\s]-?[1-9]\d{15}/;
/** Most texts have none. Spelled out: where the length is fixed, an engine looks at every sixteenth character only. */
const LONG_DIGITS = new RegExp('\\d'.repeat(16));

function hasLongNumber(text: string): boolean {
  return LONG_DIGITS.test(text) && LONG_NUMBER.test(text);
}

/** Escapes and quotes, to know what is inside a string; and numbers, each whole. */
const tokens = /\\.|"|-?\d[\d.eE+-]*/gs;

function quoteLongNumbers(text: string): string {
  return replaceOutside(text, tokens, (token) => (isExact(token) ? token : `"${token}"`));
}

/** Replaces what `tokens` finds, escapes and quotes among it, outside of strings. */
function replaceOutside(text: string, tokens: RegExp, replacement: (token: string) => string): string {
  let inString = false;
  return text.replace(tokens, (token) => {
    if (token === '"') inString = !inString;
    return inString || /^[\\"]/.test(token) ? token : replacement(token);
  });
}

/** Whether `token` is anything but a whole number that a `number` cannot hold. */
function isExact(token: string): boolean {
  return !/^-?[1-9]\d{15,}$/.test(token) || Number.isSafeInteger(Number(token));
}

/** V8 quotes the text in its messages, and words them differently from version to version: only the kind is told. */
function told(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /end of JSON|Unterminated/i.test(message) ? ENDS_TOO_EARLY : NO_JSON;
}
