/** The part of the text report that is its point: who posted what first, and who has it too. */
import { rungs } from '../model.js';
import { escapeText } from './escape-text.js';
import { excerpt } from './excerpt.js';
import type { BlockReport, ClusterReport, Report } from './report.js';
import type { Style } from './style.js';
import { count, place, type TextOptions, take, tellRest } from './text-words.js';

/** Clusters, the most repeated text on top. */
export function* tellClusters(report: Report, options: TextOptions): Generator<string> {
  const { clusters, reposts } = report.summary;
  yield `\n${options.style.heading(`Reposts: ${reposts === 0 ? 'none' : count(reposts, 'block')}`)}`;
  yield reposts === 0 ? '\n' : `  in ${count(clusters, 'cluster')} of posts\n`;
  let number = 0;
  for (const told of take(report.clustersWithBlocks(), options.top)) {
    number += 1;
    yield* tellCluster(told, number, options);
  }
  yield* tellRest(clusters, options, 'clusters');
}

function* tellCluster(
  { cluster, blocks }: { cluster: ClusterReport; blocks: readonly BlockReport[] },
  number: number,
  options: TextOptions,
): Generator<string> {
  const { style } = options;
  const sources = new Set([cluster.origin.source, ...cluster.members.map((member) => member.source)]);
  const posts = count(cluster.members.length + 1, 'post');
  const from = sources.size > 1 ? ` of ${sources.size} sources` : '';
  yield `\n${style.heading(`${number}. ${posts}${from}`)}  ${rungWords(blocks)}  ${style.faint(cluster.id)}\n`;
  yield* tellTexts(blocks, style);
  const date = cluster.origin.date === null ? '' : `  ${cluster.origin.date}`;
  yield `   origin      ${place(cluster.origin, style)}${named(cluster.origin)}${date}\n`;
  for (const member of cluster.members.slice(0, options.top)) {
    const share = `${Math.round(member.coverage * 100)} %`;
    const when = member.date === null ? '' : `  ${member.date}`;
    const credit = {
      credited: style.good(`credits ${escapeText(member.forwardedFrom ?? '')}`),
      uncredited: style.bad('uncredited'),
      own: style.faint('same source'),
    }[member.credit];
    yield `   ${member.relation.padEnd(10)}  ${place(member, style)}${named(member)}${when}  ${share}  ${credit}\n`;
  }
  yield* tellRest(cluster.members.length, options, 'posts', '   ');
}

/** The name of a source that is not simply the dump's. */
function named(post: { readonly dump: string; readonly source: string }): string {
  return post.source === post.dump ? '' : `  ${escapeText(post.source)}`;
}

const folded = {
  spacing: 'spacing and case are folded',
  typography: 'typography is folded',
  links: 'links are folded',
  homoglyphs: 'look-alike letters are folded',
} as const;

function rungWords(blocks: readonly BlockReport[]): string {
  const highest = blocks.reduce((top, block) => Math.max(top, rungs.indexOf(block.rung)), 0);
  const rung = rungs[highest] ?? 'exact';
  return rung === 'exact' ? 'exact copies' : `equal once ${folded[rung]}`;
}

const SHOWN_LINES = 3;

function* tellTexts(blocks: readonly BlockReport[], style: Style): Generator<string> {
  const lines = blocks.flatMap((block) => block.text.split('\n'));
  for (const line of lines.slice(0, SHOWN_LINES))
    yield `   ${style.faint('│')} ${excerpt(line, style.width - 5)}\n`;
  if (lines.length > SHOWN_LINES)
    yield `   ${style.faint(`│ … ${count(lines.length - SHOWN_LINES, 'more line')}`)}\n`;
}

/** Blocks that no one cluster tells. */
export function* tellLooseBlocks(report: Report, options: TextOptions): Generator<string> {
  const { style } = options;
  let told = 0;
  for (const block of report.looseBlocks()) {
    if (told === 0) yield `\n${style.heading('Shared by posts that are otherwise different')}\n`;
    if (told === options.top) {
      yield `  ${style.faint('… and more: raise --top')}\n`;
      return;
    }
    told += 1;
    yield `\n   ${count(block.occurrences.length, 'time')}  ${rungWords([block])}  ${style.faint(block.id)}\n`;
    yield* tellTexts([block], style);
    for (const occurrence of block.occurrences.slice(0, options.top)) {
      yield `   ${occurrence.role.padEnd(10)}  ${place(occurrence, style)}${named(occurrence)}\n`;
    }
    yield* tellRest(block.occurrences.length, options, 'places', '   ');
  }
}
