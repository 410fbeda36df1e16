/** What is accepted to repeat, for people: each passage, why or how it begins, and whether it is found still. */
import type { AcceptedPassage } from '../../model.js';
import { escapeText } from '../escape-text.js';
import { excerpt } from '../excerpt.js';
import type { Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { tellUnread } from './tell-unread.js';
import { count, take, tellRest } from './text-words.js';

/** Yields the list: what the configuration accepts, then what the baseline does. */
export function* reportAudit(report: Report, options: ReporterOptions): Generator<string> {
  const accepted = report.check?.accepted ?? [];
  yield* tellList(
    accepted.filter(({ by }) => by === 'config'),
    { ...options, title: 'Accepted by the configuration, for a reason' },
  );
  yield* tellList(
    accepted.filter(({ by }) => by === 'baseline'),
    { ...options, title: 'Accepted by the baseline' },
  );
  const stale = accepted.filter(isStale).length;
  yield `${count(accepted.length, 'accepted passage')}, ${stale} found less often than accepted, or no longer\n`;
  if (report.check?.incomplete)
    yield `${options.style.bad('Audit incomplete')}: not all dumps could be read\n`;
  yield* tellUnread(report, options);
}

function isStale({ accepted, found }: AcceptedPassage): boolean {
  return accepted === null ? found === 0 : found < accepted;
}

function* tellList(
  passages: readonly AcceptedPassage[],
  options: ReporterOptions & { readonly title: string },
): Generator<string> {
  if (passages.length === 0) return;
  const { style } = options;
  yield `${style.heading(`${options.title}: ${passages.length}`)}\n`;
  for (const passage of take(passages, options.top)) {
    const start = `  ${passage.id}  ${stateOf(passage).padEnd(STATE)}  `;
    const shown =
      passage.by === 'config' ? escapeText(passage.note) : excerpt(passage.note, style.width - start.length);
    yield `${isStale(passage) ? style.bad(start) : start}${shown}\n`;
  }
  yield* tellRest(passages.length, options, 'passage');
  yield '\n';
}

/** Columns for what {@link stateOf} says, mostly. */
const STATE = 22;

function stateOf({ accepted, found }: AcceptedPassage): string {
  const bound = accepted === null ? '' : ` of ${accepted}`;
  return found === 0 ? `repeats no longer${bound === '' ? '' : ` (${accepted})`}` : `found ${found}${bound}`;
}
