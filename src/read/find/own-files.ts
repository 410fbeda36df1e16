/** What dumps are to the run itself: its own files are none where a folder has them, and no dump may be overwritten. */
import { UserError } from '../../errors.js';
import type { DumpPath } from '../dump-path.js';
import { identify, identifyStream, placeOf } from '../files/identify.js';
import { type IdentifiedFile, identifyFiles, type RunFiles } from '../files/run-files.js';
import { shownPath } from '../open-dumps.js';

/** The dump as it is to be read; null where it is passed over. */
export type OwnFileTest = (dump: DumpPath) => DumpPath | null;

const STDOUT = { path: '-', by: 'standard output' };

/**
 * A test that passes over the run's own files where a folder or a pattern found them, and leaves out the one behind
 * standard output. It throws a {@link UserError} for a dump that would be overwritten.
 */
export function createOwnFileTest({ written, read }: RunFiles, cwd: string): OwnFileTest {
  const inputs = identifyFiles(read, cwd, 0);
  const outputs = identifyFiles([STDOUT, ...written], cwd, 1);
  return (dump) => {
    const identity = dump.file === '-' ? identifyStream(0) : identify(dump.file);
    const isSame = (file: IdentifiedFile) => identity !== null && file.identity === identity;
    const output = outputs.find(isSame);
    if (output === undefined) return dump.named || !inputs.some(isSame) ? dump : null;
    if (!dump.named && output.path === '-')
      return { ...dump, unread: { reason: `${dump.path} is what standard output goes to`, why: 'output' } };
    // By another name it was not asked to be replaced.
    if (!dump.named && output.place === placeOf(dump.file)) return null;
    throw new UserError(
      `${output.by} would overwrite a dump that is read: ${shownPath(dump)}; name another file`,
    );
  };
}
