/** The part of the text report that tells what an index had seen before. */

import type { SeenIndex } from '../../model.js';
import { escapeText } from '../escape/escape-text.js';
import type { Report, SeenReport } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import type { Style } from '../style.js';
import { count, take, tellKnown, tellPost, tellRest } from './text-words.js';

/** Nothing where no index was asked. */
export function* tellSeen(report: Report, options: ReporterOptions): Generator<string> {
  const { index, summary, seenBefore } = report;
  if (index === null || summary.seenBefore === null) return;
  const { posts, share } = summary.seenBefore;
  const { heading, faint } = options.style;
  const found =
    posts === 0
      ? 'none'
      : `${count(posts, 'post')}, ${(share * 100).toFixed(1)} % of the text, by fingerprint`;
  yield `\n${heading(`Seen before: ${found}`)}  ${faint(describeIndex(index))}\n`;
  for (const run of take(seenBefore, options.top)) yield* tellRun(run, options.style);
  yield* tellRest(seenBefore.length, options, 'place');
}

function describeIndex({ path, dumps, posts, leftAside }: SeenIndex): string {
  const aside = leftAside.length === 0 ? '' : `; ${count(leftAside.length, 'dump')} at hand left aside`;
  return `${escapeText(path)} has ${count(posts, 'post')} of ${count(dumps, 'dump')}${aside}`;
}

function* tellRun(run: SeenReport, style: Style): Generator<string> {
  const words = [`${Math.round(run.share * 100)} % of the post`, count(run.characters, 'character')];
  if (run.isSameMessage) words.push('the same message');
  else if (run.isEarlier === false) words.push(style.good('not earlier than this post'));
  yield `  ${tellPost(run, style)}  ${words.join(', ')}\n`;
  yield `    ${style.faint('first in')}  ${tellKnown(run.first)}\n`;
}
