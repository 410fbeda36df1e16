/** The part of the text report that is its point: who posted what first, and who has it too. */
import type { Credit, Rung } from '../../model.js';
import { escapeText } from '../escape/escape-text.js';
import { excerpt } from '../escape/excerpt.js';
import type { Report, Sequence, ToldCluster, ToldMember, ToldOccurrence } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import type { Style } from '../style.js';
import { tellIds } from './tell-ids.js';
import { asOrigin, count, take, tellPost, tellRest } from './text-words.js';

/** Clusters, the most repeated text on top. */
export function* tellClusters(report: Report, options: ReporterOptions): Generator<string> {
  const { clusters, reposts } = report.summary;
  yield `\n${options.style.heading(`Reposts: ${reposts === 0 ? 'none' : count(reposts, 'block')}`)}`;
  yield clusters === 0 ? '\n' : `  in ${count(clusters, 'cluster')} of posts\n`;
  let number = 0;
  for (const cluster of take(report.toldClusters(), options.top)) {
    number += 1;
    yield* tellCluster(cluster, number, options);
  }
  yield* tellRest(clusters, options, 'cluster');
}

function* tellCluster(cluster: ToldCluster, number: number, options: ReporterOptions): Generator<string> {
  const { style } = options;
  const { origin, members, sources } = cluster;
  const posts = count(members.length + 1, 'post');
  const from = sources > 1 ? ` of ${sources} sources` : '';
  const how = cluster.lines.length === 0 ? 'copies of one message' : rungWords(cluster.rung);
  yield `\n${style.heading(`${number}. ${posts}${from}`)}  ${how}${faintIds(cluster.blocks, style)}\n`;
  yield* tellLines(cluster.lines, style);
  yield `   ${'origin'.padEnd(ROLE)}  ${tellPost(asOrigin(origin), style)}\n`;
  for (const member of take(members, options.top)) yield* tellMember(member, style);
  yield* tellRest(members.length, options, 'post', { indent: '   ' });
}

function faintIds(ids: readonly string[] | Sequence<string>, style: Style): string {
  return ids.length === 0 ? '' : `  ${style.faint(tellIds(ids))}`;
}

/** Columns for what a post is in its cluster or block; the longest such word is `same-message`. */
const ROLE = 12;

function* tellMember(member: ToldMember, style: Style): Generator<string> {
  const share = `${Math.round(member.coverage * 100)} %`;
  yield `   ${member.relation.padEnd(ROLE)}  ${tellPost(member, style)}  ${share}  ${tellCredit(member.credit, member, style)}\n`;
  yield* tellDifference('+', member.added, style);
  yield* tellDifference('-', member.leftOut, style);
}

function tellCredit(
  credit: Credit,
  { forwardedFrom }: { readonly forwardedFrom: string | null },
  style: Style,
): string {
  return {
    credited: style.good(`credits ${escapeText(forwardedFrom ?? '')}`),
    uncredited: style.bad('uncredited'),
    own: style.faint('same source'),
  }[credit];
}

/** The first of the lines by which a member differs, under the place of the member. */
function* tellDifference(sign: '+' | '-', lines: Sequence<string>, style: Style): Generator<string> {
  const rest = lines.length > 1 ? `  and ${count(lines.length - 1, 'more line')}` : '';
  const indent = ' '.repeat(3 + ROLE + 2);
  const room = Math.max(20, style.width - indent.length - 2 - rest.length);
  for (const line of take(lines, 1))
    yield `${indent}${style.faint(`${sign} ${excerpt(line, room)}${rest}`)}\n`;
}

const folded = {
  spacing: 'spacing and case are folded',
  typography: 'typography is folded',
  links: 'links are folded',
  homoglyphs: 'look-alike letters are folded',
} as const;

/** How alike copies are, in words. */
export function rungWords(rung: Rung): string {
  return rung === 'exact' ? 'exact copies' : `equal once ${folded[rung]}`;
}

/** Of a shared text. */
export const SHOWN_LINES = 3;

function* tellLines(lines: Sequence<string>, style: Style): Generator<string> {
  for (const line of take(lines, SHOWN_LINES))
    yield `   ${style.faint('│')} ${excerpt(line, style.width - 5)}\n`;
  if (lines.length > SHOWN_LINES)
    yield `   ${style.faint(`│ … ${count(lines.length - SHOWN_LINES, 'more line')}`)}\n`;
}

/** Blocks that no one cluster tells. */
export function* tellLooseBlocks(report: Report, options: ReporterOptions): Generator<string> {
  const { style } = options;
  let told = 0;
  for (const block of report.looseBlocks()) {
    if (told === 0) yield `\n${style.heading('Shared by posts that are otherwise different')}\n`;
    if (told === options.top) {
      yield `  ${style.faint('… and more: raise --top')}\n`;
      return;
    }
    told += 1;
    yield `\n   ${count(block.occurrences.length, 'time')}  ${rungWords(block.rung)}${faintIds([block.id], style)}\n`;
    yield* tellLines(block.lines, style);
    for (const occurrence of take(block.occurrences, options.top)) yield tellOccurrence(occurrence, style);
    yield* tellRest(block.occurrences.length, options, 'place', { indent: '   ' });
  }
}

function tellOccurrence(occurrence: ToldOccurrence, style: Style): string {
  const { role, credit } = occurrence;
  const where = role === 'origin' ? asOrigin(occurrence) : occurrence;
  return `   ${role.padEnd(ROLE)}  ${tellPost(where, style)}${credit === null ? '' : `  ${tellCredit(credit, occurrence, style)}`}\n`;
}
