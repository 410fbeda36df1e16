// Promises: the baseline accepts just what it says. What is accepted and not touched passes, one more copy fails,
// wherever the blocks fall after it; to take text away never fails; and the file is made to be reviewed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineEntry } from '../src/check/baseline.js';
import { parseBaseline, showBaseline } from '../src/check/baseline-text.js';
import { createKnownPassages } from '../src/check/known-passages.js';
import { UserError } from '../src/errors.js';
import { checkTexts, violationsOf } from './check-texts.js';

const hex = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16));
const id = fc.array(hex, { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''));
const entry: fc.Arbitrary<BaselineEntry> = fc
  .record({
    id,
    uncredited: fc.nat(5),
    more: fc.integer({ min: 1, max: 5 }),
    others: fc.option(fc.array(id, { minLength: 1, maxLength: 4 }), { nil: null }),
    excerpt: fc.constantFrom('The oven is repaired', 'A # in it', 'Хлеб', ''),
  })
  .map(({ id: own, uncredited, more, others, excerpt }) => ({
    id: own,
    occurrences: uncredited + more,
    uncredited,
    paragraphs: others ?? [own],
    excerpt,
  }));
const kind = { normalizer: '2', rung: 'homoglyphs' } as const;
const baselines = fc
  .uniqueArray(entry, { selector: (one) => one.id, maxLength: 6 })
  .map((entries): Baseline => ({ ...kind, entries }));

describe('the text of a baseline', () => {
  it('is read as it was written, and written as it was read', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        const text = showBaseline(baseline);
        const parsed = parseBaseline(text, 'b.txt');
        const inOrder = baseline.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(parsed).toEqual({ ...kind, entries: inOrder });
        expect(showBaseline(parsed)).toBe(text);
        // As git may check it out on Windows.
        expect(parseBaseline(text.replaceAll('\n', '\r\n'), 'b.txt')).toEqual(parsed);
      }),
      { seed: 5 },
    );
  });

  it('is the same whatever the order of the entries', () => {
    fc.assert(
      fc.property(baselines, (baseline) => {
        const entries = baseline.entries.toReversed();
        expect(showBaseline({ ...baseline, entries })).toBe(showBaseline(baseline));
      }),
      { seed: 6 },
    );
  });

  const header = 'reposted-baseline 1 normalizer 2 rung homoglyphs';
  const one = '00000000000000aa 2 1 # text';
  const broken: readonly (readonly [what: string, text: string, told: RegExp])[] = [
    ['no header', `${one}\n`, /^b\.txt:1: expected the header of a baseline.*"00000000000000aa/],
    ['nothing', '', /^b\.txt:1: expected the header/],
    [
      'another version',
      'reposted-baseline 2 normalizer 2 rung homoglyphs\n',
      /^b\.txt:1: .*version 1.*another version/,
    ],
    ['a rung that is none', 'reposted-baseline 1 normalizer 2 rung high\n', /^b\.txt:1: /],
    ['an id that is none', `${header}\nxyz 2 1\n`, /^b\.txt:2: expected an id of 16 hex digits.*"xyz 2 1"/],
    ['no count', `${header}\n\n${one}\n00000000000000bb # text\n`, /^b\.txt:4: expected an id/],
    ['more uncredited than there are', `${header}\n00000000000000aa 2 3\n`, /^b\.txt:2: /],
    ['an id twice', `${header}\n${one}\n${one}\n`, /^b\.txt:3: 00000000000000aa stands on line 2 already/],
    ['a conflict of git', `${header}\n<<<<<<< HEAD\n${one}\n`, /^b\.txt:2: expected .*"<<<<<<< HEAD"/],
    ['a long line', `${header}\n${'x'.repeat(10_000)}\n`, /^b\.txt:2: .{0,300}$/],
  ];
  for (const [what, text, told] of broken) {
    it(`is refused with file and line: ${what}`, () => {
      expect(() => parseBaseline(text, 'b.txt')).toThrow(UserError);
      expect(() => parseBaseline(text, 'b.txt')).toThrow(told);
    });
  }
});

const lines = [
  'The apples of the old orchard are ripe',
  'Nobody has come to pick them this year',
  'Pears were sold out by ten on Saturday',
  'The ladder is broken in two places now',
  'Too short',
  '🍎🍎',
];
const post = fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 5 });
const dump = fc.array(post, { minLength: 1, maxLength: 5 });
const dumps = fc.array(dump, { minLength: 1, maxLength: 3 });
type Dumps = readonly (readonly (readonly string[])[])[];

const write = (written: Dumps) =>
  Object.fromEntries(
    written.map((posts, at) => [
      `${at}.txt`,
      posts.map((paragraphs) => `${paragraphs.join('\n')}\n`).join('-----\n'),
    ]),
  );
const nothingMore = { maxBlocks: 0, maxUncredited: 0, maxRepeated: 0 };
const update = { renew: { update: true, prune: false } };
const prune = { renew: { update: false, prune: true } };

function accept(written: Dumps, baseline: Baseline | null = null): Baseline {
  const { renewed } = checkTexts(write(written), { baseline, ...update });
  if (renewed === null) throw new Error('Nothing was renewed');
  return renewed;
}

function holds<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { seed: 17, numRuns: 150 });
}

describe('a baseline', () => {
  it('lets pass what it was made of, and is made again the same', () => {
    holds(dumps, (written) => {
      const baseline = accept(written);
      const { check } = checkTexts(write(written), { baseline, ...nothingMore, failStale: true });
      expect(check).toMatchObject({ passed: true });
      expect(showBaseline(accept(written, baseline))).toBe(showBaseline(baseline));
      expect(parseBaseline(showBaseline(baseline), 'b.txt').entries).toHaveLength(baseline.entries.length);
    });
  });

  it('never lets one more copy pass, whatever blocks it makes of what is there', () => {
    const cut = dumps.chain((written) =>
      fc.record({
        written: fc.constant(written),
        dump: fc.nat(written.length - 1),
        from: fc.nat(4),
        length: fc.integer({ min: 1, max: 5 }),
      }),
    );
    holds(cut, ({ written, dump: at, from, length }) => {
      const copied = (written[at]?.[0] ?? []).slice(from, from + length);
      if (!copied.some((line) => line.length > 30)) return;
      const more = [...written, [copied]];
      const baseline = accept(written);
      // A signature is no copy: it joins nothing, in a scan as in a check.
      if (checkTexts(write(more)).report.signatures.length > 0) return;
      expect(checkTexts(write(more), { baseline, maxBlocks: 0 }).check.passed).toBe(false);
    });
  });

  it('lets pass what is left when a post is taken away', () => {
    const less = dumps.chain((written) =>
      fc.record({ written: fc.constant(written), dump: fc.nat(written.length - 1), post: fc.nat(4) }),
    );
    holds(less, ({ written, dump: from, post: gone }) => {
      const left = written.map((posts, at) =>
        at === from ? posts.filter((_, number) => number !== gone) : posts,
      );
      const before = checkTexts(write(written));
      const after = write(left);
      // What was held to be a signature, and is one no longer, has never been accepted.
      if (before.report.signatures.length > checkTexts(after).report.signatures.length) return;
      // Who was first may be another now, and with him who has copied: that is for the blocks to say.
      expect(checkTexts(after, { baseline: accept(written), maxBlocks: 0 }).check.passed).toBe(true);
    });
  });

  it('when pruned lets pass what it did, and has nothing stale', () => {
    holds(fc.tuple(dumps, dumps), ([old, now]) => {
      const baseline = accept(old);
      const { check, renewed } = checkTexts(write(now), { baseline, ...prune, ...nothingMore });
      expect(check.passed).toBe(checkTexts(write(now), { baseline, ...nothingMore }).check.passed);
      expect(checkTexts(write(now), { baseline: renewed, ...nothingMore }).check.passed).toBe(check.passed);
      if (check.passed)
        expect(checkTexts(write(now), { baseline: renewed, failStale: true }).check.passed).toBe(true);
      expect(renewed?.entries.every((kept) => kept.occurrences >= 1)).toBe(true);
    });
  });

  it('is not pruned of what excuses copies that are some only since the first of them is gone', () => {
    const text = `${lines[0]}\n`;
    const left = { 'b.txt': text, 'c.txt': `${text}-----\n${text}` };
    const all = { 'a.txt': `Forwarded from c.txt\n${text}`, ...left };
    const { renewed: baseline } = checkTexts(all, update);
    expect(baseline?.entries).toMatchObject([{ occurrences: 4, uncredited: 1 }]);
    const { check, renewed } = checkTexts(left, { baseline, ...prune, maxBlocks: 0 });
    expect(check.passed).toBe(true);
    expect(checkTexts(left, { baseline: renewed, maxBlocks: 0 }).check.passed).toBe(true);
    expect(checkTexts(left, { baseline: renewed, maxUncredited: 0 }).check.passed).toBe(false);
  });

  it('keeps what it has of other dumps when it is updated, and forgets it when it is pruned too', () => {
    const first = accept([[[lines[0] ?? '', 'x']], [[lines[0] ?? '']]]);
    const second = write([[[lines[2] ?? '', 'x']], [[lines[2] ?? '']]]);
    const both = { renew: { update: true, prune: true } };
    expect(checkTexts(second, { baseline: first, ...update }).renewed?.entries).toHaveLength(2);
    expect(checkTexts(second, { baseline: first, ...both }).renewed?.entries).toHaveLength(1);
  });

  it('does not let a copy lose its credit, and tells it once', () => {
    const text = `${lines[0]}\n`;
    const credited = `Forwarded from old\n${text}`;
    const old = { 'old.txt': text };
    const { renewed: baseline } = checkTexts({ 'new.txt': credited }, { old, ...update });
    for (const policies of [{ maxBlocks: 0 }, { maxBlocks: 0, maxUncredited: 0 }]) {
      expect(checkTexts({ 'new.txt': credited }, { old, baseline, ...policies }).check.passed).toBe(true);
      const { check } = checkTexts({ 'new.txt': text }, { old, baseline, ...policies });
      expect(check.violations.toJSON()).toMatchObject([
        { credit: 'uncredited', grown: null, grownUncredited: { accepted: 0, found: 1 } },
      ]);
    }
    // One copy more, and it stands before another: it alone is told.
    const more = { 'a.txt': text, 'new.txt': credited };
    const { check } = checkTexts(more, { old, baseline, maxBlocks: 0 });
    expect(violationsOf(check)).toEqual(['blocks: a.txt:1-1 from old.txt:1-1']);
  });

  it('takes an entry of more paragraphs than a call takes arguments', () => {
    const ids = Array.from({ length: 1_000_000 }, (_, at) => at.toString(16).padStart(16, '0'));
    const entry = { id: 'f'.repeat(16), occurrences: 2, uncredited: 1, paragraphs: ids, excerpt: '' };
    const { list } = createKnownPassages({ ...kind, entries: [entry] }, []);
    expect(list()).toMatchObject([{ accepted: 2, found: 0 }]);
  });

  it('tells what is found less often than accepted, and fails for it when asked to', () => {
    const three = [[[lines[0] ?? '']], [[lines[0] ?? '']], [[lines[0] ?? '']]];
    const baseline = accept(three);
    const { check } = checkTexts(write(three.slice(1)), { baseline, maxBlocks: 0 });
    expect(check.passed).toBe(true);
    expect(check.accepted).toMatchObject([{ by: 'baseline', accepted: 3, found: 2 }]);
    expect(checkTexts(write(three.slice(1)), { baseline, failStale: true }).check.passed).toBe(false);
    expect(checkTexts(write(three.slice(2)), { baseline }).check.accepted).toMatchObject([{ found: 0 }]);
  });
});
