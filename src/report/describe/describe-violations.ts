/** What violates a policy → what the report says of it, one entry a post and origin. */
import { creditOf, creditOfRun } from '../../model/credit-of.js';
import { type GrownBlock, type PolicyName, policyNames, type SeenTable, type Verdict } from '../../model.js';
import type { ViolationReport } from '../check-report.js';
import { createSequence, type Sequence } from '../sequence.js';
import { beginningOf } from './beginning-of.js';
import { type BlockWords, blockId, countTexts } from './describe-block.js';
import { originRun, type Run, runAt, runOf } from './describe-occurrences.js';
import { placeOfRuns, rowsOfRuns, textsOfRuns } from './describe-runs.js';
import { describeFirst, seenRunAt } from './describe-seen.js';
import { type CopyGroup, groupCopies } from './group-copies.js';
import { groupRuns } from './group-runs.js';
import { countGroups } from './group-within-posts.js';
import type { Lookup } from './lookup.js';

/** What a verdict was made by. */
export interface JudgedBy {
  /** The path of the block list. */
  readonly blocklist: string;
  readonly seen: SeenTable | null;
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
  const { lookup } = words;
  const ofIndex = seen === null ? 0 : countGroups(groupRuns(lookup, seen, verdict.seen.run));
  const length = countGroups(groupCopies(lookup, verdict)) + ofIndex + listed.length;
  return createSequence(length, function* () {
    for (const group of groupCopies(lookup, verdict)) yield describeCopy(words, verdict, group);
    if (seen !== null) yield* describeSeenCopies(words, verdict, seen);
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
  const violation = {
    policies: namesOf(bits),
    copy: placeOfRuns(lookup, runs),
    origin: placeOfRuns(lookup, origins),
    index: null,
    listed: null,
    credit: creditOf(lookup.analysis.posts.table, group.post, group.origin),
    forwardedFrom,
    blocks: origins.map((run) => blockId(words, run)),
    ...growthOf(numbers.flatMap((block) => verdict.grown.get(block) ?? [])),
    ...sizeOf(lookup, runs),
  };
  return { violation, lines: textsOfRuns(lookup, runs) };
}

/** The first of each. */
function growthOf(grown: readonly GrownBlock[]): Pick<ViolationReport, 'grown' | 'grownUncredited'> {
  const first = (of: keyof GrownBlock) => grown.flatMap((block) => block[of] ?? [])[0] ?? null;
  return { grown: first('occurrences'), grownUncredited: first('uncredited') };
}

function namesOf(bits: number): PolicyName[] {
  return policyNames.filter((_, at) => bits & (1 << at));
}

function* describeSeenCopies(words: BlockWords, verdict: Verdict, seen: SeenTable): Generator<ToldViolation> {
  for (const group of groupRuns(words.lookup, seen, verdict.seen.run))
    yield describeRuns(words, verdict, { group, seen });
}

/** `group` has rows of {@link Verdict.seen}. */
function describeRuns(
  words: BlockWords,
  verdict: Verdict,
  { group, seen }: { group: readonly number[]; seen: SeenTable },
): ToldViolation {
  const { lookup } = words;
  const numbers = group.map((at) => verdict.seen.run.at(at));
  const runs = numbers.map((number) => seenRunAt(lookup, seen, number));
  const violation = {
    policies: namesOf(group.reduce((all, at) => all | verdict.seen.policies.at(at), 0)),
    copy: placeOfRuns(lookup, runs),
    origin: describeFirst(lookup, seen, runs),
    index: seen.index.path,
    listed: null,
    credit: creditOfRun(lookup.analysis.posts, seen.runs, numbers[0] ?? 0),
    forwardedFrom: lookup.forwardedFrom(runs[0]?.post ?? 0),
    blocks: runs.map((run) => blockId(words, run)),
    ...growthOf([]),
    ...sizeOf(lookup, runs),
  };
  return { violation, lines: textsOfRuns(lookup, runs) };
}

function describeListed(
  words: BlockWords,
  { first, last }: { first: number; last: number },
  listed: { path: string; line: number },
): ToldViolation {
  const { lookup } = words;
  const run = runOf(lookup, first, last);
  const policies: readonly PolicyName[] = ['blocklist'];
  const violation = {
    policies,
    copy: placeOfRuns(lookup, [run]),
    origin: null,
    index: null,
    listed,
    credit: null,
    forwardedFrom: lookup.forwardedFrom(run.post),
    blocks: [blockId(words, run)],
    ...growthOf([]),
    ...sizeOf(lookup, [run]),
  };
  return { violation, lines: textsOfRuns(lookup, [run]) };
}

/** Enough to know a text by. */
const BEGINNING = 200;

function sizeOf(
  lookup: Lookup,
  runs: readonly Run[],
): Pick<ViolationReport, 'paragraphs' | 'characters' | 'begins'> {
  const { lines, posts } = lookup.analysis;
  const rows = rowsOfRuns(lookup, runs);
  const dump = posts.table.dump.at(runs[0]?.post ?? 0);
  const [first = 0] = rows;
  return {
    paragraphs: runs.reduce((sum, run) => sum + countTexts(lookup, run), 0),
    characters: rows.reduce((sum, row) => sum + lines.characters.at(row), 0),
    begins: beginningOf(lookup.textOf(dump, first), BEGINNING),
  };
}
