// Promises: what each policy counts, that policies combine, and that each violation is told with its two places.

import { describe, expect, it } from 'vitest';
import { checkTexts, violationsOf } from './check-texts.js';

const rolls = 'Fresh rolls at the pier from six in the morning.\nThey are gone by seven, so set a clock.\n';
const choir = 'The choir needs two more altos before the summer.\n';
const goose = 'A goose was seen on the roof of the town hall.\n';
const posts = (...texts: readonly string[]) => texts.join('-----\n');

const old = { 'old.txt': posts(rolls, choir) };

describe('the policy', () => {
  it('uncredited counts posts with text of another source and no forward', () => {
    const fresh = { 'new.txt': posts(rolls, `Forwarded from old\n${choir}`, goose, goose) };
    const { check } = checkTexts(fresh, { old, maxUncredited: 0 });
    expect(check.policies).toEqual([{ policy: 'uncredited', allowed: 0, found: 1, passed: false }]);
    expect(violationsOf(check)).toEqual(['uncredited: new.txt:1-2 from old.txt:1-2']);
    expect(checkTexts(fresh, { old, maxUncredited: 1 }).check).toMatchObject({ passed: true });
  });

  it('blocks counts what is copied by whomever', () => {
    const fresh = { 'new.txt': posts(rolls, `Forwarded from old\n${choir}`, goose, goose) };
    const { check } = checkTexts(fresh, { old, maxBlocks: 0 });
    expect(check.policies).toEqual([{ policy: 'blocks', allowed: 0, found: 3, passed: false }]);
    expect(violationsOf(check)).toEqual([
      'blocks: new.txt:1-2 from old.txt:1-2',
      'blocks: new.txt:5-5 from old.txt:4-4',
      'blocks: new.txt:9-9 from new.txt:7-7',
    ]);
    expect(check.violations.toJSON().map(({ credit }) => credit)).toEqual(['uncredited', 'credited', 'own']);
  });

  it('blocks takes no post for a copy of itself', () => {
    const { check } = checkTexts({ 'new.txt': posts(goose + choir + goose, goose) }, { maxBlocks: 0 });
    expect(violationsOf(check)).toEqual(['blocks: new.txt:5-5 from new.txt:1-1']);
  });

  it('repeated is a share of the characters of the new dumps alone', () => {
    const { report, check } = checkTexts({ 'new.txt': posts(choir, goose) }, { old, maxRepeated: 0.5 });
    const share = choir.trim().length / (choir.trim().length + goose.trim().length);
    expect(check.policies).toMatchObject([{ policy: 'repeated', allowed: 0.5, passed: false }]);
    expect(check.policies[0]?.found).toBeCloseTo(share, 5);
    expect(check.policies[0]?.found).toBe(report.summary.repeatedShare);
    expect(checkTexts({ 'new.txt': posts(choir, goose) }, { old, maxRepeated: 0.52 }).check.passed).toBe(
      true,
    );
  });

  it('repeated is nothing where there is no text', () => {
    expect(checkTexts({ 'new.txt': '' }, { old, maxRepeated: 0 }).check.policies).toMatchObject([
      { found: 0 },
    ]);
  });

  it('of a length counts all lines of a block, as the report does', () => {
    const feast = `${choir}🎉 👏\n${goose}`;
    const isPassed = (failLength: number) =>
      checkTexts({ 'new.txt': posts(feast, feast) }, { maxBlocks: 0, failLength }).check.passed;
    const length = choir.trim().length + 3 + goose.trim().length;
    expect([isPassed(length), isPassed(length + 1)]).toEqual([false, true]);
  });

  it('of a length passes over shorter blocks', () => {
    const fresh = { 'new.txt': posts(choir, goose) };
    expect(checkTexts(fresh, { old, maxBlocks: 0, failLength: choir.trim().length }).check.passed).toBe(
      false,
    );
    expect(checkTexts(fresh, { old, maxBlocks: 0, failLength: choir.trim().length + 1 }).check.passed).toBe(
      true,
    );
  });

  it('is one of several that must all hold; a copy is told once, with those that it violates', () => {
    const { check } = checkTexts(
      { 'new.txt': posts(rolls, goose) },
      { old, maxUncredited: 0, maxBlocks: 5, maxRepeated: 0.1 },
    );
    expect(check.passed).toBe(false);
    expect(check.policies.map(({ policy, passed }) => `${policy} ${passed}`)).toEqual([
      'uncredited false',
      'blocks true',
      'repeated false',
    ]);
    expect(violationsOf(check)).toEqual(['uncredited repeated: new.txt:1-2 from old.txt:1-2']);
  });

  it('is not violated by what the configuration accepts, by the id of the block or of its paragraph', () => {
    const fresh = { 'new.txt': posts(choir, goose) };
    const [violation] = checkTexts(fresh, { old, maxBlocks: 0 }).check.violations;
    const id = violation?.blocks[0] ?? '';
    const { check } = checkTexts(fresh, {
      old,
      maxBlocks: 0,
      maxRepeated: 0,
      accept: [{ id, reason: 'Our anthem' }],
    });
    expect(check.passed).toBe(true);
    expect(check.accepted).toEqual([{ by: 'config', id, note: 'Our anthem', accepted: null, found: 2 }]);
  });

  it('is not violated by what the configuration accepts where somebody has copied a part of it', () => {
    const [violation] = checkTexts({ 'new.txt': posts(rolls) }, { old, maxBlocks: 0 }).check.violations;
    const accept = [{ id: violation?.blocks[0] ?? '', reason: 'the menu' }];
    const part = `${rolls.split('\n')[1]}\n`;
    const fresh = { 'new.txt': posts(rolls, goose), 'part.txt': posts(part, goose) };
    const choices = { old, accept, maxBlocks: 0, renew: { update: true, prune: false } };
    const { check } = checkTexts(fresh, { ...choices, renew: { update: false, prune: false } });
    expect(violationsOf(check)).toEqual(['blocks: part.txt:3-3 from new.txt:4-4']);
    expect(check.accepted).toMatchObject([{ by: 'config', id: accept[0]?.id, found: 2 }]);
    expect(checkTexts(fresh, choices).renewed?.entries).toHaveLength(1);
  });
});

describe('a block list', () => {
  it('names texts, which need not repeat, in whatever disguise', () => {
    const list = `# Never again\n${goose}`;
    const fresh = { 'new.txt': posts(choir, 'A GOOSE was seen — on the roof of the town\u200b hall!\n') };
    const { check } = checkTexts(fresh, { blocklist: list });
    expect(check.policies).toEqual([{ policy: 'blocklist', allowed: 0, found: 1, passed: false }]);
    expect(violationsOf(check)).toEqual(['blocklist: new.txt:3-3 from list.txt:2']);
  });

  it('names short texts too, and at a lower rung just what is equal there', () => {
    const fresh = { 'new.txt': posts('Buy now!\n', choir) };
    expect(checkTexts(fresh, { blocklist: 'buy NOW\n' }).check.passed).toBe(false);
    expect(checkTexts(fresh, { blocklist: 'by now\n' }).check.passed).toBe(true);
  });

  it('names ids of paragraphs and of blocks', () => {
    const fresh = { 'new.txt': posts(rolls, goose), 'other.txt': posts(rolls) };
    const [violation] = checkTexts(fresh, { maxBlocks: 0 }).check.violations;
    const block = violation?.blocks[0] ?? '';
    const byBlock = checkTexts(fresh, { blocklist: `${block.toUpperCase()}  # rolls\n` });
    expect(violationsOf(byBlock.check)).toEqual([
      'blocklist: new.txt:1-2 from list.txt:1',
      'blocklist: other.txt:1-2 from list.txt:1',
    ]);
    const [alone] = checkTexts({ 'new.txt': posts(goose) }, { blocklist: goose }).check.violations;
    const byParagraph = checkTexts({ 'new.txt': posts(goose) }, { blocklist: alone?.blocks[0] ?? '' });
    expect(violationsOf(byParagraph.check)).toEqual(['blocklist: new.txt:1-1 from list.txt:1']);
  });

  it('names the id of several paragraphs, which need not repeat, nor as one block', () => {
    const [violation] = checkTexts({ 'new.txt': posts(rolls) }, { old, maxBlocks: 0 }).check.violations;
    const blocklist = violation?.blocks[0] ?? '';
    const within = `The news of the day.\n${rolls}${choir}`;
    const once = checkTexts({ 'new.txt': posts(goose, within) }, { blocklist });
    expect(violationsOf(once.check)).toEqual(['blocklist: new.txt:4-5 from list.txt:1']);
    const part = `${rolls.split('\n')[1]}\n`;
    const cut = checkTexts({ 'new.txt': posts(rolls), 'part.txt': part }, { old, blocklist });
    expect(violationsOf(cut.check)).toEqual(['blocklist: new.txt:1-2 from list.txt:1']);
  });

  it('is not about the dumps that are compared against', () => {
    expect(checkTexts({ 'new.txt': goose }, { old, blocklist: choir }).check.passed).toBe(true);
  });

  it('with a line that says nothing is refused', () => {
    expect(() => checkTexts({ 'new.txt': goose }, { blocklist: `${choir}\n🎉🎉\n` })).toThrow(
      /^list\.txt:3: .*🎉/,
    );
  });
});
