/** What an index had seen before, in Markdown: each run of paragraphs with the place where it stood first. */
import { codeSpan } from '../escape/escape-markdown.js';
import type { Report } from '../report.js';
import { row, where } from './markdown-rows.js';
import { count, take } from './text-words.js';

/** Nothing where no index was asked, or where it knew nothing. */
export function tellSeenBefore({ index, seenBefore }: Report, top: number): string {
  if (index === null || seenBefore.length === 0 || top === 0) return '';
  const rows = [...take(seenBefore, top)].map((run) =>
    row([...where(run), `${Math.round(run.share * 100)} %`, ...where(run.first)]),
  );
  const rest = seenBefore.length > top ? `\n… and ${count(seenBefore.length - top, 'more place')}\n` : '';
  return [
    `\n### Seen before, as ${codeSpan(index.path)} has it\n\n`,
    row(['post', 'source', 'date', 'share', 'first in', 'source', 'date']),
    row(['---', '---', '---', '--:', '---', '---', '---']),
    ...rows,
    rest,
  ].join('');
}
