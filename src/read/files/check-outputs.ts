/** What can be known of the files to write before anything is read: it should cost no long run, and no file of the user's. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';
import { type IdentifiedFile, identifyFiles, type RunFile, type RunFiles } from './run-files.js';

/**
 * Throws a {@link UserError} where a file that is to be written cannot be, is read by the same run, or would be
 * written twice.
 */
export async function checkOutputs({ written, read }: RunFiles, cwd: string): Promise<void> {
  for (const file of written) await refuseUnwritable(file, cwd);
  const inputs = identifyFiles(read, cwd, 0);
  const outputs = identifyFiles(written, cwd, 1);
  outputs.forEach((file, at) => {
    const { by, path } = file;
    const input = findSame(file, inputs);
    if (input !== undefined)
      throw new UserError(
        `${by} would overwrite a file that is read, ${path} (${input.by}): name another file`,
      );
    const other = findSame(file, outputs.slice(0, at));
    if (other !== undefined)
      throw new UserError(`Both ${other.by} and ${by} would be written to ${path}; name a file for each`);
  });
}

function findSame({ identity }: IdentifiedFile, files: readonly IdentifiedFile[]): RunFile | undefined {
  return identity === null ? undefined : files.find((other) => other.identity === identity);
}

/** What the disk says of it; that one is full is seen later. */
async function refuseUnwritable({ path, by }: RunFile, cwd: string): Promise<void> {
  if (path === '-') return;
  const file = resolve(cwd, path);
  const kind = await kindOf(file);
  if (kind === 'folder') throw new UserError(`${by} expects a file to write, found a folder: ${path}`);
  const folder = dirname(file);
  if (kind === null && (await kindOf(folder)) !== 'folder')
    throw new UserError(`${by} expects a file in a folder that is there: no folder ${dirname(path)}`);
  await access(kind === null ? folder : file, constants.W_OK).catch((error: unknown) => {
    throw new UserError(`${by} expects a file that may be written: ${path} (${causeOf(error)})`);
  });
}

/** Null where nothing is there. */
function kindOf(file: string): Promise<'file' | 'folder' | null> {
  return stat(file).then(
    (stats) => (stats.isDirectory() ? 'folder' : 'file'),
    () => null,
  );
}
