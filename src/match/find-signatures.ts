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
/** A signature of several lines is found from its outer line inwards, or from its inner one outwards. */
const MAX_ROUNDS = 8;
/** A paragraph that mostly stands elsewhere in the posts is text. */
const EDGE_SHARE = 0.5;

/** Marks signatures in `skip` (one code a paragraph) and returns them, the most frequent first. */
export function findSignatures(of: {
  lines: LineTable;
  posts: Posts;
  groups: Groups;
  skip: Uint8Array;
}): Signature[] {
  const { groups, skip } = of;
  const members = listMembers(groups);
  const found: Signature[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = found.length;
    for (let at = 0; at < members.groups.length; at++) {
      const group = members.groups[at] ?? 0;
      const paragraphs = members.paragraphs.subarray(members.start[at], members.start[at + 1]);
      if (skip[groups.first[group] ?? 0] === Skip.signature || skip[groups.first[group] ?? 0] === Skip.empty)
        continue;
      const signatures = signaturesOf(of, paragraphs);
      if (signatures.length === 0) continue;
      found.push(...signatures);
      for (const paragraph of paragraphs) skip[paragraph] = Skip.signature;
    }
    if (found.length === before) break;
  }
  return found.sort((a, b) => b.posts - a.posts || a.paragraph - b.paragraph);
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
  posts: number;
  atEdge: number;
  lastPost: number;
  readonly above: Set<number>;
  readonly below: Set<number>;
}

function signaturesOf(
  of: { lines: LineTable; posts: Posts; groups: Groups; skip: Uint8Array },
  paragraphs: Uint32Array,
): Signature[] {
  const { posts, lines } = of;
  const tallies = new Map<number, Tally>();
  const first = paragraphs[0] ?? 0;
  const letters = (lines.weight[posts.paragraphs.row[first] ?? 0] ?? 0) / 2;
  const needed = Math.max(FEWEST_POSTS, Math.ceil(letters / LETTERS_PER_POST));
  if (paragraphs.length < needed) return [];
  for (const paragraph of paragraphs) {
    const post = posts.paragraphs.post[paragraph] ?? 0;
    const source = posts.table.source[post] ?? 0;
    const tally = tallies.get(source) ?? {
      posts: 0,
      atEdge: 0,
      lastPost: -1,
      above: new Set(),
      below: new Set(),
    };
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
    signatures.push({ source, paragraph: first, posts: tally.posts });
  }
  return signatures;
}

/** Notes what stands above a last paragraph and below a first one: that it differs makes the posts different. */
function tallyEdges(
  of: { posts: Posts; groups: Groups; skip: Uint8Array },
  at: { paragraph: number; post: number; tally: Tally; needed: number },
): void {
  const { posts, groups } = of;
  const { paragraph, post, tally, needed } = at;
  const from = (posts.table.firstParagraph[post] ?? 0) - 1;
  const end = posts.table.endParagraph[post] ?? 0;
  const above = nearestText(of, paragraph, -1, from);
  const below = nearestText(of, paragraph, 1, end);
  const last = below === end && above !== from;
  const top = above === from && below !== end;
  if (!last && !top) return;
  tally.atEdge += 1;
  if (last && tally.above.size < needed) tally.above.add(groups.of[above] ?? 0);
  if (top && tally.below.size < needed) tally.below.add(groups.of[below] ?? 0);
}

/** The next paragraph in the direction of `step` that is neither empty nor a signature, or `bound`. */
function nearestText(of: { skip: Uint8Array }, paragraph: number, step: 1 | -1, bound: number): number {
  let at = paragraph + step;
  while (at !== bound && (of.skip[at] === Skip.empty || of.skip[at] === Skip.signature)) at += step;
  return at;
}
