/** Paragraphs → what repeats: groups, signatures, blocks. Fingerprints propose; verify-blocks.ts lets the text decide. */
import { type Matches, type Settings, Skip, type WritableColumn } from '../model.js';
import type { CutLines } from './compared.js';
import { findBlocks } from './find-blocks.js';
import { findSignatures } from './find-signatures.js';
import { type Groups, groupParagraphs, releaseGroups } from './group-paragraphs.js';

/** Matches all paragraphs of all posts with one another. */
export function matchParagraphs(cut: CutLines, settings: Settings): Matches {
  return matchGroups(cut, groupParagraphs(cut.columns, cut.lines, cut.posts.paragraphs), settings);
}

/**
 * The same of paragraphs that are grouped already: their fingerprints are not asked for. Gives the groups back, and the weights
 * of lines, where they may be spent.
 */
export function matchGroups(cut: CutLines, groups: Groups, settings: Settings, spend = false): Matches {
  const skip = skipIncomparable(cut, settings.minCharacters);
  const signatures = findSignatures({ ...cut, groups, skip });
  if (spend) cut.lines.weight.release();
  const found = findBlocks({ ...cut, groups, skip });
  releaseGroups(groups);
  return { ...found, skip, signatures };
}

/** Marks what has nothing to compare, or too little: `weight` is twice the letters. */
export function skipIncomparable({ columns, lines, posts }: CutLines, minCharacters: number): WritableColumn {
  const skip = columns.uint8(posts.paragraphs.rows);
  for (let paragraph = 0; paragraph < skip.length; paragraph++) {
    const weight = lines.weight.at(posts.paragraphs.row.at(paragraph));
    if (weight === 0) skip.set(paragraph, Skip.empty);
    else if (weight < 2 * minCharacters) skip.set(paragraph, Skip.short);
  }
  return skip;
}
