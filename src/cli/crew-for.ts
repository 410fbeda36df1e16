/** Threads beside this one, where a complete report of much is asked for. */
import type { ScannedDumps } from '../scan-dumps.js';
import type { Crew } from '../threads/crew.js';
import type { CutOptions } from './options.js';
import { threadsOf } from './settings.js';

/** Of fewer lines a report is written before a thread has started. */
const LEAST_ROWS = 250_000;

/** A crew for dumps; null where one does not pay, or cannot see the columns, as they go to a file. */
export async function crewFor({ lines, reading }: ScannedDumps, options: CutOptions): Promise<Crew | null> {
  const threads = threadsOf(options);
  if (threads === 1 || options.memory !== undefined || lines.rows < LEAST_ROWS) return null;
  const { Crew } = await import('../threads/crew.js');
  return new Crew(reading.texts, threads);
}
