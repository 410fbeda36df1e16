// Promises: what a report says is the same however it is written and however often it is read, and it names a text by
// its content alone. That it is as its schema says is in schema.test.ts, that it is safe to print in escape-text.test.ts.

import { describe, expect, it } from 'vitest';
import { fingerprintText } from '../src/fingerprint-text.js';
import type { Report } from '../src/report/report.js';
import { reportJson } from '../src/report/reporters/json-reporter.js';
import { reportNdjson } from '../src/report/reporters/ndjson-reporter.js';
import { reportText } from '../src/report/reporters/text-reporter.js';
import { plainStyle } from '../src/report/style.js';
import { asJson } from './as-json.js';
import { parseJson, parseJsonLines, recordsOf, textOf } from './beside/json.js';
import { reportPosts } from './report-posts.js';
import { reportOn } from './scan-texts.js';

const story = [
  'The apples of the old orchard are ripe',
  'Nobody has come to pick them',
  'The ladder is broken',
];
const other = 'Pears were sold out by ten o’clock on Saturday';
const dumpOf = (...posts: readonly (readonly string[])[]) =>
  posts.map((post) => post.join('\n')).join('\n---\n');

/** Two sources, with echoes, a forward, a repost, a signature and emoji. */
const page = [story, [other, 'and plums as well'], ['What is left', 'is not worth the way']]
  .map(([title = '', ...rest]) => [title, ...rest, ...rest].join('\n'))
  .join('\nForwarded from Market\n');
const texts = {
  'page.txt': page,
  'rules.txt': dumpOf(
    story,
    [...story, 'Sold out since noon'],
    [other],
    ['a', 'Sold out since noon'],
    ['b', 'Sold out since noon'],
  ),
};

const walkAll = (report: Report) => ({
  blocks: [...report.blocks()],
  forwards: [...report.forwards()],
  clusters: [...report.clusters()],
  toldClusters: [...report.toldClusters()],
  looseBlocks: [...report.looseBlocks()],
});

describe('a report', () => {
  const report = reportOn(texts);

  it('can be walked again, with the same result', () => {
    const first = walkAll(report);
    expect(first.blocks.map((block) => block.kind)).toContain('echo');
    expect(first.clusters).not.toEqual([]);
    expect(first.forwards).not.toEqual([]);
    expect(asJson(walkAll(report))).toEqual(asJson(first));
  });

  it('can be left in the midst of a list', () => {
    const [first] = report.blocks();
    expect(asJson([...report.blocks()][0])).toEqual(asJson(first));
  });

  it('is the same object in JSON', () => {
    const parsed = parseJson([...reportJson(report)].join(''));
    const { schemaVersion, tool, settings, summary, dumps, leftOut, troubles, signatures } = report;
    const { blocks, forwards, clusters } = walkAll(report);
    const whole = {
      schemaVersion,
      tool,
      settings,
      summary,
      check: null,
      dumps,
      leftOut,
      troubles,
      blocks,
      forwards,
      clusters,
      index: null,
      seenBefore: [],
      signatures,
    };
    expect(parsed).toEqual(asJson(whole));
    expect(Object.keys(parsed)).toEqual(Object.keys(whole));
  });

  it('is the same in NDJSON, a line an object, the frame first and the summary last', () => {
    const rows = parseJsonLines([...reportNdjson(report)].join(''));
    const { schemaVersion, tool, settings, summary } = report;
    expect(rows[0]).toEqual({ type: 'report', schemaVersion, tool, settings });
    expect(rows.at(-1)).toEqual({ type: 'summary', ...summary });
    const json = parseJson([...reportJson(report)].join(''));
    for (const [list, type] of [
      ['dumps', 'dump'],
      ['blocks', 'block'],
      ['forwards', 'forward'],
      ['clusters', 'cluster'],
      ['signatures', 'signature'],
    ] as const) {
      const told = rows.filter((row) => textOf(row, 'type') === type).map(({ type: _, ...row }) => row);
      expect(told).toEqual(recordsOf(json, list));
    }
  });

  it('counts as repeated all that its blocks have, lines too short or without letters among it', () => {
    const { summary } = reportPosts('a 1 ~ b / a 1 ~ b');
    expect(summary).toMatchObject({ reposts: 1, repeatedShare: 1, repeatedCharacters: summary.characters });
  });

  it('on nothing is a report as well', () => {
    const empty = reportOn({});
    expect(parseJson([...reportJson(empty)].join(''))).toMatchObject({ dumps: [], blocks: [] });
    expect([...reportText(empty, { top: 10, style: plainStyle(80) })].join('')).toMatch(/0 posts/);
  });
});

describe('the id', () => {
  const parted = { format: 'separator-text' } as const;
  const idsOf = (dumps: Readonly<Record<string, string>>) => {
    const report = reportOn(dumps, parted);
    return [...report.blocks(), ...report.clusters()].map(({ id }) => id).sort();
  };

  it('of a block of one paragraph is the fingerprint of its text', async () => {
    expect(new Set(idsOf({ 'a.txt': other, 'b.txt': other.toUpperCase() }))).toContain(
      await fingerprintText(other),
    );
  });

  it('of a text is the same in other dumps, on other lines, among other posts', () => {
    const ids = idsOf({ 'a.txt': dumpOf(story, story) });
    const elsewhere = {
      'z/1.txt': dumpOf(['Other'], ['More'], story),
      'z/2.txt': dumpOf(['🍎', ...story], story),
    };
    expect(ids).toHaveLength(2);
    expect(idsOf(elsewhere)).toEqual(ids);
  });

  it('of another text, or of the same lines in another order, is another', () => {
    const ids = [story, story.slice(0, 2), story.toReversed(), [other]].map((post) => {
      const [block] = reportOn({ 'a.txt': dumpOf(post, post) }, parted).blocks();
      return block?.id;
    });
    expect(new Set(ids).size).toBe(4);
  });
});
