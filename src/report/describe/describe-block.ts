/** A block's columns → its object: text, rung, every occurrence with its place and role. */
import { fingerprintBytes } from '../../model/fingerprint-bytes.js';
import { fingerprintHex } from '../../model/fingerprint-hex.js';
import { isSeen } from '../../model/is-seen.js';
import { type Column, type ReadAhead, type Rung, rungs, Skip } from '../../model.js';
import { DumpText } from '../dump-text.js';
import type { LooseBlock, WrittenBlock } from '../report.js';
import {
  charactersOf,
  describeOccurrences,
  originRun,
  type Run,
  rowsOfRun,
  runAt,
  tellOccurrences,
} from './describe-occurrences.js';
import type { Lookup } from './lookup.js';

/** What describing blocks needs beside the lookup. */
export interface BlockWords {
  readonly lookup: Lookup;
  readonly ahead: ReadAhead;
  /** 1 + the index in {@link rungs} by block, as verified. */
  readonly rung: Column;
  /** By block, as in the {@link SeenTable}; null where no index was asked. */
  readonly seenBlocks: Column | null;
  /** The lowest rung at which texts are equal, or null. */
  readonly lowestRung: (texts: readonly string[]) => Rung | null;
  /** XXH64 of bytes, as hex. */
  readonly hashHex: (bytes: Uint8Array) => string;
}

/** Describes the repost that stood first at `origin`, an occurrence by its number. */
export function describeBlock(words: BlockWords, origin: number): WrittenBlock {
  const { lookup } = words;
  const block = lookup.analysis.matches.blocks.block.at(origin);
  const run = runAt(lookup, origin);
  const { text, characters } = textOfRows(lookup, rowsOfRun(lookup, run), run.post);
  return {
    id: blockId(words, run),
    kind: 'repost',
    rung: rungOfBlocks(words, [block]),
    text,
    characters,
    paragraphs: countTexts(lookup, run),
    occurrences: describeOccurrences(lookup, block),
  };
}

/** Describes the same for people, who are shown the beginning of its text. */
export function describeLooseBlock(words: BlockWords, block: number): LooseBlock {
  const { lookup, seenBlocks } = words;
  const origin = originRun(lookup, block);
  return {
    id: blockId(words, origin),
    rung: rungOfBlocks(words, [block]),
    lines: lookup.textsOf(origin.post, rowsOfRun(lookup, origin)),
    occurrences: tellOccurrences(lookup, block, isSeen(seenBlocks, block)),
  };
}

/** The lowest rung at which all of each block is equal. */
export function rungOfBlocks({ rung }: BlockWords, blocks: readonly number[]): Rung {
  const highest = blocks.reduce((top, block) => Math.max(top, rung.at(block)), 1);
  return rungs[highest - 1] ?? 'exact';
}

/** The text of some rows of a post, a line each, and how many characters it has. */
export function textOfRows(
  lookup: Lookup,
  rows: readonly number[],
  post: number,
): { text: DumpText; characters: number } {
  const dump = lookup.analysis.posts.table.dump.at(post);
  const text = new DumpText(rows.length, (at) => lookup.bytesOf(dump, rows[at] ?? 0));
  return { text, characters: charactersOf(lookup, rows) };
}

/** Paragraphs of a run that are text. */
export function countTexts(lookup: Lookup, run: Run): number {
  return textRows(lookup, run).length;
}

/** The rows of those paragraphs: lines of emoji alone are no text. */
function textRows({ analysis }: Lookup, run: Run): number[] {
  const { matches, posts } = analysis;
  const rows: number[] = [];
  for (let at = run.first; at <= run.last; at++) {
    if (matches.skip.at(at) !== Skip.empty) rows.push(posts.paragraphs.row.at(at));
  }
  return rows;
}

/** See {@link BlockReport.id}. */
export function blockId({ lookup, hashHex }: BlockWords, run: Run): string {
  const { lines } = lookup.analysis;
  const texts = textRows(lookup, run);
  const [only = 0] = texts;
  if (texts.length === 1) return fingerprintHex(lines.low.at(only), lines.high.at(only));
  return hashHex(fingerprintBytes(texts, lines));
}
