// Promises: the places of a block and the members of a cluster are described while they are walked, in order of time,
// and written in pieces, as JSON has them whole; a report for people asks for no more of them than it shows.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../src/make-report.js';
import { topBlocks } from '../src/report/describe/listed-blocks.js';
import { showJson } from '../src/report/escape/show-json.js';
import { JsonBytes } from '../src/report/json/json-bytes.js';
import { writeEntry } from '../src/report/json/write-entry.js';
import type { Report } from '../src/report/report.js';
import { reportText } from '../src/report/reporters/text-reporter.js';
import { createSequence, type Sequence } from '../src/report/sequence.js';
import { plainStyle } from '../src/report/style.js';
import { settings } from './build-posts.js';
import { reportOn, scanTexts, type Texts } from './scan-texts.js';
import { randomFrom } from './seeded-random.js';

const text = 'The ferry is late again today, and nobody knows why';

/** A message of Telegram Desktop, on a day of June; of a source of its own, so that no line is a signature. */
const message = (of: { day: number; name: string }, ...lines: readonly string[]) =>
  [`${of.name}, [${String(of.day).padStart(2, '0')}.06.2025 10:00]`, ...lines, ''].join('\n');

describe('the places of a block', () => {
  const random = randomFrom(5);
  const days = Array.from({ length: 500 }, () => 1 + random(28));
  const report = reportOn({ 'dump.txt': days.map((day) => message({ day, name: 'Ilse' }, text)).join('') });
  const [block] = [...report.blocks()];
  const [cluster] = [...report.clusters()];

  it('come in order of time, those of one time in order of reading', () => {
    const order = days.map((day, at) => ({ day, post: at + 1 })).toSorted((a, b) => a.day - b.day);
    expect(block?.occurrences.toJSON().map(({ post }) => post)).toEqual(order.map(({ post }) => post));
    expect(
      block?.occurrences
        .toJSON()
        .map(({ role }) => role === 'origin')
        .lastIndexOf(true),
    ).toBe(0);
  });

  it('can be walked again, and left in the midst', () => {
    const [first, second] = block?.occurrences ?? [];
    expect([...(block?.occurrences ?? [])].slice(0, 2)).toEqual([first, second]);
    expect([...(block?.occurrences ?? [])]).toEqual([...(block?.occurrences ?? [])]);
    expect([...(cluster?.members ?? [])]).toEqual([...(cluster?.members ?? [])]);
  });

  it('are as many as they say', () => {
    expect([block?.occurrences.length, cluster?.members.length]).toEqual([500, 499]);
    expect([[...(block?.occurrences ?? [])].length, [...(cluster?.members ?? [])].length]).toEqual([
      500, 499,
    ]);
  });
});

describe('JSON in pieces', () => {
  const report = reportOn({
    'one.txt': Array.from({ length: 2000 }, (_, at) =>
      message({ day: 1, name: `Ilse ${at}` }, text, `And this is for the record ${at}`),
    ).join(''),
    'two##[x]\u202e.txt': message({ day: 2, name: 'Tom' }, text),
  });
  const show = (entry: object): readonly Buffer[] => {
    const json = new JsonBytes();
    return [...writeEntry(json, entry), json.take()];
  };
  const entries = [...report.longLists.blocks.part(0, report.longLists.blocks.length), ...report.clusters()];
  const pieces = entries.map((entry) => ({ whole: showJson(entry), shown: show(entry) }));

  it('is what it is in one piece', () => {
    expect(pieces.length).toBeGreaterThan(1);
    for (const { whole, shown } of pieces) expect(shown.join('')).toBe(whole);
  });

  it('has no piece that grows with the places', () => {
    expect(Math.max(...pieces.map(({ whole }) => whole.length))).toBeGreaterThan(400_000);
    for (const { shown } of pieces)
      expect(Math.max(...shown.map((piece) => piece.length))).toBeLessThan(300_000);
  });

  it('of an empty list is JSON as well', () => {
    const head = { id: '', kind: 'repost', rung: 'exact', paragraphs: 0, characters: 0, text: '' } as const;
    const block = { ...head, occurrences: createSequence(0, () => [].values()) };
    expect(show(block).join('')).toBe(JSON.stringify(block));
  });
});

describe('a report for people', () => {
  const top = 3;
  // Each of 20 texts stands in 30 posts, with a line of their own in each.
  const post = (about: number, at: number) =>
    message(
      { day: 1, name: `Ilse ${at}` },
      ...['is', 'was', 'will be'].map((verb) => `Ferry ${about} ${verb} late, they say`),
      `Seen by the ferryman number ${at}`,
    );
  const texts = { 'dump.txt': Array.from({ length: 600 }, (_, at) => post(at % 20, at)).join('') };

  it('reads only the texts that it shows', () => {
    const { report, reads } = countReads(texts, top);
    const shown = [...reportText(report, { top, style: plainStyle(80) })].join('');
    expect(shown.match(/\n +[+-] Seen by/g)).toHaveLength(top * top * 2);
    // Of each cluster three lines of its text, and of each member what it added and left out.
    expect(reads()).toBe(top * (3 + top * 2));
  });

  it('describes only the members that it shows', () => {
    let described = 0;
    const counting = <T>(values: Sequence<T>): Sequence<T> =>
      createSequence(values.length, function* () {
        for (const value of values) {
          described += 1;
          yield value;
        }
      });
    const report = reportOn(texts);
    const counted: Report = {
      ...report,
      *toldClusters() {
        for (const cluster of report.toldClusters()) yield { ...cluster, members: counting(cluster.members) };
      },
    };
    const shown = [...reportText(counted, { top, style: plainStyle(80) })].join('');
    expect(shown).toBe([...reportText(report, { top, style: plainStyle(80) })].join(''));
    expect(shown).toMatch(/… and 26 more posts/);
    expect(described).toBe(top * top);
  });
});

/** The report, and how often a text was read since it was made. */
function countReads(texts: Texts, top: number): { report: Report; reads: () => number } {
  const scanned = scanTexts(texts);
  const { reading } = scanned;
  let reads = 0;
  const read = (dump: number, start: number, length: number) => {
    reads += 1;
    return reading.reread.read(dump, start, length);
  };
  const report = makeReport(
    { ...scanned, reading: { ...reading, reread: { ...reading.reread, read } } },
    settings,
    (found) => topBlocks(found, top),
  );
  reads = 0;
  return { report, reads: () => reads };
}
