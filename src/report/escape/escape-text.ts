/** Foreign text, fit for a terminal and a CI log: nothing in it steers either. */

/** Controls, lone surrogates, and what has no shape: marks of direction, separators, joiners, forms, fillers, tags. */
const SHAPELESS =
  /\u034f|[\u17b4-\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\ud800-\udfff]/gu;

/** Where some of that has its place, `behind` what it changes: one such character hides nothing. */
const inPlace: readonly { readonly character: RegExp; readonly behind: RegExp }[] = [
  {
    // Which of its forms an emoji, a Han or a Mongolian character has.
    character: /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u,
    behind: /[\p{S}\p{P}\p{N}\p{sc=Han}\p{sc=Mong}]$/u,
  },
  // Emoji of several.
  { character: /\u200d/, behind: /[\ufe0f\p{S}]$/u },
  {
    // Letters that join or do not, as in Persian and Hindi; Han and its like have none.
    character: /[\u200c\u200d]/,
    behind: /[\p{Lo}\p{M}](?<![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])$/u,
  },
  // The flags of England, Scotland and Wales.
  { character: /[\u{e0061}-\u{e007a}\u{e007f}]/u, behind: /\u{1f3f4}[\u{e0061}-\u{e007a}]{0,5}$/u },
];
/** UTF-16 units that tell: those of a flag. */
const TELLING = 12;

/** What CI systems obey: `::error::` where a line begins, `##[error]` and `##vso[…]` anywhere. */
const COMMAND = /^(?= *::) *:|#(?=#(?:\[|vso\[))/giu;

/** What could do harm becomes its code, as in `\u001b`; so do line ends and tabs, as a name is another without them. */
export function escapeText(text: string): string {
  return text.replace(SHAPELESS, showShapeless).replace(COMMAND, escapeLast);
}

/** The same of what is read, not looked up: white space becomes one space. */
export function escapeProse(text: string): string {
  return escapeText(text.replace(/[\t\n\v\f\r ]+/g, ' '));
}

function showShapeless(found: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - TELLING), at);
  const stays = inPlace.some(({ character, behind }) => character.test(found) && behind.test(before));
  return stays ? found : escapeCharacter(found);
}

function escapeLast(text: string): string {
  return text.slice(0, -1) + escapeCharacter(text.slice(-1));
}

/** `\u001b`; of a character of two units `\udb40\udc41`, as JSON has it. */
export function escapeCharacter(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
