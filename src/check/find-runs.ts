/** Finds runs of paragraphs by what their id would be, were they a block. */
import { fingerprintBytes } from '../model/fingerprint-bytes.js';
import { type Analysis, Skip } from '../model.js';
import { createIdFinder } from './id-finder.js';

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
  const findId = createIdFinder(wanted);
  for (const post of posts) {
    const paragraphs = comparedParagraphs(analysis, post);
    const rows = paragraphs.map((paragraph) => analysis.posts.paragraphs.row.at(paragraph));
    const bytes = fingerprintBytes(rows, analysis.lines);
    for (const [at, first] of paragraphs.entries()) {
      const end = Math.min(paragraphs.length, at + LONGEST);
      for (let last = at + 1; last < end; last++) {
        hash.hash(bytes.subarray(at * 8, last * 8 + 8));
        const id = findId(hash.low, hash.high);
        if (id !== null) yield { id, first, last: paragraphs[last] ?? first };
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
