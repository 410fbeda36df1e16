/** Finds runs of paragraphs by what their id would be, were they a block. */
import { fingerprintHex } from '../model/fingerprint-hex.js';
import { type Analysis, Skip } from '../model.js';

/** A run of several paragraphs of one post, `first` to `last`, that has the id. */
export interface FoundRun {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** XXH64: its halves are there right after hashing. */
export interface RunHash {
  hash(bytes: Uint8Array): void;
  readonly low: number;
  readonly high: number;
}

/** Paragraphs of the longest run that is looked for: so the work grows with the text alone. */
const LONGEST = 64;

/** Yields all runs in `posts` whose id is `wanted`, lines of emoji alone left out, as in a block's id. */
export function* findRuns(
  analysis: Analysis,
  wanted: ReadonlySet<string>,
  { posts, hash }: { posts: Iterable<number>; hash: RunHash },
): Generator<FoundRun> {
  // As in find-listed-runs: numbers are looked up first.
  const highs = new Set([...wanted].map((id) => Number.parseInt(id.slice(0, 8), 16)));
  for (const post of posts) {
    const paragraphs = comparedParagraphs(analysis, post);
    const bytes = fingerprintBytes(analysis, paragraphs);
    for (const [at, first] of paragraphs.entries()) {
      const end = Math.min(paragraphs.length, at + LONGEST);
      for (let last = at + 1; last < end; last++) {
        hash.hash(bytes.subarray(at * 8, last * 8 + 8));
        if (!highs.has(hash.high)) continue;
        const id = fingerprintHex(hash.low, hash.high);
        if (wanted.has(id)) yield { id, first, last: paragraphs[last] ?? first };
      }
    }
  }
}

function comparedParagraphs({ posts, matches }: Analysis, post: number): number[] {
  const paragraphs: number[] = [];
  const end = posts.table.firstParagraph.at(post + 1);
  for (let at = posts.table.firstParagraph.at(post); at < end; at++)
    if (matches.skip.at(at) !== Skip.empty) paragraphs.push(at);
  return paragraphs;
}

/** End to end, big-endian, as a block's id is made of them. */
function fingerprintBytes({ lines, posts }: Analysis, paragraphs: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(paragraphs.length * 8));
  for (const [at, paragraph] of paragraphs.entries()) {
    const row = posts.paragraphs.row.at(paragraph);
    bytes.setUint32(at * 8, lines.high.at(row));
    bytes.setUint32(at * 8 + 4, lines.low.at(row));
  }
  return new Uint8Array(bytes.buffer);
}
