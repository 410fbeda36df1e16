// Promises: the example dump, whose every line was assigned by hand, is cut without one mistake, and none of its
// echoes is taken for a repost.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { listOf, numberOf, pairOf, pairOrNull, parseJson, recordsOf, textOrNull } from './json.js';
import { type Report, type SplitRow, scanReport, splitRows } from './run-reposted.js';
import { beside, exampleDump, exampleTruth } from './shared.js';

beside('the example dump', () => {
  let rows: readonly SplitRow[] = [];
  let report: Report;
  let truth: ReturnType<typeof readTruth>;

  beforeAll(async () => {
    truth = readTruth();
    [rows, report] = await Promise.all([splitRows([exampleDump]), scanReport([exampleDump])]);
  }, 60_000);

  it('is cut into its thirteen posts, headers and placeholders with them', () => {
    expect(rows.map((row) => row.lines)).toEqual(truth.posts.map((post) => post.lines));
  });

  it('shows the twelve echoes, line by line', () => {
    expect(rows.map((row) => row.echo)).toEqual(truth.posts.map((post) => post.echo));
    expect(numberOf(report.summary, 'echoes')).toBe(12);
  });

  it('names the four channels that posts were forwarded from', () => {
    expect(rows.map((row) => row.forwardedFrom)).toEqual(truth.posts.map((post) => post.forwardedFrom));
    expect(numberOf(report.summary, 'forwards')).toBe(4);
  });

  it('merges the two prints: a line that only one of them has is kept', () => {
    expect(rows.map((row) => row.paragraphs)).toEqual(truth.posts.map((post) => post.paragraphs));
  });

  it('has no repost in it', () => {
    expect(numberOf(report.summary, 'reposts')).toBe(0);
    expect(report.blocks.filter((block) => block.kind === 'repost')).toEqual([]);
  });

  it('counts the placeholder of a post without text as chrome, and makes no post of it', () => {
    for (const [first, last] of truth.orphans) {
      expect(rows.filter((row) => row.lines[0] <= last && row.lines[1] >= first)).toEqual([]);
    }
    expect(numberOf(report.summary, 'posts')).toBe(13);
    expect(numberOf(report.skipped, 'chrome')).toBe(8);
  });
});

function readTruth() {
  const json = parseJson(readFileSync(exampleTruth, 'utf8'));
  const posts = recordsOf(json, 'posts').map((post) => {
    const [first, last] = pairOf(post, 'firstCopy');
    return {
      lines: pairOf(post, 'lines'),
      echo: pairOrNull(post, 'secondCopy'),
      forwardedFrom: textOrNull(post, 'forwardedFrom'),
      paragraphs: last - first + 1 + listOf(post, 'onlyInSecondCopy').length,
    };
  });
  return { posts, orphans: listOf(json, 'orphanPlaceholders').map(toPair) };
}

function toPair(value: unknown): readonly [number, number] {
  return pairOf({ value }, 'value');
}
