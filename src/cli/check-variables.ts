/** The variables that are ours: a slip in a name must not leave a setting out. */
import { UserError } from '../errors.js';
import { closestName } from './closest-name.js';
import { configKeys, VARIABLE_PREFIX, variableOf } from './config-keys.js';

/** Names the configuration file. */
export const CONFIG_VARIABLE = `${VARIABLE_PREFIX}CONFIG`;

/** Throws a {@link UserError} for one that is called as ours are and is none; an empty one is as none. */
export function checkVariables(env: NodeJS.ProcessEnv): void {
  const keys = Object.entries(configKeys).flatMap(([key, kind]) => (kind === 'accept' ? [] : key));
  const known = [CONFIG_VARIABLE, ...keys.map(variableOf)];
  const slip = Object.keys(env).find(
    (name) => name.startsWith(VARIABLE_PREFIX) && env[name] !== '' && !known.includes(name),
  );
  if (slip === undefined) return;
  // What all of them begin with makes none like another.
  const wordsOf = (name: string) => name.slice(VARIABLE_PREFIX.length);
  const close = closestName(wordsOf(slip), known.map(wordsOf));
  throw new UserError(
    `${slip}: unknown variable: ${close === null ? `expected one of ${known.join(', ')}` : `did you mean ${VARIABLE_PREFIX}${close}?`}`,
  );
}
