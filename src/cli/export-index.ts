/** `reposted index export`: an index as a table, in a file or on standard output. */
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { type ExportFormat, exportKnown } from '../known/export-known.js';
import type { KnownIndex } from '../known/open-known.js';
import { checkOutputs } from '../read/files/check-outputs.js';
import { makeTemporaryFolder } from '../read/temporary-file.js';
import { withIndex } from './run-index-tools.js';
import { writeReport } from './write-report.js';

/** Writes the index at `path` to the file that one of the options names. */
export async function exportIndex(
  path: string,
  options: { readonly [format in ExportFormat]?: string },
): Promise<void> {
  const { parquet, csv } = options;
  if ((parquet === undefined) === (csv === undefined))
    throw new UserError('reposted index export expects one of --parquet FILE and --csv FILE');
  const format = csv === undefined ? 'parquet' : 'csv';
  const file = csv ?? parquet ?? '-';
  const read = [{ path, by: 'the index itself' }];
  await checkOutputs({ written: [{ path: file, by: `--${format}` }], read }, process.cwd());
  await withIndex(path, (index) =>
    file === '-' ? writeToStdout(index, format) : exportKnown(index, file, format),
  );
}

/** The engine opens what it writes by name, and standard output may have none. */
async function writeToStdout(index: KnownIndex, format: ExportFormat): Promise<void> {
  const folder = makeTemporaryFolder();
  try {
    const file = join(folder, 'exported');
    await exportKnown(index, file, format);
    await writeReport(createReadStream(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
