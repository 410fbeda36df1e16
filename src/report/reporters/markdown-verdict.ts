/** The verdict of a check in Markdown: the policies, then what violates them, each with its two places. */
import { codeBlock, codeCell } from '../escape/escape-markdown.js';
import { excerpt } from '../escape/excerpt.js';
import type { CheckReport, ViolationReport } from '../report.js';
import { row, where } from './markdown-rows.js';
import { tellCredit, tellPolicy } from './policy-words.js';
import { tellIds } from './tell-ids.js';
import { count, take } from './text-words.js';

/** Columns of the beginning of a text. */
const WIDTH = 100;

/** Yields the parts, each of which is shown whole or not at all; `unread` are lines of what could not be read. */
export function* tellVerdict(check: CheckReport, unread: readonly string[], top: number): Generator<string> {
  const { policies, violations } = check;
  yield `## ${titleOf(check)}\n\n`;
  yield* unread;
  for (const policy of policies)
    yield `- ${policy.passed ? 'passed' : '**violated**'}: ${tellPolicy(policy)}\n`;
  yield '\n';
  let number = 0;
  for (const violation of take(violations, top)) {
    number += 1;
    yield tellViolation(violation, number);
  }
  if (violations.length > top) yield `\n… and ${count(violations.length - top, 'more violation')}\n`;
}

function titleOf({ passed, incomplete }: CheckReport): string {
  if (incomplete) return '⚠️ Check incomplete';
  return passed ? '✅ Check passed' : '❌ Check failed';
}

function tellViolation(violation: ViolationReport, number: number): string {
  const { policies, copy, origin, listed, begins, characters, blocks } = violation;
  const from =
    listed === null
      ? row(['origin', ...(origin === null ? ['', '', ''] : where(origin))])
      : row(['listed', codeCell(`${listed.path}:${listed.line}`), '', '']);
  return [
    `### ${number}. ${policies.join(', ')}: ${tellCredit(violation, codeCell)}\n\n`,
    codeBlock([excerpt(begins, WIDTH)]),
    `\n${row(['', 'post', 'source', 'date'])}${row(['---', '---', '---', '---'])}`,
    row(['copy', ...where(copy)]),
    from,
    `\n<sub>${count(characters, 'character')}, ${tellIds(blocks)}</sub>\n\n`,
  ].join('');
}
