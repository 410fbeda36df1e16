/** `reposted completion`: the script that teaches a shell the commands, options and values there are. */
import type { Command } from 'commander';
import { formatNames } from '../../formats/formats.js';
import { reporters } from '../../report/reporters/reporters.js';
import { writeReport } from '../write-report.js';
import { completeInBash, completeInZsh } from './bash.js';
import { describeCommands } from './describe-commands.js';
import { completeInFish } from './fish.js';
import type { Shell } from './shells.js';

const scriptFor = { bash: completeInBash, zsh: completeInZsh, fish: completeInFish };

/** Writes the script for `program` to standard output. */
export async function writeCompletion(shell: Shell, program: Command): Promise<void> {
  const names = reporters.map(({ name }) => name);
  const root = describeCommands(program, { format: names, reporter: names, inputFormat: formatNames() });
  await writeReport([scriptFor[shell](program.name(), root)]);
}
