/** Text to code points and back. A lone surrogate is read as U+FFFD, so nothing downstream can trip over one. */

export function toCodePoints(text: string): number[] {
  return Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  });
}

export function fromCodePoints(points: readonly number[]): string {
  // In pieces: an argument list as long as a text may be would overflow the stack.
  const pieceLength = 4096;
  let text = '';
  for (let from = 0; from < points.length; from += pieceLength) {
    text += String.fromCodePoint(...points.slice(from, from + pieceLength));
  }
  return text;
}
