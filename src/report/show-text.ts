/**
 * A dump's text, fit for a terminal: one line, nothing that steers the terminal or turns text round, shortened
 * to a width in columns without splitting what people see as one character.
 */
import stringWidth from 'string-width';

/** Controls (C0, DEL, C1), marks of direction, line and paragraph separators, lone surrogates. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** White space becomes a space, everything that could do harm its code: `\u001b`. */
export function showText(text: string): string {
  return text.replace(/[\t\n\v\f\r ]+/g, ' ').replace(UNSAFE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Shows `text` in at most `width` columns, with `…` where it was shortened. */
export function excerpt(text: string, width: number): string {
  // No grapheme worth showing needs more; a line of megabytes must not be segmented for its first words.
  const shown = showText(text.slice(0, width * 16));
  if (stringWidth(shown) <= width && shown.length >= showText(text.slice(0, width * 16 + 1)).length)
    return shown;
  let kept = '';
  let columns = 0;
  for (const { segment } of graphemes.segment(shown)) {
    columns += stringWidth(segment);
    if (columns > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
