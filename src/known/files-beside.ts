/** The files that stand beside an index while it is written. Their names are hidden, so that no walk takes them for dumps. */
import { basename, dirname, join } from 'node:path';

/** The lock, the draft of the new state, and the draft's journal. */
export function filesBeside(file: string): { lock: string; draft: string; journal: string } {
  const hidden = join(dirname(file), `.${basename(file)}`);
  return { lock: `${hidden}.lock`, draft: `${hidden}.new`, journal: `${hidden}.new.wal` };
}
