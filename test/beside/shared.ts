// Promises: the data that lies beside the checkout, checked as it is read, and a `beside` that skips a suite with
// a note where there is none. The data is not part of this project: nothing of it may be copied into it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import type { TruthRow } from '../rough-scrape.js';
import { isTrue, listOf, numberOf, pairOrNull, parseJsonLines, textOf, textOrNull } from './json.js';

const shared = resolve(import.meta.dirname, '../../../shared');
const news = join(shared, 'data/runews');
const isBeside = existsSync(shared);

/** A suite that needs the data; without it the suite is skipped and its title says why. */
export function beside(title: string, suite: () => void): void {
  const note = isBeside ? '' : ' (skipped: no ../shared lies beside the checkout)';
  describe.runIf(isBeside)(title + note, suite);
}

export interface NewsPost {
  readonly channel: string;
  readonly key: string;
  readonly text: string;
}

/** A post of a dump, and where it truly stands there. */
export interface MapRow extends TruthRow {
  readonly key: string;
}

export const exampleDump = join(shared, 'example/telegram-scrape.txt');
export const exampleTruth = join(shared, 'example/posts.json');

/** Empty without the data: the body of a skipped suite is run all the same, to collect its tests. */
export function newsDumps(shape: 'scrape' | 'flat'): readonly string[] {
  const folder = join(news, shape);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name));
}

export function readMap(dump: string): readonly MapRow[] {
  return parseJsonLines(readFileSync(dump.replace(/\.txt$/, '.map.jsonl'), 'utf8')).map((row) => ({
    key: postKey(textOf(row, 'ch'), numberOf(row, 'id')),
    l0: numberOf(row, 'l0'),
    l1: numberOf(row, 'l1'),
    echo: pairOrNull(row, 'echo'),
    fwd_from: textOrNull(row, 'fwd_from'),
  }));
}

export function readNewsPosts(): readonly NewsPost[] {
  return parseJsonLines(readFileSync(join(news, 'posts.jsonl'), 'utf8')).map((row) => ({
    channel: textOf(row, 'ch'),
    key: postKey(textOf(row, 'ch'), numberOf(row, 'id')),
    text: textOf(row, 'text'),
  }));
}

/** The pairs of posts whose texts are the same, by key. */
export function readSameTextPairs(): readonly (readonly [string, string])[] {
  return parseJsonLines(readFileSync(join(news, 'truth/jaccard_pairs.jsonl'), 'utf8'))
    .filter((row) => isTrue(row, 'same_text'))
    .map((row) => [pairedKey(listOf(row, 'a')), pairedKey(listOf(row, 'b'))]);
}

/** Ids alone repeat across channels. */
function postKey(channel: string, id: number): string {
  return `${channel}/${id}`;
}

function pairedKey([channel, id]: readonly unknown[]): string {
  if (typeof channel !== 'string' || typeof id !== 'number') throw new TypeError('Expected [channel, id]');
  return postKey(channel, id);
}
