/** The variables that are ours: a slip in a name must not leave a setting out, and pipelines have some of their own. */
import { UserError } from '../../errors.js';
import { closestName } from '../closest-name.js';
import { configKeys, VARIABLE_PREFIX, variableOf } from './config-keys.js';

/** Names the configuration file. */
export const CONFIG_VARIABLE = `${VARIABLE_PREFIX}CONFIG`;

/**
 * Throws a {@link UserError} for one that is called much as one of ours. Returns those that only begin as ours do; an
 * empty one is as none.
 */
export function checkVariables(env: NodeJS.ProcessEnv): string[] {
  const keys = Object.entries(configKeys).flatMap(([key, kind]) => (kind === 'accept' ? [] : key));
  const known = [CONFIG_VARIABLE, ...keys.map(variableOf)];
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith(VARIABLE_PREFIX) && env[name] !== '' && !known.includes(name),
  );
  // What all of them begin with makes none like another.
  const wordsOf = (name: string) => name.slice(VARIABLE_PREFIX.length);
  for (const name of unknown) {
    const close = closestName(wordsOf(name), known.map(wordsOf));
    if (close !== null)
      throw new UserError(`${name}: unknown variable: did you mean ${VARIABLE_PREFIX}${close}?`);
  }
  return unknown;
}
