/** The commands, as they are typed. */
import { closestName } from './closest-name.js';

const commandNames = ['scan', 'check', 'audit', 'split', 'index', 'formats', 'completion'];
const indexCommandNames = ['list', 'remove', 'verify', 'export'];

/** What may have been meant by the name of a dump that is not there: a command that it is a slip or two away from. */
export function mistypedCommand(name: string): string | null {
  return tellClosest(name, commandNames, '');
}

/** The same behind `reposted index`. */
export function mistypedIndexCommand(name: string): string | null {
  return tellClosest(name, indexCommandNames, 'index ');
}

function tellClosest(name: string, names: readonly string[], before: string): string | null {
  if (!/^[a-z]+$/i.test(name)) return null;
  const command = closestName(name, names);
  return command === null ? null : `did you mean the command ${before}${command}?`;
}
