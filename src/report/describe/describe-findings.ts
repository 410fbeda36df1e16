/** Copies, as numbers → findings: who has what from whom, described while they are walked. */
import { valuesOf } from '../../columns/values-of.js';
import { fingerprintBytes } from '../../model/fingerprint-bytes.js';
import { holdsBlock, occurrencesIn } from '../../model/held-by-posts.js';
import type { SeenTable } from '../../model.js';
import { type CopyRule, copyRules, type Finding, type FindingLevel } from '../finding.js';
import { createSequence, type Sequence } from '../sequence.js';
import { type BlockWords, blockId } from './describe-block.js';
import { clusterId, comparedRows } from './describe-cluster.js';
import { charactersOf, linesOfRun, originRun, rowsOfRun, runAt } from './describe-occurrences.js';
import { createSeenFindings, type SeenFindings } from './describe-seen-findings.js';
import { type CopyList, listCopies } from './list-copies.js';
import type { Lookup } from './lookup.js';
import { type FindingGroup, levels, nameFinding, type ToldCopy } from './name-finding.js';
import { compareShares } from './shares.js';

/** Makes {@link Report.findings}; copies are listed once, when findings are first asked for. */
export function createFindings(
  words: BlockWords,
  seen: SeenTable | null,
): (level?: FindingLevel) => Sequence<Finding> {
  let list: Copies | null = null;
  return (level) => {
    list ??= { atHand: listCopies(words.lookup.analysis, seen), ofIndex: createSeenFindings(words, seen) };
    const listed = list;
    const rules = copyRules.filter((rule) => level === undefined || levels[rule] === level);
    const length = rules.reduce(
      (sum, rule) => sum + listed.atHand[rule].length + listed.ofIndex.counts[rule],
      0,
    );
    return createSequence(length, () => walkFindings(words, listed, rules));
  };
}

/** All copies, by rule. */
interface Copies {
  readonly atHand: CopyList;
  readonly ofIndex: SeenFindings;
}

/** The cluster or block whose copies are described: what they have in common is described once. */
interface Group extends FindingGroup {
  readonly number: number;
  readonly originPost: number;
}

function* walkFindings(words: BlockWords, list: Copies, rules: readonly CopyRule[]): Generator<Finding> {
  const describe = createDescriber(words);
  for (const rule of rules) {
    for (const at of valuesOf(list.atHand[rule])) yield nameFinding(words, { rule, ...describe(at) });
    yield* list.ofIndex.walk(rule);
  }
}

/** Makes what describes copies, by their numbers in a {@link CopyList}; the group of one after the other is mostly the same. */
function createDescriber(words: BlockWords): (at: number) => { group: Group; copy: ToldCopy } {
  const { clusters, matches } = words.lookup.analysis;
  const members = clusters.member.length;
  let last: Group | null = null;
  const groupOf = (kind: Group['kind'], number: number): Group => {
    if (last?.kind === kind && last.number === number) return last;
    last = kind === 'cluster' ? groupOfCluster(words, number) : groupOfBlock(words, number);
    return last;
  };
  return (at) => {
    if (at < members) {
      const group = groupOf('cluster', clusterOfMember(words.lookup, at));
      return { group, copy: describeMember(words, at, group.originPost) };
    }
    const occurrence = at - members;
    const group = groupOf('block', matches.blocks.block.at(occurrence));
    return { group, copy: describeOccurrence(words, occurrence) };
  };
}

function groupOfCluster(words: BlockWords, number: number): Group {
  const originPost = words.lookup.analysis.clusters.origin.at(number);
  const origin = words.lookup.placeOf(originPost);
  return { kind: 'cluster', number, id: clusterId(words, originPost), originPost, origin, alike: new Map() };
}

function groupOfBlock(words: BlockWords, number: number): Group {
  const { lookup } = words;
  const run = originRun(lookup, number);
  const origin = { ...lookup.placeOf(run.post), lines: linesOfRun(lookup, run) };
  return { kind: 'block', number, id: blockId(words, run), originPost: run.post, origin, alike: new Map() };
}

function describeMember({ lookup, hashHex }: BlockWords, at: number, originPost: number): ToldCopy {
  const { analysis } = lookup;
  const post = analysis.clusters.member.at(at);
  const rows = sharedRows(lookup, post, originPost);
  return {
    copy: lookup.placeOf(post),
    ...compareShares(analysis.clusters, post, originPost),
    ...textOf(lookup, post, rows),
    content: hashHex(fingerprintBytes(comparedRows(lookup, post), analysis.lines)),
  };
}

function describeOccurrence({ lookup }: BlockWords, occurrence: number): ToldCopy {
  const run = runAt(lookup, occurrence);
  return {
    copy: { ...lookup.placeOf(run.post), lines: linesOfRun(lookup, run) },
    relation: 'shares',
    coverage: null,
    originCoverage: null,
    ...textOf(lookup, run.post, rowsOfRun(lookup, run)),
    content: '',
  };
}

function textOf(
  lookup: Lookup,
  post: number,
  rows: readonly number[],
): Pick<Finding, 'characters' | 'forwardedFrom' | 'lines'> {
  return {
    characters: charactersOf(lookup, rows),
    forwardedFrom: lookup.forwardedFrom(post),
    lines: lookup.textsOf(post, rows),
  };
}

/** The rows of a post whose blocks another post has too, in order. */
function sharedRows(lookup: Lookup, post: number, other: number): number[] {
  const { analysis } = lookup;
  const rows: number[] = [];
  for (const occurrence of occurrencesIn(analysis, post)) {
    if (!holdsBlock(analysis, other, analysis.matches.blocks.block.at(occurrence))) continue;
    for (const row of rowsOfRun(lookup, runAt(lookup, occurrence))) rows.push(row);
  }
  return rows;
}

/** The cluster in which a row of the members stands. */
function clusterOfMember({ analysis }: Lookup, at: number): number {
  const { firstMember, rows } = analysis.clusters;
  let low = 0;
  let high = rows;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (firstMember.at(middle) <= at) low = middle;
    else high = middle;
  }
  return low;
}
