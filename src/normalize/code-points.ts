/** Text to code points and back. A lone surrogate is read as U+FFFD, so nothing downstream can trip over one. */

export function toCodePoints(text: string): number[] {
  const points: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    points.push(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return points;
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
