// Promises: fingerprints propose, the text decides. With a hasher that collides on purpose no block joins texts
// that differ, and what was really repeated is found all the same; and each block tells the lowest rung at which its
// occurrences are equal. Fingerprints that were given back are made again as they were.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hasher, loadHasher } from '../src/fingerprint/load-hasher.js';
import type { Analysis } from '../src/model.js';
import { topBlocks } from '../src/report/describe/listed-blocks.js';
import type { BlockReport, Report } from '../src/report/report.js';
import { asJson } from './as-json.js';
import { reportOn, topReportOn } from './scan-texts.js';

const honest = await loadHasher();

/** A hash of `bits` bits: with four, any two of a dozen lines are likely to have the same. */
function colliding(bits: number): Hasher {
  return {
    hash: (bytes) => honest.hash(bytes),
    get low() {
      return honest.low % 2 ** bits;
    },
    high: 0,
    stream: () => honest.stream(),
  };
}

const reposts = (report: Report) => [...report.blocks()].filter((block) => block.kind === 'repost');
const tell = ({ text, occurrences }: BlockReport) => `${text} ×${occurrences.length}`;

/** Dumps of posts parted by rules. */
const dumpOf = (posts: readonly (readonly string[])[]) =>
  posts.map((lines) => lines.map((line) => `${line}\n`).join('')).join('---\n');

/** Without a rule in it, each dump is one post. */
const parted = { format: 'separator-text' } as const;

const sentences = [
  'The harbour was closed for most of the week',
  'Apples are cheaper than pears this autumn again',
  'Nobody expected the ferry to come back empty',
  'The library will open an hour later on Sunday',
  'Two bridges are being painted before the winter',
  'The council met and could not agree on anything',
  'A second baker moved into the old post office',
  'Schools are to stay open while the snow lasts',
] as const;

describe('with a hasher of four bits', () => {
  const post = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 });
  const hasher = colliding(4);

  it('texts that differ are never in one block', () => {
    fc.assert(
      fc.property(fc.array(post, { minLength: 3, maxLength: 8 }), (written) => {
        const text = dumpOf(written);
        const bytes = new TextEncoder().encode(text);
        for (const block of reposts(reportOn({ 'dump.txt': text }, parted, { hasher }))) {
          const texts = block.occurrences
            .toJSON()
            .map((at) => new TextDecoder().decode(bytes.subarray(...at.bytes)));
          expect(new Set(texts)).toEqual(new Set([block.text]));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('every text that repeats is found all the same, whatever stands before it', () => {
    // Posts of one paragraph, so that none is taken for a signature: signatures go by fingerprints alone.
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 3, maxLength: 12 }), (written) => {
        const texts = { 'dump.txt': dumpOf(written.map((line) => [line])) };
        const expected = reposts(reportOn(texts, parted)).map(tell).sort();
        expect(
          reposts(reportOn(texts, parted, { hasher }))
            .map(tell)
            .sort(),
        ).toEqual(expected);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each([
    ['that collide', hasher],
    ['that do not', honest],
  ])('what is reported is the same where fingerprints %s are made anew for it', (_, ofTexts) => {
    fc.assert(
      fc.property(fc.array(post, { minLength: 3, maxLength: 12 }), (written) => {
        const texts = { 'one.txt': dumpOf(written), 'two.txt': dumpOf(written.slice(2)) };
        const choices = { hasher: ofTexts };
        // Few blocks a round, so that collisions come to light one after the other.
        for (const top of [1, 100]) {
          const listed = (found: Analysis) => topBlocks(found, top);
          const tellTop = (fewFingerprints: boolean) =>
            asJson(topReportOn(texts, { listed, fewFingerprints }, choices));
          expect(tellTop(true)).toEqual(tellTop(false));
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('a hash that is the same for everything ends as well', () => {
    const report = reportOn(
      { 'dump.txt': dumpOf(sentences.map((line) => [line])) },
      {},
      { hasher: colliding(0) },
    );
    expect(reposts(report)).toEqual([]);
  });
});

/** Texts that begin alike have one hash. */
const byFirstLetter: Hasher = {
  hash: (bytes) => honest.hash(bytes.subarray(0, 1)),
  get low() {
    return honest.low;
  },
  get high() {
    return honest.high;
  },
  stream: () => honest.stream(),
};

it('what was told apart stays apart, though fingerprints are made anew and one collision comes to light at a time', () => {
  const pairs = [
    ...['Apples are cheaper than pears this autumn again', 'A second baker moved into the old post office'],
    ...['The harbour was closed for a week', 'Two bridges are being painted before'],
  ];
  const texts = { 'dump.txt': dumpOf(pairs.map((line) => [line])) };
  let rounds = 0;
  const listed = (found: Analysis) => {
    rounds += 1;
    if (rounds > 10) throw new Error('It goes round in a circle');
    return topBlocks(found, 1);
  };
  const report = topReportOn(texts, { listed, fewFingerprints: true }, { hasher: byFirstLetter });
  expect(reposts(report)).toEqual([]);
  expect(rounds).toBe(3);
});

describe('the rung of a block', () => {
  const text = 'The quiet harbour «reopens» on Monday — see https://t.me/harbour/12';

  it.each([
    ['exact', text],
    ['exact', `  ${text}  `],
    ['spacing', text.replace('quiet harbour', 'quiet\u00a0 Harbour')],
    ['spacing', text.replace('harbour', 'har\u200bbour')],
    ['typography', text.replaceAll(/[«»]/g, '"').replace('—', '-')],
    ['typography', `📣 ${text}`],
    ['links', text.replace('https://t.me/', 'http://www.telegram.me/s/')],
    ['homoglyphs', text.replace('harbour «', 'hаrbour «')],
  ])('is %s for a copy that reads %s', (rung, copy) => {
    const report = reportOn({ 'one.txt': `${text}\n`, 'two.txt': `${copy}\n` });
    expect(reposts(report)).toMatchObject([{ rung, text }]);
  });

  it('is the highest of its occurrences', () => {
    const report = reportOn({
      'one.txt': text,
      'two.txt': text.toUpperCase(),
      'three.txt': text.replace('«reopens»', 'reopens'),
    });
    expect(asJson(reposts(report))).toMatchObject([{ rung: 'typography', occurrences: [{}, {}, {}] }]);
  });

  it('is the highest of its paragraphs', () => {
    const texts = { 'one.txt': `${sentences[0]}\n${text}\n`, 'two.txt': `${sentences[0]}\n${text}!\n` };
    const report = reportOn(texts, parted);
    expect(reposts(report)).toMatchObject([{ rung: 'typography', paragraphs: 2 }]);
  });

  it('is not exact where the emoji between the paragraphs differ', () => {
    const post = (fruit: string) => `${sentences[0]}\n${fruit}\n${sentences[1]}\n`;
    const report = reportOn({ 'one.txt': post('🍎'), 'two.txt': post('🍐') }, parted);
    expect(reposts(report)).toMatchObject([{ rung: 'typography' }]);
  });

  it('is none where the texts are compared at a lower rung and differ there', () => {
    const texts = { 'one.txt': text, 'two.txt': `${text}!` };
    expect(reposts(reportOn(texts, { rung: 'spacing' }))).toEqual([]);
    expect(reposts(reportOn(texts, { rung: 'typography' }))).toHaveLength(1);
  });
});
