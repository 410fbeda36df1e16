/** A finding as a sentence for people, in whatever format; each format escapes in its own way. */
import { escapeText } from '../escape/escape-text.js';
import { excerpt } from '../escape/excerpt.js';
import type { Finding, FindingRule } from '../report.js';
import { count, tellPlace } from './text-words.js';

/** How a format shows text of a dump within its own words, and where the origin is. */
export interface FindingDress {
  readonly show: (text: string) => string;
  readonly origin: string;
}

/** What each rule is called, and what it means. */
export const ruleWords: Readonly<Record<FindingRule, { readonly name: string; readonly means: string }>> = {
  'repost-uncredited': {
    name: 'Repost without credit',
    means: 'Another source posted this text before, and the post does not say that it is forwarded.',
  },
  'repost-credited': {
    name: 'Repost with credit',
    means: 'This text was posted before, and the post says that it is forwarded.',
  },
  'repost-own': {
    name: 'Posted again by the same source',
    means: 'The same source posted this text before, or the earlier post says to be forwarded from it.',
  },
  'blocked-passage': {
    name: 'Blocked passage',
    means: 'The block list of the check names this text.',
  },
};

/** Two sentences: what was posted before and where, then how the text begins. Plain text, unless dressed. */
export function tellFinding(finding: Finding, dress?: FindingDress): string {
  const { show, origin } = dress ?? { show: escapeText, origin: escapeText(tellPlace(finding.origin)) };
  const credit = finding.rule === 'repost-credited' ? `, to ${show(finding.forwardedFrom ?? '')}` : '';
  const { source, dump, date } = finding.origin;
  const by = source === dump ? '' : ` by ${show(source)}`;
  const on = date === null ? '' : ` on ${date}`;
  const found = `${ruleWords[finding.rule].name}${credit}: ${tellShare(finding)} at ${origin}${by}${on}.`;
  const start = startOf(finding);
  return start === '' ? found : `${found} It begins: ${show(start)}`;
}

function tellShare({ rule, relation, coverage, lines }: Finding): string {
  if (rule === 'blocked-passage')
    return `${count(lines.length, 'line')} of this post must not be posted, named`;
  if (relation === 'same-message') return 'another version of this message stood before';
  if (coverage === null) return `${count(lines.length, 'line')} of this post stood before`;
  return coverage === 1
    ? 'this post stood before'
    : `${Math.round(coverage * 100)} % of this post stood before`;
}

/** Columns of text that are enough to know it by. */
const START = 120;

/** The beginning of the copied text, on one line, fit for a terminal. */
export function startOf({ lines }: Finding): string {
  for (const line of lines) return excerpt(line, START);
  return '';
}
