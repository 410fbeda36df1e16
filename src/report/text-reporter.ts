/**
 * The report for people: what was read and what it was taken for, echoes, forwards, reposts (clusters first,
 * the most repeated text on top), signatures, and a line that sums it up.
 */
import { rungs } from '../model.js';
import type { BlockReport, ClusterReport, DumpReport, PostPlace, Report } from './report.js';
import { excerpt, showText } from './show-text.js';
import type { Style } from './style.js';

/** How much to tell. */
export interface TextOptions {
  /** Entries of each list at most. */
  readonly top: number;
  readonly style: Style;
}

/** Yields the lines of the report. */
export function* reportText(report: Report, options: TextOptions): Generator<string> {
  yield* tellDumps(report, options);
  yield* tellEchoes(report, options);
  yield* tellForwards(report, options);
  yield* tellClusters(report, options);
  yield* tellLooseBlocks(report, options);
  yield* tellSignatures(report, options);
  yield* tellSummary(report, options);
}

function* tellDumps(report: Report, options: TextOptions): Generator<string> {
  for (const dump of report.dumps.slice(0, options.top)) yield* tellDump(dump, options.style);
  yield* tellRest(report.dumps.length, options, 'dumps');
  for (const left of report.leftOut)
    yield `${options.style.bad('left out')} ${showText(left.path)}: ${showText(left.reason)}\n`;
}

function* tellDump(dump: DumpReport, { heading, faint, bad }: Style): Generator<string> {
  const size = `${count(dump.posts, 'post')}, ${count(dump.lines, 'line')}, ${bytes(dump.bytes)}`;
  yield `${heading(showText(dump.path))}  ${size}\n`;
  yield `  read as ${dump.format}${dump.encoding === 'utf-8' ? '' : ` (${dump.encoding})`}: ${dump.evidence.join('; ')}\n`;
  if (dump.confidence === 'low') {
    yield `  ${bad('not cut with confidence')}: posts are a guess; repeated blocks are still right. See --post-start, --separator\n`;
  }
  const { chrome, orphans, oversizedLines } = dump.skipped;
  const skipped = [
    chrome > 0 ? `${count(chrome, 'line')} of chrome` : '',
    orphans > 0 ? `${count(orphans, 'header or placeholder', 'headers or placeholders')} without a post` : '',
    oversizedLines.length > 0
      ? `${count(oversizedLines.length, 'line')} longer than 16 MiB (first: ${oversizedLines[0]})`
      : '',
    dump.invalidBytes > 0 ? `${count(dump.invalidBytes, 'invalid byte')}` : '',
  ].filter((part) => part !== '');
  if (skipped.length > 0) yield `  ${faint(`not text: ${skipped.join(', ')}`)}\n`;
  for (const problem of dump.problems) yield `  ${bad('problem')}: ${showText(problem)}\n`;
}

function* tellEchoes(report: Report, options: TextOptions): Generator<string> {
  const { echoes } = report.summary;
  if (echoes === 0) return;
  yield `\n${options.style.heading(`Echoes: ${echoes}`)}  posts that the extractor printed twice; they count as one\n`;
  const dumps = report.dumps.filter((dump) => dump.echoes > 0);
  for (const dump of dumps.slice(0, options.top)) {
    yield `  ${showText(dump.path)}  ${dump.echoes} of ${count(dump.posts, 'post')}\n`;
  }
  yield* tellRest(dumps.length, options, 'dumps');
}

function* tellForwards(report: Report, options: TextOptions): Generator<string> {
  const { forwards } = report.summary;
  if (forwards === 0) return;
  yield `\n${options.style.heading(`Forwards: ${forwards}`)}  posts that say where their text is from\n`;
  for (const forward of take(report.forwards(), options.top)) {
    const signed = forward.author === null ? '' : ` (${showText(forward.author)})`;
    yield `  ${place(forward, options.style)}  from ${showText(forward.from)}${signed}\n`;
  }
  yield* tellRest(forwards, options, 'forwards');
}

function* tellClusters(report: Report, options: TextOptions): Generator<string> {
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
      credited: style.good(`credits ${showText(member.forwardedFrom ?? '')}`),
      uncredited: style.bad('uncredited'),
      own: style.faint('same source'),
    }[member.credit];
    yield `   ${member.relation.padEnd(10)}  ${place(member, style)}${named(member)}${when}  ${share}  ${credit}\n`;
  }
  yield* tellRest(cluster.members.length, options, 'posts', '   ');
}

/** The name of a source that is not simply the dump's. */
function named(post: { readonly dump: string; readonly source: string }): string {
  return post.source === post.dump ? '' : `  ${showText(post.source)}`;
}

function rungWords(blocks: readonly BlockReport[]): string {
  const highest = blocks.reduce((top, block) => Math.max(top, rungs.indexOf(block.rung)), 0);
  return highest === 0 ? 'exact copies' : `equal once ${rungs[highest]} is folded`;
}

const SHOWN_LINES = 3;

function* tellTexts(blocks: readonly BlockReport[], style: Style): Generator<string> {
  const lines = blocks.flatMap((block) => block.text.split('\n'));
  for (const line of lines.slice(0, SHOWN_LINES))
    yield `   ${style.faint('│')} ${excerpt(line, style.width - 5)}\n`;
  if (lines.length > SHOWN_LINES)
    yield `   ${style.faint(`│ … ${count(lines.length - SHOWN_LINES, 'more line')}`)}\n`;
}

function* tellLooseBlocks(report: Report, options: TextOptions): Generator<string> {
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

function* tellSignatures(report: Report, options: TextOptions): Generator<string> {
  const { signatures } = report;
  if (signatures.length === 0) return;
  yield `\n${options.style.heading(`Signatures: ${signatures.length}`)}  under or over many posts of one source; they join nothing\n`;
  for (const signature of signatures.slice(0, options.top)) {
    const start = `  ${count(signature.posts, 'post')} of ${showText(signature.source)}  `;
    yield `${start}${excerpt(signature.text, Math.max(20, options.style.width - start.length))}\n`;
  }
  yield* tellRest(signatures.length, options, 'signatures');
}

function* tellSummary(report: Report, { style }: TextOptions): Generator<string> {
  const { summary } = report;
  const share = `${(summary.repeatedShare * 100).toFixed(1)} % of the text repeats`;
  const parts = [
    count(summary.posts, 'post'),
    count(summary.paragraphs, 'paragraph'),
    count(summary.reposts, 'repost'),
    share,
    `${summary.credited} credited`,
    `${summary.uncredited} uncredited`,
    count(summary.echoes, 'echo', 'echoes'),
    count(summary.forwards, 'forward'),
  ];
  yield `\n${style.heading(parts.join(', '))}\n`;
}

function* tellRest(length: number, options: TextOptions, what: string, indent = '  '): Generator<string> {
  if (length > options.top)
    yield `${indent}${options.style.faint(`… and ${length - options.top} more ${what}`)}\n`;
}

/** `path:line`, which editors and terminals open, and the last line where there is another. */
function place(post: PostPlace, style: Style): string {
  const [first, last] = post.lines;
  const path = showText(post.dump);
  return `${style.link(`${path}:${first}`, post.dump, first)}${last > first ? style.faint(`-${last}`) : ''}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length, Math.floor(Math.log2(size) / 10));
  return `${(size / 1024 ** power).toFixed(1)} ${units[power - 1]}`;
}

function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const value of values) {
    if (taken === most) return;
    taken += 1;
    yield value;
  }
}
