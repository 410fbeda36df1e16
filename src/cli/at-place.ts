/** Where a setting is from, for errors: a flag names itself, a configuration has a line. */
import { UserError } from '../errors.js';
import type { CutOptions } from './options.js';

/** What `work` gives; a {@link UserError} of it tells where the setting `key` is from, where no flag has said it. */
export function atPlace<T>({ effective }: Pick<CutOptions, 'effective'>, key: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { from = 'default' } = effective?.[key] ?? {};
    if (!(error instanceof UserError) || from === 'default' || from === 'flag') throw error;
    throw new UserError(`${from}: ${error.message}`);
  }
}
