/** `--against` → dumps to compare with, and the index that is asked; what an index is, its first bytes say. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import type { Analysis, SeenTable } from '../model.js';
import type { ScannedDumps } from '../scan-dumps.js';
import type { ScanCliOptions } from './options.js';

/** What `--against` names. */
export interface Against {
  readonly dumps: readonly string[];
  /** Null where none is named. */
  readonly index: string | null;
}

/**
 * Parts indexes from dumps. Throws a {@link UserError} for an index that cannot be used, before any dump is read: it should
 * not cost a long run.
 */
export async function splitAgainst(options: ScanCliOptions): Promise<Against> {
  const { against = [] } = options;
  const files = against.filter(isFile);
  if (files.length === 0) return { dumps: against, index: null };
  const { isKnownFile } = await import('../known/is-known-file.js');
  const indexes = new Set(files.filter(isKnownFile));
  const [index = null, other] = indexes;
  if (index === null) return { dumps: against, index };
  if (other !== undefined) {
    throw new UserError(
      `--against names two indexes, ${index} and ${other}: expected one at most; an index can hold all dumps`,
    );
  }
  await requireComparable(index, options);
  return { dumps: against.filter((path) => !indexes.has(path)), index };
}

/** An index has no texts, and not the paragraphs that were too short when it was made: what it lacks would pass for new. */
async function requireComparable(index: string, { rung, minCharacters }: ScanCliOptions): Promise<void> {
  if (rung !== 'homoglyphs') {
    throw new UserError(
      `--against ${index} compares at the top rung, as an index has no texts: it cannot be had with --rung ${rung}`,
    );
  }
  const { leastLettersIn } = await import('../look-up-seen.js');
  const least = await leastLettersIn(index);
  if (least > minCharacters) {
    throw new UserError(
      `--against ${index} remembers paragraphs of ${least} letters and more, and --min-characters is ${minCharacters}: give --min-characters ${least}, or make another index`,
    );
  }
}

/** What the index knows of the new posts; null where there is none. */
export async function lookUpIn(
  index: string | null,
  { lines, reading }: ScannedDumps,
  analysis: Analysis,
): Promise<SeenTable | null> {
  if (index === null) return null;
  const { lookUpSeen } = await import('../look-up-seen.js');
  return lookUpSeen({ ...analysis, lines }, { index, cwd: process.cwd(), read: reading.reread.read });
}

function isFile(path: string): boolean {
  return statSync(resolve(path), { throwIfNoEntry: false })?.isFile() === true;
}
