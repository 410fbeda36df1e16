/** How far two texts go on alike but for capitals and what else is folded character by character. */

/** The one character that a character becomes wherever it stands; less than 0 where it is not that simple. */
export type FoldPoint = (point: number) => number;

/** So many bytes of the same characters, folded, are there in both from `at` and `copyAt` on, each as long as the other. */
export function alikeBytes(
  model: Uint8Array,
  copy: Uint8Array,
  { at, copyAt, foldPoint }: { at: number; copyAt: number; foldPoint: FoldPoint },
): number {
  const most = Math.min(model.length - at, copy.length - copyAt);
  let count = 0;
  for (;;) {
    while (count < most && model[at + count] === copy[copyAt + count]) count += 1;
    if (count === most) return count;
    const one = model[at + count] ?? 0;
    if (isSameLetter(one, copy[copyAt + count] ?? 0)) {
      count += 1;
      continue;
    }
    // Of two bytes both, or the second of them.
    const from = one < 0xc0 && count > 0 ? count - 1 : count;
    const folded = foldPoint(pointOfTwo(model, at + from));
    if (folded < 0 || folded !== foldPoint(pointOfTwo(copy, copyAt + from))) return count;
    count = from + 2;
  }
}

/** Of ASCII. */
function isSameLetter(one: number, other: number): boolean {
  const letter = one | 0x20;
  return letter === (other | 0x20) && letter >= 0x61 && letter <= 0x7a;
}

/** The character of two bytes at `at`; -1 for any other. */
function pointOfTwo(text: Uint8Array, at: number): number {
  const lead = text[at] ?? 0;
  const second = text[at + 1] ?? 0;
  const isOne = lead >= 0xc2 && lead < 0xe0 && (second & 0xc0) === 0x80;
  return isOne ? ((lead & 0x1f) << 6) | (second & 0x3f) : -1;
}
