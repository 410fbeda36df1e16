/** Text fit for a cell of RFC 4180 that a spreadsheet may open, and that may be printed. */
import { escapeText } from './escape-text.js';

/** What a spreadsheet would take for a formula. A number may begin with a sign, and a sign alone is harmless. */
const FORMULA = /^\s*[=+\-@＝＋－＠]./u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * One line, whatever steers a terminal or turns text round as its code. What a spreadsheet would take for a formula gets
 * a `'` before it, which spreadsheets do not show; quotes where RFC 4180 wants them.
 */
export function escapeCsv(text: string): string {
  const shown = escapeText(text);
  const safe = FORMULA.test(shown) && !NUMBER.test(shown) ? `'${shown}` : shown;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
