/** The figures of a report in Markdown. */
import type { Report, Summary } from '../report.js';
import { row } from './markdown-rows.js';
import { count } from './text-words.js';

/** A title that says what there is, and a table. */
export function tellFigures({ summary }: Report): string {
  const { dumps, posts, reposts, clusters, uncredited, credited, echoes, forwards, repeatedShare } = summary;
  const figures = { dumps, posts, blocks: reposts, clusters, uncredited, credited, forwards, echoes };
  const shares = { 'of the text repeats': repeatedShare, ...sharesSeen(summary) };
  const names = [...Object.keys(figures), ...Object.keys(shares)];
  const values = [...Object.values(figures).map(String), ...Object.values(shares).map(percent)];
  return `## ${titleOf(summary)}\n\n${row(names)}${row(names.map(() => '--:'))}${row(values)}`;
}

/** What repeats among the dumps, and what only an index knows. */
function titleOf({ reposts, clusters, seenBefore }: Summary): string {
  const parts = [
    ...(reposts > 0 ? [`Reposts: ${count(reposts, 'block')} in ${count(clusters, 'cluster')}`] : []),
    ...(seenBefore !== null && seenBefore.posts > 0
      ? [`Seen before: ${count(seenBefore.posts, 'post')}`]
      : []),
  ];
  return parts.length === 0 ? 'No reposts' : parts.join('. ');
}

function sharesSeen({ seenBefore }: Summary): Readonly<Record<string, number>> {
  return seenBefore === null ? {} : { 'seen before': seenBefore.share };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
