/** What is accepted to repeat, for people: each passage, why or how it begins, and whether it is found still. */
import { escapeProse } from '../escape/escape-text.js';
import { excerpt } from '../escape/excerpt.js';
import type { Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { type AcceptedList, acceptedLists, isStale, stateOf, tellAccepted } from './accepted-words.js';
import { tellUnread } from './tell-unread.js';
import { take, tellRest } from './text-words.js';

/** Yields the list: what the configuration accepts, then what the baseline does. */
export function* reportAudit(report: Report, options: ReporterOptions): Generator<string> {
  const accepted = report.check?.accepted ?? [];
  for (const list of acceptedLists(accepted)) yield* tellList(list, options);
  yield `${tellAccepted(accepted)}\n`;
  if (report.check?.incomplete)
    yield `${options.style.bad('Audit incomplete')}: not all dumps could be read\n`;
  yield* tellUnread(report, options);
}

function* tellList({ heading, passages }: AcceptedList, options: ReporterOptions): Generator<string> {
  const { style } = options;
  yield `${style.heading(heading)}\n`;
  for (const passage of take(passages, options.top)) {
    const start = `  ${passage.id}  ${stateOf(passage).padEnd(STATE)}  `;
    const shown =
      passage.by === 'config' ? escapeProse(passage.note) : excerpt(passage.note, style.width - start.length);
    yield `${isStale(passage) ? style.bad(start) : start}${shown}\n`;
  }
  yield* tellRest(passages.length, options, 'passage');
  yield '\n';
}

/** Columns for what {@link stateOf} says, mostly. */
const STATE = 22;
