/** A flag with an empty value is a slip of the shell: a variable that was not set. */
import type { Command } from 'commander';
import { UserError } from '../errors.js';

/** Makes `command`, and the one below it that is run, throw a {@link UserError} for it. */
export function refuseEmpty(command: Command): void {
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (value: string | null) => {
      if (value === '')
        throw new UserError(`${option.long ?? option.name()} expects a value, found an empty one`);
    });
  }
  command.hook('preSubcommand', (_, run) => refuseEmpty(run));
}
