/** What arguments and options name → dumps that are found, read and scanned. */

import type { RunFiles } from '../read/files/run-files.js';
import { sizeOfDumps } from '../read/find/find-dumps.js';
import type { Demand } from '../read/left-out.js';
import { checkedEncoding } from '../read/open-options.js';
import { type HowToScan, type ScannedDumps, scanDumps } from '../scan-dumps.js';
import { atPlace } from './at-place.js';
import { checkFields } from './check-fields.js';
import { type DumpOptions, dumpsOf } from './dumps-of.js';
import { inputFormatOf } from './input-format-of.js';
import type { CutOptions } from './options.js';
import { fieldsOf, threadsOf } from './settings.js';
import { createProgress } from './terminal.js';
import { userCuesOf } from './user-cues.js';

/** Finds, reads and scans what the arguments name; a line of progress is drawn meanwhile. */
export async function scanArguments(
  args: readonly string[],
  options: DumpOptions,
  { files, ...how }: { readonly files: RunFiles } & Required<Pick<HowToScan, 'hashed' | 'demand'>>,
): Promise<ScannedDumps> {
  const userCues = await userCuesOf(options);
  const dumps = await dumpsOf(args, options, { files });
  const expectedBytes = await sizeOfDumps(dumps);
  const progress = createProgress(options, expectedBytes);
  const scanned = await scanDumps(dumps, {
    ...readingOptions(options),
    ...how,
    userCues,
    expectedBytes,
    onBytes: progress.add,
  }).finally(progress.clear);
  try {
    checkFields(scanned.facts, options);
    return scanned;
  } catch (error) {
    scanned.reading.close();
    throw error;
  }
}

/** What must be read of what is found: what the command asks, or everything. */
export function demandOf({ strict = false }: CutOptions, asked: Demand): Demand {
  return strict ? 'strict' : asked;
}

/** What the options say of reading dumps. */
export function readingOptions(
  options: CutOptions,
): Pick<HowToScan, 'format' | 'fields' | 'encoding' | 'maxBytes' | 'threads' | 'memory'> {
  return {
    format: inputFormatOf(options),
    fields: fieldsOf(options),
    encoding: atPlace(options, 'encoding', () => checkedEncoding(options.encoding ?? null)),
    maxBytes: options.maxBytes ?? null,
    threads: threadsOf(options),
    memory: options.memory ?? null,
  };
}
