/**
 * Two texts, cut into stretches of few words that differ: as words are folded one by one, texts are equal at a rung when
 * their stretches are. They may be so as well when these are not, as the cut is a guess: the words may have been moved.
 */

const SPACE = 0x20;

/** Compares `model[from, end)` with `copy[copyFrom, copyEnd)`. */
export type CompareStretch = (from: number, end: number, copyFrom: number, copyEnd: number) => boolean;

/** Whether all stretches in which two texts differ are the same. */
export function everyStretch(model: Uint8Array, copy: Uint8Array, isSame: CompareStretch): boolean {
  let from = 0;
  let copyFrom = 0;
  while (from < model.length || copyFrom < copy.length) {
    const equal = equalWords(model, from, copy, copyFrom);
    from += equal;
    copyFrom += equal;
    let end = from;
    let copyEnd = copyFrom;
    do {
      end = behindWord(model, end);
      copyEnd = behindWord(copy, copyEnd);
      if (end === model.length || copyEnd === copy.length) {
        end = model.length;
        copyEnd = copy.length;
      }
    } while (end < model.length && !startAlike(model, end, copy, copyEnd));
    if (!isSame(from, end, copyFrom, copyEnd)) return false;
    from = end;
    copyFrom = copyEnd;
  }
  return true;
}

/** Bytes of the words that both go on with; all there are where they end alike. */
function equalWords(model: Uint8Array, from: number, copy: Uint8Array, copyFrom: number): number {
  const most = Math.min(model.length - from, copy.length - copyFrom);
  let words = 0;
  let at = 0;
  for (; at < most && model[from + at] === copy[copyFrom + at]; at++)
    if (model[from + at] === SPACE) words = at + 1;
  return at === model.length - from && at === copy.length - copyFrom ? at : words;
}

/** Behind the space that ends the word at `at`. */
function behindWord(text: Uint8Array, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== SPACE) end += 1;
  return Math.min(end + 1, text.length);
}

/** Whether both go on with the same word. */
function startAlike(model: Uint8Array, from: number, copy: Uint8Array, copyFrom: number): boolean {
  let at = 0;
  while (from + at < model.length && model[from + at] === copy[copyFrom + at]) {
    if (model[from + at] === SPACE) return true;
    at += 1;
  }
  return from + at === model.length && copyFrom + at === copy.length;
}
