/** Copies, as numbers → findings: who has what from whom, described while they are walked. */
import { valuesOf } from '../columns/values-of.js';
import { coverageOf, originCoverageOf } from './coverage-of.js';
import { type BlockWords, blockId, fingerprintBytes } from './describe-block.js';
import { clusterId, comparedRows, relationOf } from './describe-cluster.js';
import { linesOfRun, originRun, rowsOfRun, runAt } from './describe-occurrences.js';
import { type CopyRule, copyRules, type Finding, type FindingLevel, type FindingPlace } from './finding.js';
import { holdsBlock, occurrencesIn } from './held-by-posts.js';
import { type CopyList, listCopies } from './list-copies.js';
import type { Lookup } from './lookup.js';
import { createSequence, type Sequence } from './sequence.js';
import { round } from './summarize.js';

/** How grave a copy is, by its rule. */
const levels: Readonly<Record<CopyRule, FindingLevel>> = {
  'repost-uncredited': 'warning',
  'repost-credited': 'note',
  'repost-own': 'note',
};

/** Makes {@link Report.findings}; copies are listed once, when findings are first asked for. */
export function createFindings(words: BlockWords): (level?: FindingLevel) => Sequence<Finding> {
  let list: CopyList | null = null;
  return (level) => {
    list ??= listCopies(words.lookup.analysis);
    const listed = list;
    const rules = copyRules.filter((rule) => level === undefined || levels[rule] === level);
    const length = rules.reduce((sum, rule) => sum + listed[rule].length, 0);
    return createSequence(length, () => walkFindings(words, listed, rules));
  };
}

/** The cluster or block whose copies are described: what they have in common is described once. */
interface Group extends Pick<Finding, 'kind' | 'id' | 'origin'> {
  readonly number: number;
  readonly originPost: number;
  /** How often copies that say the same came by. */
  readonly alike: Map<string, number>;
}

/** What a copy says of itself, before it gets a fingerprint. */
interface Copy extends Omit<Finding, 'rule' | 'level' | 'fingerprint' | 'kind' | 'id' | 'origin'> {
  /** Tells copies of the group apart by what they say, wherever they stand. */
  readonly content: string;
}

function* walkFindings(words: BlockWords, list: CopyList, rules: readonly CopyRule[]): Generator<Finding> {
  const members = words.lookup.analysis.clusters.member.length;
  const groups = groupsOf(words);
  for (const rule of rules) {
    for (const at of valuesOf(list[rule])) {
      const occurrence = at < members ? null : at - members;
      const group = groups(occurrence === null ? { at } : { occurrence });
      const copy =
        occurrence === null
          ? describeMember(words, at, group.originPost)
          : describeOccurrence(words, occurrence);
      yield nameFinding(words, { rule, group, copy });
    }
  }
}

/** The group of a copy; that of one copy after the other is mostly the same. */
function groupsOf(words: BlockWords): (copy: { at: number } | { occurrence: number }) => Group {
  const { blocks } = words.lookup.analysis.matches;
  let last: Group | null = null;
  return (copy) => {
    const kind = 'at' in copy ? 'cluster' : 'block';
    const number = 'at' in copy ? clusterOfMember(words.lookup, copy.at) : blocks.block.at(copy.occurrence);
    if (last?.kind === kind && last.number === number) return last;
    last = kind === 'cluster' ? describeCluster(words, number) : describeBlock(words, number);
    return last;
  };
}

/** Gives a copy its fingerprint, and its place among the findings. */
function nameFinding({ hashHex }: BlockWords, of: { rule: CopyRule; group: Group; copy: Copy }): Finding {
  const { rule, group } = of;
  const { content, ...copy } = of.copy;
  const said = [rule, group.id, content, copy.copy.dump, copy.copy.id ?? ''].join('\n');
  const before = group.alike.get(said) ?? 0;
  group.alike.set(said, before + 1);
  return {
    rule,
    level: levels[rule],
    fingerprint: hashHex(new TextEncoder().encode(`${said}\n${before}`)),
    kind: group.kind,
    id: group.id,
    origin: group.origin,
    ...copy,
  };
}

function describeCluster(words: BlockWords, number: number): Group {
  const originPost = words.lookup.analysis.clusters.origin.at(number);
  const origin = placeOf(words.lookup, originPost);
  return { kind: 'cluster', number, id: clusterId(words, originPost), originPost, origin, alike: new Map() };
}

function describeBlock(words: BlockWords, number: number): Group {
  const { lookup } = words;
  const run = originRun(lookup, number);
  const origin = { ...placeOf(lookup, run.post), lines: linesOfRun(lookup, run) };
  return { kind: 'block', number, id: blockId(words, run), originPost: run.post, origin, alike: new Map() };
}

function describeMember({ lookup, hashHex }: BlockWords, at: number, originPost: number): Copy {
  const { analysis } = lookup;
  const post = analysis.clusters.member.at(at);
  const coverage = round(coverageOf(analysis.clusters, post));
  const originCoverage = round(originCoverageOf(analysis.clusters, post, originPost));
  const rows = sharedRows(lookup, post, originPost);
  return {
    copy: placeOf(lookup, post),
    relation: relationOf(coverage, originCoverage),
    coverage,
    originCoverage,
    ...textOf(lookup, post, rows),
    content: hashHex(fingerprintBytes(comparedRows(lookup, post), analysis.lines)),
  };
}

function describeOccurrence({ lookup }: BlockWords, occurrence: number): Copy {
  const run = runAt(lookup, occurrence);
  return {
    copy: { ...placeOf(lookup, run.post), lines: linesOfRun(lookup, run) },
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
  const { characters } = lookup.analysis.lines;
  return {
    characters: rows.reduce((sum, row) => sum + characters.at(row), 0),
    forwardedFrom: lookup.forwardedFrom(post),
    lines: lookup.textsOf(post, rows),
  };
}

function placeOf(lookup: Lookup, post: number): FindingPlace {
  return { ...lookup.placeOf(post), source: lookup.sourceOf(post), date: lookup.dateOf(post) };
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
