/** What a person need not be told on standard error, as the text report tells it on the same terminal. */
import type { Report } from '../report/report.js';
import type { Wanted } from './reporter-options.js';

/** Of what went wrong: the report of a check tells troubles, that of a scan guesses and what was left out as well. */
export type ToldThere = 'nothing' | 'troubles' | 'all';

/** How much of it is told there: `most`, unless there is no such report, or more to tell than the `top` of its lists. */
export function toldOnTerminal(
  wanted: readonly Wanted[],
  { dumps, leftOut, troubles }: Report,
  { most, top }: { readonly most: ToldThere; readonly top: number },
): ToldThere {
  const isTold = wanted.some(({ name, path }) => name === 'text' && path === '-');
  const isTerminal = process.stdout.isTTY === true && process.stderr.isTTY === true;
  const isCut = Math.max(dumps.length, leftOut.length, troubles.length) > top;
  return isTold && isTerminal && !isCut ? most : 'nothing';
}
