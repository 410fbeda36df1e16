/** The verdict for people: each policy, each violation with its two places, and what can be done. */
import type { PolicyOutcome } from '../../model.js';
import { escapeText } from '../escape/escape-text.js';
import { excerpt } from '../escape/excerpt.js';
import type { CheckReport, Report, ViolationReport } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { isStale } from './accepted-words.js';
import { tellCredit, tellPolicy } from './policy-words.js';
import { tellIds } from './tell-ids.js';
import { tellUnread } from './tell-unread.js';
import { count, take, tellKnown, tellPost, tellRest } from './text-words.js';

/** Yields the verdict; nothing where none was asked for. */
export function* reportCheck(report: Report, options: ReporterOptions): Generator<string> {
  const { check, summary } = report;
  if (check === null) return;
  const { style } = options;
  const { against } = summary;
  const others = [
    ...(against.dumps === 0
      ? []
      : [`${count(against.posts, 'post')} of ${count(against.dumps, 'other dump')}`]),
    ...(report.index === null
      ? []
      : [`${count(report.index.posts, 'post')} in ${escapeText(report.index.path)}`]),
  ];
  const than = others.length === 0 ? '' : ` against ${others.join(' and ')}`;
  const what = `${count(summary.posts, 'post')} of ${count(summary.dumps, 'dump')}${than}`;
  yield `${style.heading('Check')} ${wordOf(check, options)}: ${what}\n`;
  yield* tellUnread(report, options);
  for (const outcome of check.policies) yield tellOutcome(outcome, options);
  yield* tellViolations(check, options);
  yield* tellStale(check, options);
  if (!check.passed) yield* tellAdvice(check, options);
}

function wordOf({ passed, incomplete }: CheckReport, { style }: ReporterOptions): string {
  if (incomplete) return style.bad('incomplete');
  return passed ? style.good('passed') : style.bad('failed');
}

function tellOutcome(outcome: PolicyOutcome, { style }: ReporterOptions): string {
  const word = outcome.passed ? style.good('passed  ') : style.bad('violated');
  return `  ${word}  ${tellPolicy(outcome)}\n`;
}

function* tellViolations(check: CheckReport, options: ReporterOptions): Generator<string> {
  let number = 0;
  for (const violation of take(check.violations, options.top)) {
    number += 1;
    yield* tellViolation(violation, number, options);
  }
  if (check.violations.length > options.top) yield '\n';
  yield* tellRest(check.violations.length, options, 'violation', { hint: ' (raise --top)' });
}

function* tellViolation(
  violation: ViolationReport,
  number: number,
  options: ReporterOptions,
): Generator<string> {
  const { style } = options;
  const { copy, origin, index, listed, grown, grownUncredited, blocks } = violation;
  yield `\n${style.heading(`${number}. ${violation.policies.join(', ')}`)}  ${tellCredit(violation, escapeText)}\n`;
  yield `   copy    ${tellPost(copy, style)}\n`;
  if (origin !== null)
    yield `   origin  ${index === null ? tellPost(origin, style) : `${tellKnown(origin)}, as ${escapeText(index)} has it`}\n`;
  if (listed !== null) yield `   listed  ${escapeText(listed.path)}:${listed.line}\n`;
  yield `   ${style.faint('│')} ${excerpt(violation.begins, style.width - 5)}\n`;
  const size = `${count(violation.paragraphs, 'paragraph')}, ${count(violation.characters, 'character')}`;
  yield `   ${size}  ${style.faint(tellIds(blocks))}\n`;
  if (grown !== null)
    yield `   the baseline accepts ${count(grown.accepted, 'occurrence')}, found ${grown.found}: of its copies, the last are told\n`;
  if (grownUncredited !== null)
    yield `   the baseline accepts ${count(grownUncredited.accepted, 'uncredited copy', 'uncredited copies')}, found ${grownUncredited.found}\n`;
}

function* tellStale({ accepted }: CheckReport, options: ReporterOptions): Generator<string> {
  const stale = accepted.filter((passage) => passage.by === 'baseline' && isStale(passage));
  if (stale.length === 0) return;
  yield `\n${options.style.heading(`Stale: ${count(stale.length, 'entry', 'entries')} of the baseline`)}  found less often than accepted; --prune removes what is not needed\n`;
  for (const { id, note, accepted: often, found } of take(stale, options.top)) {
    const now = found === 0 ? 'repeats no longer' : `found ${found}`;
    yield `  ${id}  accepted ${often}, ${now}  ${excerpt(note, 40)}\n`;
  }
  yield* tellRest(stale.length, options, 'passage');
}

function* tellAdvice(check: CheckReport, options: ReporterOptions): Generator<string> {
  const violated = new Set(check.policies.flatMap(({ policy, passed }) => (passed ? [] : [policy])));
  const [first] = take(check.violations, 1);
  yield `\n${options.style.heading('What to do')}\n`;
  if (violated.has('uncredited'))
    yield '  give credit: a post that declares its origin (a forward, "Forwarded from NAME") is not uncredited\n';
  if (violated.has('blocklist')) yield '  take the passages out of the dumps, or off the block list\n';
  if (violated.has('uncredited') || violated.has('blocks') || violated.has('repeated')) {
    const { acceptCommand: command } = options;
    yield `  take the copies out of the dumps, or accept all that repeats now${command === undefined ? '' : `:\n    ${escapeText(command)}`}\n`;
    if (first !== undefined && first.origin !== null)
      yield `  accept one passage for good, in reposted.config.json: "accept": [{ "id": "${first.blocks[0]}", "reason": "…" }]\n`;
  }
  if (violated.has('stale'))
    yield '  remove what is stale from the baseline: the same command with --prune\n';
  if (check.incomplete)
    yield '  mend what could not be read, or leave it out on purpose (--ignore GLOB): what is in it was not checked\n';
}
