/**
 * Finds what a source puts under or over many of its own posts: a paragraph that stands at the edge of at least
 * three posts that are otherwise different. The longer it is the more posts it takes, so that a paragraph that
 * was really posted again is no signature. Frequency decides, not a list of phrases.
 */
import { type Column, type Signature, Skip, type WritableColumn } from '../model.js';
import type { Compared } from './compared.js';
import type { Groups } from './group-paragraphs.js';
import { textBeside } from './text-beside.js';

const FEWEST_POSTS = 3;
/** One more post for every so many letters. */
const LETTERS_PER_POST = 30;
/** A paragraph that mostly stands elsewhere in the posts is text. */
const EDGE_SHARE = 0.5;

/** What signatures are found in, and marked. */
interface Sought extends Compared {
  readonly skip: WritableColumn;
}

/**
 * Marks signatures in `skip` and returns them, the most frequent first; those that stand only in dumps to compare against
 * are marked and not returned.
 */
export function findSignatures(of: Sought): Signature[] {
  const { posts, skip } = of;
  const { groups, start, paragraphs } = listMembers(of);
  const signatures: Signature[] = [];
  let end = 0;
  for (let group = 0; group < groups; group++) {
    const from = end;
    end = start.at(group + 1);
    const found = signaturesOf(of, { paragraphs, from, end });
    if (found.length === 0) continue;
    for (let at = from; at < end; at++) skip.set(paragraphs.at(at), Skip.signature);
    const newest = posts.paragraphs.post.at(paragraphs.at(end - 1));
    if (newest >= posts.table.firstNew) for (const signature of found) signatures.push(signature);
  }
  for (const column of [start, paragraphs]) column.release();
  return signatures.sort((a, b) => b.posts - a.posts || a.paragraph - b.paragraph);
}

/** The paragraphs of the `groups` that are text and large enough; group after group, from `start` on. */
interface Members {
  readonly groups: number;
  readonly start: WritableColumn;
  readonly paragraphs: WritableColumn;
}

function listMembers(of: Sought): Members {
  const { columns, groups, skip } = of;
  const slot = columns.uint32(groups.count);
  const start = columns.uint32(0);
  let large = 0;
  let total = 0;
  for (let group = 1; group < groups.count; group++) {
    const size = groups.size.at(group);
    if (size < FEWEST_POSTS || size < neededPosts(of, group)) continue;
    if (skip.at(groups.first.at(group)) === Skip.empty) continue;
    slot.set(group, total + 1);
    start.set(large, total);
    large += 1;
    total += size;
  }
  start.set(large, total);
  const paragraphs = columns.uint32(total);
  for (let paragraph = 0; total > 0 && paragraph < groups.of.length; paragraph++) {
    const group = groups.of.at(paragraph);
    const at = slot.at(group);
    if (at === 0) continue;
    paragraphs.set(at - 1, paragraph);
    slot.set(group, at + 1);
  }
  slot.release();
  return { groups: large, start, paragraphs };
}

/** Posts that a paragraph must stand in to be a signature. */
function neededPosts({ lines, posts, groups }: Sought, group: number): number {
  const letters = lines.weight.at(posts.paragraphs.row.at(groups.first.at(group))) / 2;
  return Math.max(FEWEST_POSTS, Math.ceil(letters / LETTERS_PER_POST));
}

/** The paragraphs of one group: `[from, end)` of the members. */
interface Repeats {
  readonly paragraphs: Column;
  readonly from: number;
  readonly end: number;
}

/** What is known of a paragraph in the posts of one source. */
interface Tally {
  readonly first: number;
  posts: number;
  atEdge: number;
  lastPost: number;
  readonly above: Set<number>;
  readonly below: Set<number>;
}

function signaturesOf(of: Sought, repeats: Repeats): Signature[] {
  const { posts, groups } = of;
  const { paragraphs, from, end } = repeats;
  const needed = neededPosts(of, groups.of.at(paragraphs.at(from)));
  if (!standsAtEdges(of, repeats, needed)) return [];
  const tallies = new Map<number, Tally>();
  for (let at = from; at < end; at++) {
    const paragraph = paragraphs.at(at);
    const post = posts.paragraphs.post.at(paragraph);
    const source = posts.table.source.at(post);
    let tally = tallies.get(source);
    if (tally === undefined) {
      tally = newTally(paragraph);
      tallies.set(source, tally);
    }
    if (tally.lastPost === post) continue;
    tally.lastPost = post;
    tally.posts += 1;
    tallyEdge(of, paragraph, { tally, needed });
  }
  return signaturesAmong(tallies, needed);
}

function signaturesAmong(tallies: ReadonlyMap<number, Tally>, needed: number): Signature[] {
  const signatures: Signature[] = [];
  for (const [source, tally] of tallies) {
    const different = Math.max(tally.above.size, tally.below.size);
    if (different < needed || tally.atEdge < tally.posts * EDGE_SHARE) continue;
    signatures.push({ source, paragraph: tally.first, posts: tally.posts });
  }
  return signatures;
}

/** Whether a group stands at so many edges at all: most do not, and need not be tallied. */
function standsAtEdges(of: Sought, { paragraphs, from, end }: Repeats, needed: number): boolean {
  let left = needed;
  for (let at = from; at < end && left > 0 && left <= end - at; at++) {
    if (textBeside(of, paragraphs.at(at)) !== null) left -= 1;
  }
  return left === 0;
}

function newTally(first: number): Tally {
  return { first, posts: 0, atEdge: 0, lastPost: -1, above: new Set(), below: new Set() };
}

/** Notes what stands above a last paragraph or below a first one: that it differs makes the posts different. */
function tallyEdge(of: Sought, paragraph: number, { tally, needed }: { tally: Tally; needed: number }): void {
  const beside = textBeside(of, paragraph);
  if (beside === null) return;
  tally.atEdge += 1;
  const texts = beside < paragraph ? tally.above : tally.below;
  if (texts.size < needed) texts.add(textNumber(of.groups, beside));
}

/** A number that is equal for paragraphs of equal text: of one that stands once, its own, below 0. */
function textNumber({ of }: Groups, paragraph: number): number {
  return of.at(paragraph) || -1 - paragraph;
}
