// Promises: what a report counts as copied, with credit or without, is what its findings tell, post by post; and who owes no
// credit is not told to. The notation is that of build-posts.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CopyRule } from '../src/report/finding.js';
import type { Report } from '../src/report/report.js';
import { randomDumps } from './random-posts.js';
import { reportPosts } from './report-posts.js';

const words = fc.record({
  date: fc.constantFrom('', '', '@2025-05-01', '@2025-05-02', '@2025-05-03'),
  from: fc.constantFrom('', '', '', '>one', '>two', '>nobody'),
});

/** Random dumps in notation, where posts of three sources may have dates and declare forwards. */
const dumps = fc
  .tuple(randomDumps, fc.array(words, { minLength: 21, maxLength: 21 }))
  .map(([written, said]) =>
    written.map((posts, dump) =>
      posts
        .map(({ paragraphs, words: { source } }, post) => {
          const { date, from } = said[dump * 7 + post] ?? { date: '', from: '' };
          return [date, `=${source}`, from, ...paragraphs].filter((token) => token !== '').join(' ');
        })
        .join(' / '),
    ),
  );

/** How many posts have a finding of this rule. */
function postsWith(report: Report, rule: CopyRule): number {
  const found = report.findings().toJSON();
  return new Set(found.flatMap((one) => (one.rule === rule ? [`${one.copy.dump} ${one.copy.post}`] : [])))
    .size;
}

/** `1.3 of 1.2 own`. */
const tellFindings = (...dumps: readonly string[]) =>
  reportPosts(...dumps)
    .findings()
    .toJSON()
    .map(
      ({ copy, origin, rule }) =>
        `${copy.dump}.${copy.post} of ${origin.dump}.${origin.post} ${rule.replace('repost-', '')}`,
    );

describe('findings', () => {
  it('are of as many posts as the summary counts', () => {
    fc.assert(
      fc.property(dumps, (given) => {
        const report = reportPosts(...given);
        const { credited, uncredited } = report.summary;
        expect(postsWith(report, 'repost-uncredited')).toBe(uncredited);
        expect(postsWith(report, 'repost-credited')).toBe(credited);
      }),
      { seed: 43, numRuns: 1000 },
    );
  });

  it('tell what is from another source beside what a post has from an earlier one of its own', () => {
    expect(tellFindings('=alpha a b c / =beta a d e / =beta a d e')).toEqual([
      '1.2 of 1.1 uncredited',
      '1.3 of 1.1 uncredited',
      '1.3 of 1.2 own',
    ]);
    expect(tellFindings('=B a b c / =C >B D a / =C D a')).toEqual([
      '1.3 of 1.1 uncredited',
      '1.2 of 1.1 credited',
      '1.3 of 1.2 own',
    ]);
  });

  it('accuse no one of what was its own before another had it', () => {
    expect(tellFindings('=C a X / =C b Y / =C d Z', '=B a b d', '=C a b d')).toContain('3.1 of 2.1 own');
  });
});

describe('a source that a forward names', () => {
  it('owes nothing to whoever forwards it, though that is all that tells who was first', () => {
    expect(tellFindings('=Bob >Zoe a', '=Zoe a', '=Carl a')).toEqual([
      '3.1 of 1.1 uncredited',
      '2.1 of 1.1 own',
    ]);
  });
});
