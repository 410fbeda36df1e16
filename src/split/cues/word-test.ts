/**
 * Tests lines by their bytes for the words they begin or end with. Nearly every line of a dump is tested and
 * nearly none passes, so the test must cost next to nothing; what passes is decoded and looked at properly.
 */

/** Whether `bytes[start, end)` begins or ends with one of the words. */
export type WordTest = (bytes: Uint8Array, start: number, end: number) => boolean;

/** Words that lines begin or end with. */
export interface Words {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** Knows words as written, in either case, and capitalized. */
export function createWordTest(words: Words): WordTest {
  const firstWords = indexBy(0, formsOf(words.first));
  const lastWords = indexBy(-1, formsOf(words.last));
  return (bytes, start, end) =>
    some(firstWords[bytes[start] ?? 0], (word) => matches(bytes, start, word)) ||
    some(lastWords[bytes[end - 1] ?? 0], (word) => matches(bytes, end - word.length, word));
}

/** The bytes of words as written, in either case, and capitalized. */
export function formsOf(words: readonly string[]): Uint8Array[] {
  const forms = new Set(
    words.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase(), capitalize(word)]),
  );
  return [...forms].map((form) => new TextEncoder().encode(form));
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** Words by their first or last byte; undefined where there are none, by far the most. */
function indexBy(at: number, words: readonly Uint8Array[]): (Uint8Array[] | undefined)[] {
  const index = new Array<Uint8Array[] | undefined>(256).fill(undefined);
  for (const word of words) {
    const byte = word.at(at) ?? 0;
    const known = index[byte] ?? [];
    known.push(word);
    index[byte] = known;
  }
  return index;
}

function some(words: readonly Uint8Array[] | undefined, test: (word: Uint8Array) => boolean): boolean {
  return words?.some(test) === true;
}

function matches(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[start + at] !== word[at]) return false;
  return true;
}
