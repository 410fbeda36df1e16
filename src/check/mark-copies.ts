/** Which copies in new posts nobody has accepted, and what they come to. */

import { postOf } from '../model/held-by-posts.js';
import { isSeen } from '../model/is-seen.js';
import { orderPosts } from '../model/order-posts.js';
import type { Analysis, Column, GrownBlock, SeenTable } from '../model.js';
import { bitsBeyond, Copy } from './beyond-accepted.js';
import { charactersOf, describeMetBlock, isUncredited } from './describe-met-block.js';
import type { Allowance, Counts, KnownPassages } from './known-passages.js';

/** All unaccepted copies. */
export interface MarkedCopies {
  /** {@link Copy} bits by occurrence; 0 for origins, for what is accepted, for dumps to compare against, and for what runs tell. */
  readonly marks: Column;
  /** The blocks that have such copies. */
  readonly blocks: readonly number[];
  /** Characters of the new posts that repeat and are not accepted. */
  readonly repeatedCharacters: number;
  readonly grown: ReadonlyMap<number, GrownBlock>;
}

/**
 * Marks them; `known` is told of every block that it may have to accept. Of what `seen` has from before all dumps at hand,
 * these have no origin: there every occurrence is a copy, in a run that was seen.
 */
export function markCopies(
  analysis: Analysis,
  of: {
    known: KnownPassages;
    failLength: number;
    seen: SeenTable | null;
    /** New posts that an index has in the same words. */
    metAgain: ReadonlySet<number>;
    idOf: (block: number) => string;
  },
): MarkedCopies {
  const { columns, matches, ranking } = analysis;
  const { blocks } = matches;
  const marks = columns.uint8(blocks.first.length);
  const grown = new Map<number, GrownBlock>();
  const found: number[] = [];
  let repeatedCharacters = 0;
  for (let block = 0; block < blocks.rows; block++) {
    const first = blocks.origin.at(block);
    const met = of.known.isEmpty
      ? null
      : describeMetBlock(analysis, { ...of, block, origin: first }, of.idOf);
    if (met !== null) of.known.meet(met);
    if (isSeen(of.seen?.blocks ?? null, block)) continue;
    if (charactersOf(analysis, first) < of.failLength) continue;
    if (met !== null && of.known.accepts(met)) continue;
    const allowed = met === null ? null : of.known.allowed(met);
    const copies = listNewCopies(analysis, block, { origin: first, metAgain: of.metAgain });
    if (allowed === null || met === null) {
      for (const at of copies) marks.set(at, bitsOf(analysis, at, first));
      repeatedCharacters += ranking.characters.at(block) - charactersMet(analysis, block, of.metAgain);
    } else {
      grown.set(block, growthOf(met, allowed));
      const beyond = bitsBeyond(
        Array.from(copies, (at) => isUncredited(analysis, at, first)),
        met,
        allowed,
      );
      for (const [index, at] of copies.entries()) {
        marks.set(at, beyond[index] ?? 0);
        if (marks.at(at) !== 0) repeatedCharacters += charactersOf(analysis, at);
      }
    }
    if (copies.some((at) => (marks.at(at) & Copy.unaccepted) !== 0)) found.push(block);
  }
  return { marks, blocks: found, repeatedCharacters, grown };
}

/** The characters that posts that are not new have of a block. */
function charactersMet(analysis: Analysis, block: number, metAgain: ReadonlySet<number>): number {
  const { firstOccurrence } = analysis.matches.blocks;
  const end = metAgain.size === 0 ? 0 : firstOccurrence.at(block + 1);
  let characters = 0;
  for (let at = firstOccurrence.at(block); at < end; at++)
    if (metAgain.has(postOf(analysis, at))) characters += charactersOf(analysis, at);
  return characters;
}

/** The occurrences of a block in new posts but for its origin's, which is no copy of itself, in order of time. */
function listNewCopies(
  analysis: Analysis,
  block: number,
  { origin, metAgain }: { origin: number; metAgain: ReadonlySet<number> },
): Uint32Array {
  const { posts, matches } = analysis;
  const { firstOccurrence } = matches.blocks;
  const originPost = postOf(analysis, origin);
  const from = firstOccurrence.at(block);
  const end = firstOccurrence.at(block + 1);
  const copies = new Uint32Array(end - from);
  let count = 0;
  for (let at = from; at < end; at++) {
    const post = postOf(analysis, at);
    if (post === originPost || post < posts.table.firstNew || metAgain.has(post)) continue;
    copies[count] = at;
    count += 1;
  }
  const compare = orderPosts(posts.table);
  return copies.subarray(0, count).sort((a, b) => compare(postOf(analysis, a), postOf(analysis, b)) || a - b);
}

function bitsOf(analysis: Analysis, occurrence: number, origin: number): number {
  return Copy.unaccepted | (isUncredited(analysis, occurrence, origin) ? Copy.uncredited : 0);
}

function growthOf(met: Counts, allowed: Allowance): GrownBlock {
  const growth = (accepted: number, found: number) => (found > accepted ? { accepted, found } : null);
  return {
    occurrences: growth(allowed.occurrences, met.occurrences),
    uncredited: growth(allowed.uncredited, met.uncredited),
  };
}
