/** Fingerprints are parted by their upper bits, and parts are worked on in rounds, each of as many as there is room for. */

/** The parts `[from, end)`, which hold `rows` fingerprints. */
export interface Round {
  readonly from: number;
  readonly end: number;
  readonly rows: number;
}

/** Rounds of as many parts as hold `most` fingerprints together; a part that holds more is a round of its own. */
export function planRounds(sizes: Uint32Array, most: number): Round[] {
  const rounds: Round[] = [];
  let from = 0;
  let rows = 0;
  sizes.forEach((size, part) => {
    if (rows > 0 && rows + size > most) {
      rounds.push({ from, end: part, rows });
      from = part;
      rows = 0;
    }
    rows += size;
  });
  rounds.push({ from, end: sizes.length, rows });
  return rounds;
}

/** Where each part of a round begins. */
export function startsOf(sizes: Uint32Array, { from, end }: Round): Uint32Array<ArrayBuffer> {
  let start = 0;
  return sizes.slice(from, end).map((size) => {
    start += size;
    return start - size;
  });
}
