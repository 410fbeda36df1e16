/** Text shortened to a width in columns, without splitting what people see as one character. */
import measureWidth from 'fast-string-truncated-width';
import { escapeText } from './escape-text.js';

/** Made when first needed: it takes as long as to read a small dump. */
let graphemes: Intl.Segmenter | undefined;

/** Nothing worth showing in a column needs more UTF-16 units. */
const UNITS_PER_COLUMN = 16;

/** What `excerpt` promises, of any text. */
export function excerptBySegments(text: string, width: number): string {
  // A line of megabytes must not be segmented for its first words.
  const beginning = text.slice(0, width * UNITS_PER_COLUMN);
  const shown = escapeText(beginning);
  if (beginning.length === text.length && measureWidth(shown).width <= width) return shown;
  let kept = '';
  let columns = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(shown)) {
    columns += measureWidth(segment).width;
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
