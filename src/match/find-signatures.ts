/**
 * Finds what a source puts under or over many of its own posts: a paragraph that stands at the edge of at least
 * three posts that are otherwise different. The longer it is the more posts it takes, so that a paragraph that
 * was really posted again is no signature. Frequency decides, not a list of phrases.
 */
import { type Column, type LineTable, type Posts, type Signature, Skip } from '../model.js';
import type { Groups } from './group-paragraphs.js';

const FEWEST_POSTS = 3;
/** One more post for every so many letters. */
const LETTERS_PER_POST = 30;
/** A paragraph that mostly stands elsewhere in the posts is text. */
const EDGE_SHARE = 0.5;

/** What signatures are found in; `skip` has one code a paragraph. */
interface Sought {
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly groups: Groups;
  readonly skip: Uint8Array;
}

/**
 * Marks signatures in `skip` and returns them, the most frequent first; those that stand only in dumps to compare against
 * are marked and not returned.
 */
export function findSignatures(of: Sought): Signature[] {
  const members = listMembers(of.groups);
  const found: Signature[] = [];
  const { firstNew } = of.posts.table;
  const isNew = new Uint8Array(of.groups.count);
  for (let at = 0; at < members.groups.length; at++) {
    const paragraphs = members.paragraphs.subarray(members.start[at], members.start[at + 1]);
    if (of.skip[paragraphs[0] ?? 0] !== Skip.empty) found.push(...signaturesOf(of, paragraphs));
    const newest = of.posts.paragraphs.post[paragraphs.at(-1) ?? 0] ?? 0;
    if (newest >= firstNew) isNew[members.groups[at] ?? 0] = 1;
  }
  if (found.length > 0) {
    const isSignature = new Uint8Array(of.groups.count);
    for (const { paragraph } of found) isSignature[of.groups.of[paragraph] ?? 0] = 1;
    for (let at = 0; at < of.skip.length; at++) {
      if (isSignature[of.groups.of[at] ?? 0] === 1) of.skip[at] = Skip.signature;
    }
  }
  return found
    .filter(({ paragraph }) => isNew[of.groups.of[paragraph] ?? 0] === 1)
    .sort((a, b) => b.posts - a.posts || a.paragraph - b.paragraph);
}

interface Members {
  readonly groups: readonly number[];
  readonly start: Column & Uint32Array;
  readonly paragraphs: Uint32Array;
}

/** The paragraphs of each group that is large enough, group after group. */
function listMembers(groups: Groups): Members {
  const large: number[] = [];
  const slot = new Uint32Array(groups.count);
  let total = 0;
  for (let group = 0; group < groups.count; group++) {
    const size = groups.size[group] ?? 0;
    if (size < FEWEST_POSTS) continue;
    large.push(group);
    slot[group] = total + 1;
    total += size;
  }
  const start = new Uint32Array(large.length + 1);
  large.forEach((group, at) => {
    start[at] = (slot[group] ?? 0) - 1;
  });
  start[large.length] = total;
  const paragraphs = new Uint32Array(total);
  for (let paragraph = 0; paragraph < groups.of.length; paragraph++) {
    const group = groups.of[paragraph] ?? 0;
    const at = slot[group] ?? 0;
    if (at === 0) continue;
    paragraphs[at - 1] = paragraph;
    slot[group] = at + 1;
  }
  return { groups: large, start, paragraphs };
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

function signaturesOf(of: Sought, paragraphs: Uint32Array): Signature[] {
  const { posts, lines } = of;
  const letters = (lines.weight[posts.paragraphs.row[paragraphs[0] ?? 0] ?? 0] ?? 0) / 2;
  const needed = Math.max(FEWEST_POSTS, Math.ceil(letters / LETTERS_PER_POST));
  if (paragraphs.length < needed) return [];
  const tallies = new Map<number, Tally>();
  for (const paragraph of paragraphs) {
    const post = posts.paragraphs.post[paragraph] ?? 0;
    const source = posts.table.source[post] ?? 0;
    const tally = tallies.get(source) ?? newTally(paragraph);
    tallies.set(source, tally);
    if (tally.lastPost === post) continue;
    tally.lastPost = post;
    tally.posts += 1;
    tallyEdges(of, { paragraph, post, tally, needed });
  }
  const signatures: Signature[] = [];
  for (const [source, tally] of tallies) {
    const different = Math.max(tally.above.size, tally.below.size);
    if (different < needed || tally.atEdge < tally.posts * EDGE_SHARE) continue;
    signatures.push({ source, paragraph: tally.first, posts: tally.posts });
  }
  return signatures;
}

function newTally(first: number): Tally {
  return { first, posts: 0, atEdge: 0, lastPost: -1, above: new Set(), below: new Set() };
}

/** Notes what stands above a last paragraph and below a first one: that it differs makes the posts different. */
function tallyEdges(of: Sought, at: { paragraph: number; post: number; tally: Tally; needed: number }): void {
  const { posts, groups } = of;
  const { paragraph, post, tally, needed } = at;
  const from = (posts.table.firstParagraph[post] ?? 0) - 1;
  const end = posts.table.firstParagraph[post + 1] ?? 0;
  const above = nearestRarer(of, { paragraph, step: -1, bound: from });
  const below = nearestRarer(of, { paragraph, step: 1, bound: end });
  const last = below === end && above !== from;
  const top = above === from && below !== end;
  if (!last && !top) return;
  tally.atEdge += 1;
  if (last && tally.above.size < needed) tally.above.add(textNumber(groups, above));
  if (top && tally.below.size < needed) tally.below.add(textNumber(groups, below));
}

/** A number that is equal for paragraphs of equal text: of one that stands once, its own, below 0. */
function textNumber({ of }: Groups, paragraph: number): number {
  return of[paragraph] || -1 - paragraph;
}

/**
 * The nearest paragraph in the direction of `step` that recurs less often than this one, or `bound`. What recurs as
 * often may be another line of the same signature, so it makes no post different.
 */
function nearestRarer(
  { groups, skip }: Sought,
  from: { paragraph: number; step: 1 | -1; bound: number },
): number {
  const often = groups.size[groups.of[from.paragraph] ?? 0] ?? 0;
  let at = from.paragraph + from.step;
  while (at !== from.bound) {
    if (skip[at] !== Skip.empty && (groups.size[groups.of[at] ?? 0] ?? 0) < often) break;
    at += from.step;
  }
  return at;
}
