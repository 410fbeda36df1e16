/** Paragraphs → what repeats: groups, signatures, blocks. Fingerprints propose; verify-blocks.ts lets the text decide. */
import { type LineTable, type Matches, type Posts, type Settings, Skip } from '../model.js';
import { findBlocks } from './find-blocks.js';
import { findSignatures } from './find-signatures.js';
import { groupParagraphs } from './group-paragraphs.js';

/** Matches all paragraphs of all posts with one another. */
export function matchParagraphs(lines: LineTable, posts: Posts, settings: Settings): Matches {
  const groups = groupParagraphs(lines, posts.paragraphs);
  const skip = skipIncomparable(lines, posts, settings.minCharacters);
  const signatures = findSignatures({ lines, posts, groups, skip });
  return { blocks: findBlocks({ posts, groups, skip }), skip, signatures };
}

/** Marks what has nothing to compare, or too little: `weight` is twice the letters. */
export function skipIncomparable(lines: LineTable, posts: Posts, minCharacters: number): Uint8Array {
  const skip = new Uint8Array(posts.paragraphs.rows);
  for (let paragraph = 0; paragraph < skip.length; paragraph++) {
    const weight = lines.weight[posts.paragraphs.row[paragraph] ?? 0] ?? 0;
    if (weight === 0) skip[paragraph] = Skip.empty;
    else if (weight < 2 * minCharacters) skip[paragraph] = Skip.short;
  }
  return skip;
}
