/** Which of the places that an index has seen were before all posts at hand that have the text: those are origins. */
import { timeOf, timePosts } from '../model/order-posts.js';
import { type Analysis, type Column, SeenBlock, type SeenTable, Skip } from '../model.js';

/** What is known of the origins. */
export interface KnownFirsts {
  /** Whether the first known post with this paragraph was before the post at hand that had it first. */
  readonly isFirst: (paragraph: number) => boolean;
  /** As in the {@link SeenTable}. */
  readonly blocks: Column;
}

/** Compares them as `orderPosts` compares posts: what an index has was there before the new dumps were. */
export function findKnownFirsts(
  { columns, posts, matches }: Pick<Analysis, 'columns' | 'posts' | 'matches'>,
  { place, places, isSignature }: Pick<SeenTable, 'place' | 'places' | 'isSignature'>,
): KnownFirsts {
  const { rows, first, last, firstOccurrence, origin, block } = matches.blocks;
  /** 1 + the occurrence that a paragraph stands in. */
  const occurrenceOf = columns.uint32(posts.paragraphs.rows);
  for (let at = 0; at < first.length; at++) occurrenceOf.fill(at + 1, first.at(at), last.at(at) + 1);
  const timeAtHand = timePosts(posts.table);
  const firstAtHand = (paragraph: number): number => {
    const occurrence = occurrenceOf.at(paragraph) - 1;
    return occurrence < 0 ? paragraph : first.at(origin.at(block.at(occurrence)));
  };
  const isFirst = (paragraph: number): boolean => {
    const known = place.at(paragraph) - 1;
    if (known < 0) return false;
    const isForward = (places.forwardedFrom[known] ?? null) !== null;
    const time = timeOf(places.seconds.at(known), isForward) ?? Number.NEGATIVE_INFINITY;
    return time <= timeAtHand(posts.paragraphs.post.at(firstAtHand(paragraph)));
  };
  // What is a signature in the old dumps joins nothing in the new ones either.
  const joins = (paragraph: number): boolean =>
    matches.skip.at(paragraph) === Skip.none && isSignature.at(paragraph) === 0;
  const blocks = columns.uint8(rows);
  for (let at = 0; at < rows; at++) {
    // The last occurrence is in a new post, and only those are looked up.
    const occurrence = firstOccurrence.at(at + 1) - 1;
    let code: number = SeenBlock.signature;
    for (let paragraph = first.at(occurrence); paragraph <= last.at(occurrence); paragraph++) {
      if (!joins(paragraph)) continue;
      code = isFirst(paragraph) ? SeenBlock.known : SeenBlock.atHand;
      if (code === SeenBlock.atHand) break;
    }
    blocks.set(at, code);
  }
  return { isFirst, blocks };
}
