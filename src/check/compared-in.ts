/** The paragraphs that count, of a run of them, with their fingerprints. */
import { fingerprintHex } from '../model/fingerprint-hex.js';
import { type Analysis, Skip } from '../model.js';

/** Gives those of the paragraphs `first` to `last`, in order. */
export function* comparedIn(
  { lines, posts, matches }: Analysis,
  first: number,
  last: number,
): Generator<readonly [paragraph: number, fingerprint: string]> {
  for (let at = first; at <= last; at++) {
    const row = posts.paragraphs.row.at(at);
    if (matches.skip.at(at) === Skip.none) yield [at, fingerprintHex(lines.low.at(row), lines.high.at(row))];
  }
}

/** Their fingerprints alone. */
export function fingerprintsOf(analysis: Analysis, first: number, last: number): string[] {
  return Array.from(comparedIn(analysis, first, last), ([, fingerprint]) => fingerprint);
}
