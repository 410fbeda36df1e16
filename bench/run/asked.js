// Promises: what is asked of a table, read from the command line: a flag that the table has no use for is refused, as its figures
// would not be what was asked for.

import { parseArgs } from 'node:util';
import { corpusFlags, corpusOptions } from '../generate/corpus-options.js';
import { Mistake } from '../telling-mistakes.js';
import { tables } from './tables.js';

const flags = {
  ...corpusFlags,
  table: { type: /** @type {const} */ ('string'), default: 'scan' },
  against: { type: /** @type {const} */ ('string'), default: '1G' },
  runs: { type: /** @type {const} */ ('string'), default: '3' },
};

/** The table and what it is asked; throws a {@link Mistake}. */
export function readAsked() {
  const { values, tokens } = parseArgs({ options: flags, tokens: true });
  const table = Object.hasOwn(tables, values.table) ? tables[values.table] : undefined;
  if (table === undefined)
    throw new Mistake(`Expected --table ${Object.keys(tables).join(', ')}, found "${values.table}"`);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? token.name : []));
  const useless = given.find((name) => !['table', 'runs', ...table.takes].includes(name));
  if (useless !== undefined)
    throw new Mistake(`--table ${values.table} takes no --${useless}: expected ${tellFlags(table.takes)}`);
  const twice = given.find((name, at) => given.indexOf(name) < at);
  if (twice !== undefined) throw new Mistake(`--${twice} is given twice: expected it once`);
  if (!/^[1-9]\d*$/.test(values.runs))
    throw new Mistake(`Expected --runs to be a number above 0, found "${values.runs}"`);
  corpusOptions(values);
  corpusOptions({ ...values, size: values.against });
  return { table, values };
}

/** @param {readonly string[]} names */
function tellFlags(names) {
  return [...names, 'runs'].map((name) => `--${name}`).join(', ');
}
