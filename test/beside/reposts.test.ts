// Promises: in one scan of five sister channels, every two posts of the same text share a repost, and the lines
// that a channel puts under all its posts are signatures, never a repost.

import { basename } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Report, scanReport } from './run-reposted.js';
import {
  beside,
  type MapRow,
  type NewsPost,
  newsDumps,
  readMap,
  readNewsPosts,
  readSameTextPairs,
} from './shared.js';

beside('the reposts of five sister channels', () => {
  let posts: ReadonlyMap<string, NewsPost>;
  let footers: ReadonlySet<string>;
  let report: Report;

  beforeAll(async () => {
    const read = readNewsPosts();
    posts = new Map(read.map((post) => [post.key, post]));
    footers = subscribeFooters(read);
    report = await scanReport(newsDumps('scrape'));
  }, 60_000);

  it('hold every two posts of the same text', () => {
    const blocksOf = blocksByPost(report);
    const pairs = readSameTextPairs().filter(([one]) => hasTextOfItsOwn(posts.get(one), footers));
    const missed = pairs.filter(([one, other]) => !sharesBlock(blocksOf, one, other));
    expect(pairs.length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });

  it('hold no subscribe footer', () => {
    expect(footers.size).toBeGreaterThan(0);
    const reposts = report.blocks.filter((block) => block.kind === 'repost').map((block) => block.text);
    const made = reposts.filter((text) => text.split('\n').every((line) => footers.has(squeeze(line))));
    expect(made).toEqual([]);
  });

  it('stand beside the subscribe footers, which are signatures', () => {
    const signatures = new Set(report.signatures.map(squeeze));
    expect([...footers].filter((footer) => !signatures.has(footer))).toEqual([]);
  });
});

/** Lines that ask to subscribe and stand in hundreds of posts of one channel. */
function subscribeFooters(posts: readonly NewsPost[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const asking = linesOf(post).filter((line) => /Подписаться/.test(line));
    for (const line of new Set(asking.map((line) => `${post.channel}\n${line}`))) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const common = [...counts].filter(([, count]) => count >= 200);
  return new Set(common.map(([line]) => line.slice(line.indexOf('\n') + 1)));
}

/** A few posts are hardly more than a footer: what they have besides is too short to make a repost. */
function hasTextOfItsOwn(post: NewsPost | undefined, footers: ReadonlySet<string>): boolean {
  if (post === undefined || post.text.length < 80) return false;
  const own = linesOf(post).filter((line) => !footers.has(line));
  return own.some((line) => (line.match(/[\p{L}\p{N}]/gu) ?? []).length >= 20);
}

/** The ordinals of the repost blocks that stand in each post, by the post's true extent. */
function blocksByPost(report: Report): ReadonlyMap<string, ReadonlySet<number>> {
  const dumps = newsDumps('scrape');
  const postAt = new Map(dumps.map((dump) => [basename(dump), postsByLine(readMap(dump))]));
  const blocksOf = new Map<string, Set<number>>();
  for (const [ordinal, block] of report.blocks.entries()) {
    if (block.kind !== 'repost') continue;
    for (const { dump, lines } of block.occurrences) {
      const key = postAt.get(dump)?.get(lines[0]);
      if (key !== undefined) blocksOf.set(key, (blocksOf.get(key) ?? new Set()).add(ordinal));
    }
  }
  return blocksOf;
}

function postsByLine(rows: readonly MapRow[]): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const { key, l0, l1 } of rows) {
    for (let line = l0; line <= l1; line += 1) keys.set(line, key);
  }
  return keys;
}

function sharesBlock(
  blocksOf: ReadonlyMap<string, ReadonlySet<number>>,
  one: string,
  other: string,
): boolean {
  const others = blocksOf.get(other);
  return [...(blocksOf.get(one) ?? [])].some((ordinal) => others?.has(ordinal));
}

function linesOf(post: NewsPost): readonly string[] {
  return post.text.split('\n').map(squeeze);
}

function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
