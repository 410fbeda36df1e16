/** What a verdict cannot speak for, in words: what could not be read, and what was left out. */
import { escapeText } from '../escape-text.js';
import type { Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { count, take, tellRest } from './text-words.js';

/** A line for each trouble, and one for all that was left out without. */
export function* tellUnread({ troubles, leftOut }: Report, options: ReporterOptions): Generator<string> {
  for (const { reason } of take(troubles, options.top))
    yield `  ${options.style.bad('not read')}  ${escapeText(reason)}\n`;
  yield* tellRest(troubles.length, options, 'trouble');
  const ignored = leftOut.filter((left) => left.ignored).length;
  const without = leftOut.filter(({ isTrouble }) => !isTrouble).length - ignored;
  const parts = [
    without > 0 ? `${count(without, 'file')} without text` : '',
    ignored > 0 ? `${count(ignored, 'file')} as asked (--ignore, .repostedignore)` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) yield `  ${options.style.faint(`left out  ${parts.join(', ')}`)}\n`;
}
