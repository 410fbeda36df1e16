/** What a verdict cannot speak for, in words: what could not be read, and what was left out. */
import type { WhyLeftOut } from '../../model.js';
import { escapeText } from '../escape/escape-text.js';
import type { Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { count, take, tellRest } from './text-words.js';

/** What may be left out without trouble. */
const kinds: Readonly<Partial<Record<WhyLeftOut, string>>> = {
  'no-text': 'without text',
  ignored: 'as asked (--ignore, .repostedignore)',
  hidden: 'hidden',
  output: 'behind standard output',
};

/** A line for each trouble, one for all that was left out without, and one for what an index has of what is at hand. */
export function* tellUnread(report: Report, options: ReporterOptions): Generator<string> {
  const { troubles, leftOut } = report;
  for (const { reason } of take(troubles, options.top))
    yield `  ${options.style.bad('not read')}  ${escapeText(reason)}\n`;
  yield* tellRest(troubles.length, options, 'trouble');
  const parts = Object.entries(kinds).flatMap(([why, kind]) => {
    const files = leftOut.filter((left) => left.why === why && !left.isTrouble).length;
    return files === 0 ? [] : `${count(files, 'file')} ${kind}`;
  });
  if (parts.length > 0) yield `  ${options.style.faint(`left out  ${parts.join(', ')}`)}\n`;
  const aside = tellLeftAside(report, escapeText);
  if (aside !== null) yield `  ${options.style.faint(`left aside  ${aside}`)}\n`;
}

/**
 * What of an index was left aside, as whoever takes what is at hand for another dump must see that the two were not compared;
 * null where nothing was.
 */
export function tellLeftAside({ index }: Report, show: (text: string) => string): string | null {
  const [first, ...more] = index?.leftAside ?? [];
  if (index === null || first === undefined) return null;
  const others = more.length === 0 ? '' : ` and ${count(more.length, 'other')}`;
  return `${show(first)}${others} of ${show(index.path)}: at hand as well (by path, or moved)`;
}
