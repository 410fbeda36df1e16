/** The commands, as they are typed. */
import { closestName } from './closest-name.js';

const commandNames = ['scan', 'check', 'audit', 'split', 'index', 'formats', 'completion'];

/** What may have been meant by the name of a dump that is not there: a command that it is a slip or two away from. */
export function mistypedCommand(name: string): string | null {
  if (!/^[a-z]+$/i.test(name)) return null;
  const command = closestName(name, commandNames);
  return command === null ? null : `did you mean the command ${command}?`;
}
