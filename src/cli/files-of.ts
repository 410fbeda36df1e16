/** Options → the files of a run that are no dumps. */
import { checkOutputs } from '../read/files/check-outputs.js';
import type { RunFile, RunFiles } from '../read/files/run-files.js';
import { findIgnoreFile } from '../read/find/ignore-list.js';
import type { CheckCliOptions } from './options.js';
import { isModule } from './reporter-options.js';

/** The options that name files. */
type FileOptions = Pick<
  CheckCliOptions,
  'baseline' | 'updateBaseline' | 'prune' | 'blocklist' | 'filesFrom' | 'configPath' | 'format' | 'reporter'
> & {
  /** The index that is compared with. */
  readonly index?: string | null;
};

/**
 * What a run writes, `outputs` and perhaps a baseline, and what it reads beside dumps. Throws a UserError where a file is
 * both, or cannot be written.
 */
export async function filesOf(options: FileOptions, outputs: readonly RunFile[]): Promise<RunFiles> {
  const { updateBaseline = false, prune = false } = options;
  const baseline = named('--baseline', options.baseline);
  const isRenewed = updateBaseline || prune;
  const written = [...outputs, ...(isRenewed ? baseline : [])];
  const read = [
    ...(isRenewed ? [] : baseline),
    ...named('--blocklist', options.blocklist),
    ...named('--files-from', options.filesFrom),
    ...named('--config', options.configPath),
    ...named('--against', options.index),
    ...modulesOf(options),
    ...(written.every(({ path }) => path === '-') ? [] : await ignoreFile()),
  ];
  await checkOutputs({ written, read }, process.cwd());
  return { written, read };
}

function named(by: string, path: string | null | undefined): RunFile[] {
  return path === undefined || path === null ? [] : [{ path, by }];
}

async function ignoreFile(): Promise<RunFile[]> {
  return named('the list of what to ignore', (await findIgnoreFile(process.cwd()))?.by);
}

function modulesOf({ format, reporter = [] }: FileOptions): RunFile[] {
  const names = [...(format === undefined ? [] : [format]), ...reporter.map(({ name }) => name)];
  return names.filter(isModule).map((name) => ({ path: name, by: 'a reporter' }));
}
