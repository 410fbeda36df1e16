/**
 * The report for people: what was read and what it was taken for, echoes, forwards, reposts (clusters first,
 * the most repeated text on top), signatures, and a line that sums it up.
 */

import { isClockZero } from '../../dates/is-clock-zero.js';
import { escapeText } from '../escape/escape-text.js';
import { excerpt } from '../escape/excerpt.js';
import type { DumpReport, Report } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import type { Style } from '../style.js';
import { reportCheck } from './check-reporter.js';
import { tellClusters, tellLooseBlocks } from './tell-reposts.js';
import { tellSeen } from './tell-seen.js';
import { bytes, count, take, tellPost, tellRest } from './text-words.js';

/** Yields the lines of the report. */
export function* reportText(report: Report, options: ReporterOptions): Generator<string> {
  yield* tellDumps(report, options);
  yield* tellEchoes(report, options);
  yield* tellForwards(report, options);
  yield* tellClusters(report, options);
  yield* tellLooseBlocks(report, options);
  yield* tellSeen(report, options);
  yield* tellSignatures(report, options);
  yield* tellSummary(report, options);
  if (report.check === null) return;
  yield '\n';
  yield* reportCheck(report, options);
}

/** Reasons that are enough to know what is meant. */
const REASONS = 3;

function tellReasons(leftOut: Report['leftOut']): string {
  const reasons = [...new Set(leftOut.map(({ reason }) => escapeText(reason)))];
  const more = reasons.length > REASONS ? [`and ${count(reasons.length - REASONS, 'more reason')}`] : [];
  return [...reasons.slice(0, REASONS), ...more].join('; ');
}

function* tellDumps(report: Report, options: ReporterOptions): Generator<string> {
  const dumps = report.dumps.filter(({ against }) => !against);
  for (const dump of dumps.slice(0, options.top)) yield* tellDump(dump, options.style);
  yield* tellRest(dumps.length, options, 'dump');
  const { against } = report.summary;
  if (against.dumps > 0)
    yield `compared against ${count(against.dumps, 'dump')}, ${count(against.posts, 'post')}\n`;
  const ignored = report.leftOut.filter((left) => left.ignored);
  if (ignored.length > 0) yield `${count(ignored.length, 'input')} not read: ${tellReasons(ignored)}\n`;
  const leftOut = report.leftOut.filter((left) => !left.ignored);
  for (const left of leftOut.slice(0, options.top)) {
    yield `${options.style.bad('left out')}: ${escapeText(left.reason)}\n`;
  }
  yield* tellRest(leftOut.length, options, 'input');
}

function* tellDump(dump: DumpReport, { heading, faint, bad }: Style): Generator<string> {
  const size = `${count(dump.posts, 'post')}, ${count(dump.lines, 'line')}, ${bytes(dump.bytes)}`;
  yield `${heading(escapeText(dump.path))}  ${size}\n`;
  yield `  read as ${dump.format}${tellEncoding(dump)}: ${escapeText(dump.evidence.join('; '))}\n`;
  if (dump.confidence === 'low') {
    yield `  ${bad('not cut with confidence')}: posts are a guess; repeated blocks are still right. See --post-start, --separator\n`;
  }
  const { chrome, orphans, oversizedLines, service, sameMessages, records, brokenRecords } = dump.skipped;
  const skipped = [
    chrome > 0 ? `${count(chrome, 'line')} of chrome` : '',
    orphans > 0 ? `${count(orphans, 'header or placeholder', 'headers or placeholders')} without a post` : '',
    oversizedLines.length > 0
      ? `${count(oversizedLines.length, 'line')} longer than 16 MiB (first: ${oversizedLines[0]})`
      : '',
    service > 0 ? count(service, 'service message') : '',
    records > 0 ? `${count(records, 'broken record')} (first: line ${brokenRecords[0]?.line})` : '',
    dump.invalidBytes > 0 ? `${count(dump.invalidBytes, 'invalid byte')}` : '',
  ].filter((part) => part !== '');
  if (skipped.length > 0) yield `  ${faint(`not text: ${skipped.join(', ')}`)}\n`;
  if (sameMessages > 0) {
    yield `  ${faint(`not compared again: ${count(sameMessages, 'message')} met before in the same words`)}\n`;
  }
  const { posts, first } = dump.unreadDates;
  if (first !== null) yield `  ${bad('not dated')}: ${tellUndated(posts, first)}\n`;
  for (const problem of dump.problems) yield `  ${bad('problem')}: ${escapeText(problem)}\n`;
}

/** With the first of what stands in place of their dates. */
function tellUndated(
  posts: number,
  { line, text }: { readonly line: number; readonly text: string },
): string {
  const found = escapeText(text);
  return isClockZero(text)
    ? `${count(posts, 'post')} without a date (line ${line}: ${found} is the zero of clocks and counts as none)`
    : `${count(posts, 'post')} whose date cannot be read (line ${line}: ${found})`;
}

/** Nothing for plain UTF-8. */
function tellEncoding({ encoding, encodingBy }: DumpReport): string {
  if (encoding === 'utf-8') return '';
  return encodingBy === 'detected' ? ` (${encoding}, detected)` : ` (${encoding})`;
}

function* tellEchoes(report: Report, options: ReporterOptions): Generator<string> {
  const { echoes } = report.summary;
  if (echoes === 0) return;
  yield `\n${options.style.heading(`Echoes: ${echoes}`)}  posts that the extractor printed twice; they count as one\n`;
  const dumps = report.dumps.filter((dump) => !dump.against && dump.echoes > 0);
  for (const dump of dumps.slice(0, options.top)) {
    yield `  ${escapeText(dump.path)}  ${dump.echoes} of ${count(dump.posts, 'post')}\n`;
  }
  yield* tellRest(dumps.length, options, 'dump');
}

function* tellForwards(report: Report, options: ReporterOptions): Generator<string> {
  const { forwards } = report.summary;
  if (forwards === 0) return;
  yield `\n${options.style.heading(`Forwards: ${forwards}`)}  posts that say where their text is from\n`;
  for (const forward of take(report.forwards(), options.top)) {
    const signed = forward.author === null ? '' : ` (${escapeText(forward.author)})`;
    yield `  ${tellPost(forward, options.style)}  from ${escapeText(forward.from)}${signed}\n`;
  }
  yield* tellRest(forwards, options, 'forward');
}

function* tellSignatures(report: Report, options: ReporterOptions): Generator<string> {
  const { signatures } = report;
  if (signatures.length === 0) return;
  yield `\n${options.style.heading(`Signatures: ${signatures.length}`)}  under or over many posts of one source; they join nothing\n`;
  for (const signature of take(signatures, options.top)) {
    const start = `  ${count(signature.posts, 'post')} of ${escapeText(signature.source)}  `;
    yield `${start}${excerpt(signature.text, Math.max(20, options.style.width - start.length))}\n`;
  }
  yield* tellRest(signatures.length, options, 'signature');
}

function* tellSummary(report: Report, { style }: ReporterOptions): Generator<string> {
  const { summary } = report;
  const share = `${(summary.repeatedShare * 100).toFixed(1)} % of the text repeats`;
  const parts = [
    count(summary.posts, 'post'),
    count(summary.paragraphs, 'paragraph'),
    count(summary.reposts, 'repeated block'),
    share,
    `${summary.credited} credited`,
    `${summary.uncredited} uncredited`,
    count(summary.echoes, 'echo', 'echoes'),
    count(summary.forwards, 'forward'),
    ...(summary.repeatedWithin === 0
      ? []
      : [
          `${count(summary.repeatedWithin, 'paragraph')} repeated within ${summary.repeatedWithin === 1 ? 'its post' : 'their posts'}`,
        ]),
    ...(summary.seenBefore === null ? [] : [`${count(summary.seenBefore.posts, 'post')} seen before`]),
  ];
  yield `\n${style.heading(parts.join(', '))}\n`;
}
