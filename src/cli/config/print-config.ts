/** `--print-config`: the settings that a command would run with, and where each is from. */
import { UserError } from '../../errors.js';
import { findIgnoreFile } from '../../read/find/ignore-list.js';
import { showJson } from '../../report/escape/show-json.js';
import type { CutOptions } from '../options.js';
import { writeReport } from '../write-report.js';

/** Writes them as JSON, a setting a line. */
export async function printConfig(options: CutOptions): Promise<void> {
  const { effective, configPath = null } = options;
  if (effective === undefined) throw new UserError('This command has no configuration');
  const ignoreFile = await findIgnoreFile(process.cwd());
  const lines = Object.entries(effective).map(
    ([key, setting]) => `    ${showJson(key)}: ${showJson(setting)}`,
  );
  const pieces = [
    '{\n',
    `  "config": ${showJson(configPath)},\n`,
    `  "ignoreFile": ${showJson(ignoreFile?.by ?? null)},\n`,
    `  "settings": {\n${lines.join(',\n')}\n  }\n}\n`,
  ];
  await writeReport(pieces, options.output);
}
