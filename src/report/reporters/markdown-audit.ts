/** What is accepted to repeat, in Markdown: each passage, why or how it begins, and whether it is found still. */
import type { AcceptedPassage } from '../../model.js';
import { codeCell } from '../escape/escape-markdown.js';
import type { Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { acceptedLists, isStale, stateOf, tellAccepted } from './accepted-words.js';
import { keepToComment, type Part, uncounted } from './markdown-parts.js';
import { row } from './markdown-rows.js';
import { tellUnreadMarkdown } from './markdown-unread.js';
import { count, take } from './text-words.js';

/** Yields the list: what the configuration accepts, then what the baseline does. */
export function* reportAuditMarkdown(report: Report, { top }: ReporterOptions): Generator<string> {
  const accepted = report.check?.accepted ?? [];
  yield* keepToComment(tellParts(report, top), { all: accepted.length, what: 'accepted passage' });
}

function* tellParts(report: Report, top: number): Generator<Part> {
  const accepted = report.check?.accepted ?? [];
  const title = report.check?.incomplete ? '⚠️ Audit incomplete' : 'Audit';
  yield uncounted(`## ${title}: ${tellAccepted(accepted)}\n`);
  const unread = [...tellUnreadMarkdown(report, top)];
  if (unread.length > 0) yield uncounted(`\n${unread.join('')}`);
  for (const { heading, passages } of acceptedLists(accepted)) {
    yield uncounted(`\n### ${heading}\n\n${row(['id', '', ''])}${row(['---', '---', '---'])}`);
    for (const passage of take(passages, top)) yield { text: tellPassage(passage), isCounted: true };
    if (passages.length > top) yield uncounted(`\n… and ${count(passages.length - top, 'more passage')}\n`);
  }
}

function tellPassage(passage: AcceptedPassage): string {
  const state = isStale(passage) ? `**${stateOf(passage)}**` : stateOf(passage);
  return row([codeCell(passage.id), state, codeCell(passage.note)]);
}
