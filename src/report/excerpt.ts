/** Text shortened to a width in columns: most begins with characters whose columns can be counted by their codes. */
import { escapeText } from './escape-text.js';
import { excerptBySegments } from './excerpt-by-segments.js';

/** Shows `text`, escaped, in at most `width` columns, with `…` where it was shortened. */
export function excerpt(text: string, width: number): string {
  return excerptByCodes(text, width) ?? excerptBySegments(text, width);
}

/**
 * Characters that no character beside them makes wider, or one with it: Latin, Greek and Cyrillic without marks of their
 * own, quotes, dashes; Han, Kana, and what stands between them.
 */
const alone =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u0482\u048a-\u052f\u2010-\u2027\u3001-\u3007\u300a-\u3011\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;
/** The first of them that takes two columns. */
const FIRST_WIDE = 0x3001;
/** Escaping looks a few characters ahead. */
const MARGIN = 16;

/** Null where the beginning does not say enough. */
function excerptByCodes(text: string, width: number): string | null {
  const head = text.slice(0, width + MARGIN);
  if (!alone.test(head) || head.includes('  ')) return null;
  const shown = escapeText(head);
  let columns = 0;
  let kept = 0;
  for (let at = 0; at < shown.length; at++) {
    columns += shown.charCodeAt(at) < FIRST_WIDE ? 1 : 2;
    if (columns < width) kept = at + 1;
    if (columns > width) return `${shown.slice(0, kept).trimEnd()}…`;
  }
  return head.length === text.length ? shown : null;
}
