/** A verdict's columns → what the report says of it. */
import { creditOf } from '../model/credit-of.js';
import { type Credit, type PolicyName, policyNames, type SeenTable, type Verdict } from '../model.js';
import type { CheckReport, ViolationReport } from './check-report.js';
import { type BlockWords, blockId, countTexts } from './describe-block.js';
import { originRun, printedRows, type Run, runAt } from './describe-occurrences.js';
import { describeFirst } from './describe-seen.js';
import type { FindingPlace } from './finding.js';
import { type CopyGroup, countGroups, groupCopies } from './group-copies.js';
import type { Lookup } from './lookup.js';
import { createSequence, type Sequence } from './sequence.js';
import { round } from './summarize.js';

/** What a verdict was made by. */
export interface JudgedBy {
  /** The path of the block list. */
  readonly blocklist: string;
  readonly seen: SeenTable | null;
  /** Whether not all of the dumps could be read. */
  readonly incomplete: boolean;
}

/** Describes what was decided. */
export function describeCheck(words: BlockWords, verdict: Verdict, by: JudgedBy): CheckReport {
  const { outcomes, accepted } = verdict;
  const told = describeViolations(words, verdict, by);
  return {
    passed: !by.incomplete && outcomes.every(({ passed }) => passed),
    incomplete: by.incomplete,
    policies: outcomes.map((outcome) => ({ ...outcome, found: round(outcome.found) })),
    accepted,
    // Last, as it may be long: who writes it on has told the rest by then.
    violations: createSequence(told.length, function* () {
      for (const { violation } of told) yield violation;
    }),
  };
}

/** A violation, and the text that it is about. */
export interface ToldViolation {
  readonly violation: ViolationReport;
  /** As the copy has it. */
  readonly lines: Sequence<string>;
}

/** All violations, in order of reading: copies of what is at hand, of what an index has, then what a block list names. */
export function describeViolations(
  words: BlockWords,
  verdict: Verdict,
  { blocklist, seen }: JudgedBy,
): Sequence<ToldViolation> {
  const { listed } = verdict;
  const length = countGroups(words.lookup, verdict) + verdict.seen.run.length + listed.length;
  return createSequence(length, function* () {
    for (const group of groupCopies(words.lookup, verdict)) yield describeCopy(words, verdict, group);
    for (let at = 0; seen !== null && at < verdict.seen.run.length; at++)
      yield describeRun(words, verdict, { at, seen });
    for (const run of listed) yield describeListed(words, run, { path: blocklist, line: run.line });
  });
}

function describeCopy(words: BlockWords, verdict: Verdict, group: CopyGroup): ToldViolation {
  const { lookup } = words;
  const { blocks } = lookup.analysis.matches;
  const occurrences = group.copies.map((at) => verdict.copies.occurrence.at(at));
  const numbers = [...new Set(occurrences.map((occurrence) => blocks.block.at(occurrence)))];
  const origins = numbers.map((block) => originRun(lookup, block));
  const runs = occurrences.map((occurrence) => runAt(lookup, occurrence));
  const forwardedFrom = lookup.forwardedFrom(group.post);
  const bits = group.copies.reduce((all, at) => all | verdict.copies.policies.at(at), 0);
  const grown = numbers.flatMap((block) => verdict.grown.get(block) ?? []);
  const violation = {
    policies: namesOf(bits),
    copy: placeOf(lookup, runs),
    origin: placeOf(lookup, origins),
    index: null,
    listed: null,
    credit: creditOf(lookup.analysis.posts.table, group.post, group.origin),
    forwardedFrom,
    blocks: origins.map((run) => blockId(words, run)),
    grown: grown[0] ?? null,
    ...sizeOf(lookup, runs),
  };
  return { violation, lines: linesOf(lookup, runs) };
}

function namesOf(bits: number): PolicyName[] {
  return policyNames.filter((_, at) => bits & (1 << at));
}

function describeRun(
  words: BlockWords,
  verdict: Verdict,
  { at, seen }: { at: number; seen: SeenTable },
): ToldViolation {
  const { lookup } = words;
  const number = verdict.seen.run.at(at);
  const [first, last] = [seen.runs.first.at(number), seen.runs.last.at(number)];
  const run = { first, last, post: lookup.analysis.posts.paragraphs.post.at(first) };
  const origin = describeFirst(lookup, seen, run);
  const forwardedFrom = lookup.forwardedFrom(run.post);
  const isOwn = lookup.sourceOf(run.post) === origin.source;
  const violation = {
    policies: namesOf(verdict.seen.policies.at(at)),
    copy: placeOf(lookup, [run]),
    origin,
    index: seen.index.path,
    listed: null,
    credit: creditByNames(isOwn, forwardedFrom),
    forwardedFrom,
    blocks: [blockId(words, run)],
    grown: null,
    ...sizeOf(lookup, [run]),
  };
  return { violation, lines: linesOf(lookup, [run]) };
}

/** Of a source that only an index knows there is no more than the name. */
function creditByNames(isOwn: boolean, forwardedFrom: string | null): Credit {
  if (forwardedFrom !== null) return 'credited';
  return isOwn ? 'own' : 'uncredited';
}

function describeListed(
  words: BlockWords,
  { first, last }: { first: number; last: number },
  listed: { path: string; line: number },
): ToldViolation {
  const { lookup } = words;
  const run = { first, last, post: lookup.analysis.posts.paragraphs.post.at(first) };
  const policies: readonly PolicyName[] = ['blocklist'];
  const violation = {
    policies,
    copy: placeOf(lookup, [run]),
    origin: null,
    index: null,
    listed,
    credit: null,
    forwardedFrom: lookup.forwardedFrom(run.post),
    blocks: [blockId(words, run)],
    grown: null,
    ...sizeOf(lookup, [run]),
  };
  return { violation, lines: linesOf(lookup, [run]) };
}

function linesOf(lookup: Lookup, runs: readonly Run[]): Sequence<string> {
  return lookup.textsOf(
    runs[0]?.post ?? 0,
    runs.flatMap((run) => printedRows(lookup, run)),
  );
}

/** The lines from the first to the last of some runs of one post. */
function placeOf(lookup: Lookup, runs: readonly Run[]): FindingPlace {
  const post = runs[0]?.post ?? 0;
  const rows = runs.flatMap((run) => printedRows(lookup, run));
  const { lines } = lookup.spanOf(post, Math.min(...rows), Math.max(...rows) + 1);
  return { ...lookup.placeOf(post), lines, source: lookup.sourceOf(post), date: lookup.dateOf(post) };
}

/** Enough to know a text by. */
const BEGINNING = 200;

function sizeOf(
  lookup: Lookup,
  runs: readonly Run[],
): Pick<ViolationReport, 'paragraphs' | 'characters' | 'begins'> {
  const { lines, posts } = lookup.analysis;
  const rows = runs.flatMap((run) => printedRows(lookup, run));
  const dump = posts.table.dump.at(runs[0]?.post ?? 0);
  const [first = 0] = rows;
  return {
    paragraphs: runs.reduce((sum, run) => sum + countTexts(lookup, run), 0),
    characters: rows.reduce((sum, row) => sum + lines.characters.at(row), 0),
    begins: beginningOf(lookup.textOf(dump, first), BEGINNING),
  };
}

/** The first `most` code points, and `…` where there are more: the same on every version of Unicode. */
export function beginningOf(text: string, most: number): string {
  // A line of megabytes must not become an array.
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text;
}
