/** Foreign text, fit for a terminal and a CI log: nothing in it steers either. */

/** Controls (C0, DEL, C1), marks of direction, line and paragraph separators, lone surrogates. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What CI systems obey: `::error::` where a line begins, `##[error]` and `##vso[…]` anywhere. */
const COMMAND = /^(?= *::) *:|#(?=#(?:\[|vso\[))/giu;

/** White space becomes a space; what could do harm becomes its code, as in `\u001b`. */
export function escapeText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r ]+/g, ' ')
    .replace(UNSAFE, escapeCharacter)
    .replace(COMMAND, escapeLast);
}

function escapeLast(text: string): string {
  return text.slice(0, -1) + escapeCharacter(text.slice(-1));
}

/** `\u001b`. */
export function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
