/**
 * The report for a job's summary or a comment on a pull request: figures first, then clusters with their places.
 */
import type { Credit } from '../../model.js';
import { codeBlock, codeCell, codeSpan } from '../escape/escape-markdown.js';
import { excerpt } from '../escape/excerpt.js';
import type { LooseBlock, Report, Sequence, SharedText, ToldCluster } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import { tellFigures } from './markdown-figures.js';
import { keepToComment, type Part, uncounted } from './markdown-parts.js';
import { row, where } from './markdown-rows.js';
import { tellSeenBefore } from './markdown-seen.js';
import { tellUnreadMarkdown } from './markdown-unread.js';
import { tellVerdict } from './markdown-verdict.js';
import { tellIds } from './tell-ids.js';
import { rungWords, SHOWN_LINES } from './tell-reposts.js';
import { asOrigin, count, take } from './text-words.js';

/** Columns of a line of shared text. */
const WIDTH = 100;

/** Yields the Markdown, part by part. */
export function* reportMarkdown(report: Report, { top }: ReporterOptions): Generator<string> {
  yield* keepToComment(tellParts(report, top), { all: report.summary.clusters, what: 'cluster' });
}

function* tellParts(report: Report, top: number): Generator<Part> {
  const { clusters, forwards } = report.summary;
  const unread = [...tellUnreadMarkdown(report, top)];
  if (report.check !== null) yield* [...tellVerdict(report.check, unread, top)].map(uncounted);
  yield uncounted(tellFigures(report));
  const troubles = [...(report.check === null ? unread : []), ...tellDoubts(report, top)];
  if (troubles.length > 0) yield uncounted(`\n${troubles.join('')}`);
  // Who reads a verdict wants its reasons, and has them.
  if (report.check !== null) return;
  let number = 0;
  for (const cluster of take(report.toldClusters(), top)) {
    number += 1;
    yield { text: tellCluster(cluster, number, top), isCounted: true };
  }
  if (clusters > top) yield uncounted(`\n… and ${count(clusters - top, 'more cluster')}\n`);
  let blocks = 0;
  for (const block of take(report.looseBlocks(), top)) {
    if (blocks === 0) yield uncounted('\n### Shared by posts that are otherwise different\n');
    blocks += 1;
    yield uncounted(tellBlock(block, top));
  }
  yield uncounted(tellSeenBefore(report, top));
  if (forwards > 0 && top > 0) yield uncounted(tellForwards(report, top));
}

/** What else makes the figures less than the whole truth. */
function* tellDoubts({ leftOut, dumps }: Report, top: number): Generator<string> {
  const harmless = leftOut.filter(({ ignored, isTrouble }) => !ignored && !isTrouble);
  for (const { reason } of take(harmless, top)) yield `- left out: ${codeSpan(reason)}\n`;
  if (harmless.length > top) yield `- … and ${count(harmless.length - top, 'more input')} left out\n`;
  const guessed = dumps.filter(({ confidence }) => confidence === 'low');
  for (const { path } of take(guessed, top)) yield `- cut into posts by guess: ${codeSpan(path)}\n`;
  if (guessed.length > top) yield `- … and ${guessed.length - top} more cut by guess\n`;
}

function tellCluster(cluster: ToldCluster, number: number, top: number): string {
  const { origin, members, sources, blocks } = cluster;
  const from = sources > 1 ? ` of ${sources} sources` : '';
  const how = cluster.lines.length === 0 ? 'copies of one message' : rungWords(cluster.rung);
  const rows = [...take(members, top)].map((member) =>
    row([
      member.relation,
      ...where(member),
      `${Math.round(member.coverage * 100)} %`,
      tellCredit(member.credit, member),
    ]),
  );
  return [
    `\n### ${number}. ${count(members.length + 1, 'post')}${from}, ${how}\n\n`,
    tellText(cluster),
    row(['', 'post', 'source', 'date', 'share', 'credit']),
    row(['---', '---', '---', '---', '--:', '---']),
    row(['origin', ...where(asOrigin(origin)), '', '']),
    ...rows,
    members.length > top ? `\n… and ${count(members.length - top, 'more post')}\n` : '',
    blocks.length === 0 ? '' : `\n<sub>${tellIds(blocks)}</sub>\n`,
  ].join('');
}

function tellBlock(block: LooseBlock, top: number): string {
  const { occurrences, id } = block;
  return [
    `\n**${count(occurrences.length, 'place')}**, ${rungWords(block.rung)}\n\n`,
    tellText(block),
    row(['', 'post', 'source', 'date', 'credit']),
    row(['---', '---', '---', '---', '---']),
    ...[...take(occurrences, top)].map((occurrence) => {
      const { role, credit } = occurrence;
      const place = role === 'origin' ? asOrigin(occurrence) : occurrence;
      return row([role, ...where(place), tellCredit(credit, occurrence)]);
    }),
    occurrences.length > top ? `\n… and ${count(occurrences.length - top, 'more place')}\n` : '',
    `\n<sub>${tellIds([id])}</sub>\n`,
  ].join('');
}

function tellForwards(report: Report, top: number): string {
  const { forwards } = report.summary;
  const rows = [...take(report.forwards(), top)].map((forward) =>
    row([...where(forward), codeCell(forward.from)]),
  );
  const rest = forwards > top ? `\n… and ${count(forwards - top, 'more forward')}\n` : '';
  return `\n### Forwards: ${forwards}\n\n${row(['post', 'source', 'date', 'from'])}${row(['---', '---', '---', '---'])}${rows.join('')}${rest}`;
}

function tellCredit(
  credit: Credit | null,
  { forwardedFrom }: { readonly forwardedFrom: string | null },
): string {
  if (credit === null) return '';
  return {
    credited: `credits ${codeCell(forwardedFrom ?? '')}`,
    uncredited: '**uncredited**',
    own: 'same source',
  }[credit];
}

function tellText({ lines }: SharedText): string {
  if (lines.length === 0) return '';
  return `${codeBlock([...shownLines(lines)])}\n`;
}

function* shownLines(lines: Sequence<string>): Generator<string> {
  for (const line of take(lines, SHOWN_LINES)) yield excerpt(line, WIDTH);
  if (lines.length > SHOWN_LINES) yield `… ${count(lines.length - SHOWN_LINES, 'more line')}`;
}
