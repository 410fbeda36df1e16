/** Text shortened to a width in columns, without splitting what people see as one character. */
import stringWidth from 'string-width';
import { escapeText } from './escape-text.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Nothing worth showing in a column needs more UTF-16 units. */
const UNITS_PER_COLUMN = 16;

/** Shows `text`, escaped, in at most `width` columns, with `…` where it was shortened. */
export function excerpt(text: string, width: number): string {
  // A line of megabytes must not be segmented for its first words.
  const beginning = text.slice(0, width * UNITS_PER_COLUMN);
  const shown = escapeText(beginning);
  if (beginning.length === text.length && stringWidth(shown) <= width) return shown;
  let kept = '';
  let columns = 0;
  for (const { segment } of graphemes.segment(shown)) {
    columns += stringWidth(segment);
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
