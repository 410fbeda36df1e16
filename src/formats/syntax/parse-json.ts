/** JSON.parse, with the error as a value: a broken record is nothing out of the ordinary. */
import type { Json } from './json.js';

/** `broken` is null, or why `value` is not there. */
export type Parsed =
  | { readonly value: Json; readonly broken: null }
  | { readonly value: null; readonly broken: string };

/** Why text is no JSON that may be the beginning of it. */
export const ENDS_TOO_EARLY = 'expected JSON, found text that ends too early';

/** Parses `text`; where that fails, what `repair` makes of it. */
export function parseJson(text: string, repair?: (text: string) => string): Parsed {
  try {
    return { value: JSON.parse(text), broken: null };
  } catch (error) {
    const repaired = repair?.(text) ?? text;
    if (repaired !== text) return parseJson(repaired);
    return { value: null, broken: told(error) };
  }
}

/** V8 quotes the text in its messages, and words them differently from version to version: only the kind is told. */
function told(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /end of JSON|Unterminated/i.test(message)
    ? ENDS_TOO_EARLY
    : 'expected JSON, found text that is none';
}
