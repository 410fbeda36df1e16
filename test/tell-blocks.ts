// Promises: what the match stage found in posts of build-posts.ts, in the words of block-oracle.ts, so that the two
// can be compared, and in words short enough to stand in a test.

import { type Matches, Skip } from '../src/model.js';
import type { ToldBlock } from './block-oracle.js';
import type { Built } from './build-posts.js';

/** The key of every paragraph, in order of reading. */
export function keysOf({ lines, posts, read }: Built): readonly string[] {
  const decoder = new TextDecoder();
  return Array.from({ length: posts.paragraphs.rows }, (_, paragraph) => {
    const row = posts.paragraphs.row.at(paragraph);
    const dump = posts.table.dump.at(posts.paragraphs.post.at(paragraph));
    return decoder.decode(read(dump, lines.start.at(row), lines.bytes.at(row)));
  });
}

/** Sorted by keys, the places sorted too: two tellings are equal when the blocks are. */
export function tellBlocks(built: Built, { blocks, skip }: Matches): readonly ToldBlock[] {
  const keys = keysOf(built);
  return Array.from({ length: blocks.rows }, (_, block) => {
    const runs = runsOf(blocks, block);
    const [{ first, last } = { first: 0, last: -1 }] = runs;
    const run = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const texts = run.filter((paragraph) => skip.at(paragraph) !== Skip.empty);
    return {
      keys: texts.map((paragraph) => keys[paragraph]).join(' '),
      places: runs.map((at) => tellPlace(built, at)).sort(),
    };
  }).sort((a, b) => (a.keys < b.keys ? -1 : 1));
}

/** `['a b ×2', 'c ×5']`. */
export function tellShort(built: Built, matches: Matches): readonly string[] {
  return tellBlocks(built, matches).map(({ keys, places }) => `${keys} ×${places.length}`);
}

/** The keys that are signatures. */
export function signatureKeys(built: Built, { skip }: Matches): ReadonlySet<string> {
  return new Set(keysOf(built).filter((_, paragraph) => skip.at(paragraph) === Skip.signature));
}

export interface ParagraphRun {
  readonly first: number;
  readonly last: number;
}

/** The occurrences of a block as paragraph numbers, first and last inclusive. */
export function runsOf(blocks: Matches['blocks'], block: number): readonly ParagraphRun[] {
  const from = blocks.firstOccurrence.at(block);
  const end = blocks.firstOccurrence.at(block + 1);
  return Array.from({ length: end - from }, (_, at) => ({
    first: blocks.first.at(from + at),
    last: blocks.last.at(from + at),
  }));
}

/** For each block, its occurrences as the paragraphs that are text, in order. */
export function textsOfBlocks({ blocks, skip }: Matches): readonly (readonly (readonly number[])[])[] {
  return Array.from({ length: blocks.rows }, (_, block) =>
    runsOf(blocks, block).map(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
        (at) => skip.at(at) !== Skip.empty,
      ),
    ),
  );
}

/** The key of the text that stands beside an occurrence in its post; undefined at the edge of the post. */
export function neighbour(
  { built, matches: { skip }, keys }: { built: Built; matches: Matches; keys: readonly string[] },
  at: { texts: readonly number[]; side: 1 | -1 },
): string | undefined {
  const { post, rows } = built.posts.paragraphs;
  const edge = (at.side === 1 ? at.texts.at(-1) : at.texts[0]) ?? 0;
  let beside = edge + at.side;
  while (beside >= 0 && beside < rows && skip.at(beside) === Skip.empty) beside += at.side;
  return beside >= 0 && beside < rows && post.at(beside) === post.at(edge) ? keys[beside] : undefined;
}

function tellPlace({ posts }: Built, { first, last }: ParagraphRun): string {
  const post = posts.paragraphs.post.at(first);
  const dump = posts.table.dump.at(post);
  const ordinal = post - (posts.dumps[dump]?.firstPost ?? 0);
  const start = posts.table.firstParagraph.at(post);
  return `${dump}:${ordinal}:${first - start}-${last - start}`;
}
