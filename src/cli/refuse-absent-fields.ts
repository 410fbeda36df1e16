/** `--source-field chanel`: a field that is in no record is a slip, and what it would have said is missed silently. */
import { absentFields } from '../absent-fields.js';
import { UserError } from '../errors.js';
import { tellNames } from '../formats/field-use.js';
import type { DumpFacts } from '../model.js';
import { escapeText } from '../report/escape-text.js';
import type { CutOptions } from './options.js';
import { fieldsOf } from './settings.js';

/** Throws a {@link UserError} for one that must be there, and warns of one that may be missing by chance. */
export function refuseAbsentFields(facts: readonly Pick<DumpFacts, 'records'>[], options: CutOptions): void {
  for (const { what, names, mayBe } of absentFields(facts)) {
    const told = JSON.stringify(fieldsOf(options)[what]);
    const found = `--${what}-field expects a field of the records, found none called ${told} (there are: ${tellNames(names)})`;
    if (!mayBe) throw new UserError(found);
    if (options.quiet !== true)
      process.stderr.write(`reposted: ${escapeText(found)}: no post is a forward\n`);
  }
}
