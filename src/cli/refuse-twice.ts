/** A flag that takes one value and is given two: the first would be dropped, and nobody told. */
import type { Command, Option } from 'commander';
import { UserError } from '../errors.js';
import { configKeys, isList } from './config/config-keys.js';

/** Makes `command`, and the one below it that is run, throw a {@link UserError} for it; flags that gather values are left as they are. */
export function refuseTwice(command: Command): void {
  const names = new Set(command.options.filter(takesOne).map((option) => option.attributeName()));
  const given = new Map<string, string>();
  // `--no-config` is a value of `--config`.
  for (const option of command.options.filter((candidate) => names.has(candidate.attributeName()))) {
    command.on(`option:${option.name()}`, (value: string | null) => {
      const name = option.attributeName();
      const words = [option.long, value ?? []].flat().join(' ');
      const before = given.get(name);
      if (before !== undefined)
        throw new UserError(`A flag is given twice, as ${before} and as ${words}: expected one of them`);
      given.set(name, words);
    });
  }
  command.hook('preSubcommand', (_, run) => refuseTwice(run));
}

/** What gathers values is a list in a configuration too. */
function takesOne(option: Option): boolean {
  return option.required && !isList(configKeys[option.attributeName()]);
}
