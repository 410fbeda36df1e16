/** How far two texts go on alike. */

const SPACE = 0x20;

/** So many bytes are equal in both, from `at` and `copyAt` on. */
export function equalBytes(model: Uint8Array, at: number, copy: Uint8Array, copyAt: number): number {
  const most = Math.min(model.length - at, copy.length - copyAt);
  let count = 0;
  while (count < most && model[at + count] === copy[copyAt + count]) count += 1;
  return count;
}

/** Bytes of the words that both go on with; all there are where they end alike. */
export function equalWords(model: Uint8Array, at: number, copy: Uint8Array, copyAt: number): number {
  let end = equalBytes(model, at, copy, copyAt);
  if (at + end === model.length && copyAt + end === copy.length) return end;
  while (end > 0 && model[at + end - 1] !== SPACE) end -= 1;
  return end;
}

/** Where the character that ends before `end`, or in it, begins; -1 where there is none. */
export function characterBefore(text: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && ((text[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** Behind the space that ends the word at `at`. */
export function behindWord(text: Uint8Array, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== SPACE) end += 1;
  return Math.min(end + 1, text.length);
}
