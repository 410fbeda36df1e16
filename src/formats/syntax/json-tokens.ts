/** Brackets and strings of a text that begins as JSON: one pass, as a string may be as long as all that is looked at. */

/** A bracket, or a string with its quotes; `index` is where it begins. */
export interface JsonToken {
  readonly token: string;
  readonly index: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Brackets and strings in the order of `text`, which may end anywhere: a string that it cuts is one to its end. */
export function* jsonTokens(text: string): Generator<JsonToken> {
  const mark = /["[\]{}]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const { 0: token, index } = found;
    if (token === '"') mark.lastIndex = endOfString(text, index);
    yield { token: text.slice(index, mark.lastIndex), index };
  }
}

/** Behind the quote that closes the string whose quote opens it at `start`; the end of `text` where none does. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
