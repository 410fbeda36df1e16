/** The step of the rung `links`: every link of a text in its canonical form. */

import { canonicalLink } from './canonical-link.js';
import { findLinks } from './find-links.js';
import { joinWords } from './fold-spacing.js';

export function foldLinks(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of findLinks(text)) {
    pieces.push(text.slice(from, start).trim(), canonicalLink(text.slice(start, end)));
    from = end;
  }
  return joinWords([...pieces, text.slice(from).trim()]);
}
