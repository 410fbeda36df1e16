/** Threads beside this one, where all blocks of much are verified. */
import type { ScannedDumps } from '../scan-dumps.js';
import type { Crew } from '../threads/crew.js';
import type { CutOptions } from './options.js';
import { threadsOf } from './settings.js';

/** Of fewer lines a report is written as fast without; and each thread should have so many. */
const LEAST_ROWS = 500_000;

/** A crew for dumps; null where one does not pay, or cannot see the columns, as they go to a file. */
export async function crewFor({ lines, reading }: ScannedDumps, options: CutOptions): Promise<Crew | null> {
  const threads = Math.min(threadsOf(options), Math.floor(lines.rows / LEAST_ROWS) + 1);
  if (threads === 1 || options.memory !== undefined) return null;
  const { Crew } = await import('../threads/crew.js');
  return new Crew(reading.texts, threads);
}
