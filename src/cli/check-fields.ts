/** `--source-field chanel`: a field that is in no record is a slip, and what it would have said is missed silently. */
import type { DumpFacts } from '../model.js';
import { refuseAbsentFields } from '../refuse-absent-fields.js';
import { count } from '../report/reporters/text-words.js';
import type { CutOptions } from './options.js';
import { fieldsOf } from './settings.js';
import { tell } from './tell.js';

/** More dumps that lack a field are only counted. */
const MOST_TOLD = 10;

/** Throws a {@link UserError} for one that must be there, and warns of one that is missing from some dumps only. */
export function checkFields(facts: readonly DumpFacts[], options: CutOptions): void {
  const optionOf = (what: string) => `--${what}-field`;
  const warnings = refuseAbsentFields(facts, { fields: fieldsOf(options), optionOf });
  if (options.quiet === true) return;
  for (const warning of warnings.slice(0, MOST_TOLD)) tell(warning);
  const untold = warnings.length - MOST_TOLD;
  if (untold > 0) tell(`${count(untold, 'more dump')} without a field that was named`);
}
