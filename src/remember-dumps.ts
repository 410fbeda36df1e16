/** Scanned dumps → an index: cut, told apart by fingerprints, and put in where they are new or changed. */
import { gatherTexts } from './gather-texts.js';
import type { KnownDump } from './known/known-dump.js';
import type { KnownWriter } from './known/write-known.js';
import { findSignatures } from './match/find-signatures.js';
import { groupParagraphs } from './match/group-paragraphs.js';
import { skipIncomparable } from './match/match-paragraphs.js';
import { createSourceFinder } from './model/known-sources.js';
import type { DumpFacts, Posts, Settings } from './model.js';
import { createLookup } from './report/describe/lookup.js';
import type { ScannedDumps } from './scan-dumps.js';
import { cutPosts } from './split/cut-posts.js';

/** What became of a dump: `same` has its content in the index already, by the path `as`. */
export interface Outcome {
  readonly path: string;
  readonly outcome: 'added' | 'replaced' | 'same' | 'incomplete';
  readonly as: string;
}

/** How dumps are remembered. */
export interface Remembering {
  readonly settings: Settings;
  /** What the user said of cutting, as JSON. */
  readonly cut: string;
  /** The path of a dump as the index has it. */
  readonly storedPath: (path: string) => string;
}

/** Puts the dumps into the index; resolves to what became of each, and to how they were cut. */
export async function rememberDumps(
  scanned: ScannedDumps,
  writer: KnownWriter,
  how: Remembering,
): Promise<{ outcomes: readonly Outcome[]; posts: Posts }> {
  const { columns, lines, records, reading } = scanned;
  const { settings } = how;
  const { read } = reading.reread;
  const posts = cutPosts(scanned, settings, read);
  const groups = groupParagraphs(columns, lines, posts.paragraphs);
  const skip = skipIncomparable({ columns, lines, posts }, settings.minCharacters);
  findSignatures({ columns, lines, posts, groups, skip });
  const lookup = createLookup({ ...scanned, posts }, read);
  const sourceNamed = createSourceFinder(records);
  const outcomes: Outcome[] = [];
  for (const [dump, facts] of reading.facts.entries()) {
    const path = how.storedPath(facts.path);
    // Half a dump must not take the place of a whole one.
    if ((reading.problems[dump] ?? []).length > 0) {
      outcomes.push({ path: facts.path, outcome: 'incomplete', as: path });
      continue;
    }
    const known = writer.dumps.find(({ xxh64, cut }) => xxh64 === facts.xxh64 && cut === how.cut);
    const before = writer.dumps.find((other) => other.path === path && other !== known);
    if (before !== undefined) writer.remove(before);
    if (known !== undefined) {
      outcomes.push({ path: facts.path, outcome: 'same', as: known.path });
      continue;
    }
    // A post without a source has its dump's path for one.
    const sourceOf = (name: string) => sourceNamed(name === facts.path ? path : name);
    const { texts, paragraphs } = gatherTexts({ columns, lookup, groups, skip, sourceOf }, dump);
    const sizes = { paragraphs, fingerprints: texts.rows };
    await writer.add({ ...describe(facts, posts, dump), ...sizes, path, cut: how.cut }, texts);
    outcomes.push({ path: facts.path, outcome: before === undefined ? 'added' : 'replaced', as: path });
  }
  return { outcomes, posts };
}

function describe(
  facts: DumpFacts,
  posts: Posts,
  dump: number,
): Omit<KnownDump, 'path' | 'cut' | 'paragraphs' | 'fingerprints'> {
  const cut = posts.dumps[dump];
  return {
    xxh64: facts.xxh64,
    format: cut?.shape.format ?? 'flat-text',
    bytes: facts.bytes,
    lines: facts.lines,
    posts: (cut?.endPost ?? 0) - (cut?.firstPost ?? 0),
  };
}
