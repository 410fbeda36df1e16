/** Analysis → report: sorts everything, counts everything, words nothing. */
import { valuesOf } from '../../columns/values-of.js';
import type { Analysis, DumpFacts, SeenTable, Trouble } from '../../model.js';
import type { DumpReport, ForwardReport, LeftOut, Report, SignatureReport, WrittenBlock } from '../report.js';
import { createSequence, type Sequence } from '../sequence.js';
import { type BlockWords, describeLooseBlock } from './describe-block.js';
import { describeEcho } from './describe-echo.js';
import { createFindings } from './describe-findings.js';
import { describeLongLists } from './describe-long-lists.js';
import { originalOf } from './describe-original.js';
import { describeSeen } from './describe-seen.js';
import { describeToldCluster } from './describe-told-cluster.js';
import { looseBlocks, sharedOccurrences } from './listed-blocks.js';
import type { Lookup } from './lookup.js';
import { readDumpLines } from './read-dump-lines.js';
import { summarize } from './summarize.js';
import { wantPost } from './wanted-spans.js';

/** What the report says beside what was found. */
export interface About {
  readonly version: string;
  readonly normalizer: string;
  readonly leftOut: readonly LeftOut[];
  readonly troubles: readonly Trouble[];
  /** Problems met while reading, by dump. */
  readonly problems: readonly (readonly string[])[];
  /** What an index knew of the paragraphs; null where none was asked. */
  readonly seen: SeenTable | null;
}

/** Builds the report; its long lists read texts again when they are walked. */
export function buildReport(words: BlockWords, about: About): Report {
  const { lookup, ahead } = words;
  const { analysis } = lookup;
  const { ranking } = analysis;
  const longLists = describeLongLists(words);
  const seen = about.seen === null ? null : describeSeen(lookup, about.seen);
  return {
    schemaVersion: 1,
    tool: { name: 'reposted', version: about.version, normalizer: about.normalizer },
    settings: analysis.settings,
    summary: { ...summarize(analysis, about.seen), seenBefore: seen?.summary ?? null },
    dumps: analysis.facts.map((facts, dump) =>
      describeDump(analysis, facts, { dump, problems: about.problems[dump] ?? [] }),
    ),
    leftOut: about.leftOut,
    troubles: about.troubles,
    *blocks() {
      for (const written of [longLists.blocks.part(0, longLists.blocks.length), describeEchoes(words)]) {
        for (const block of written) yield { ...block, text: block.text.toString() };
      }
    },
    longLists,
    writtenEchoes: () => describeEchoes(words),
    *forwards() {
      const posts = ahead(forwardedPosts(analysis), (post, want) => wantPost(lookup, post, want));
      for (const post of posts) yield describeForward(lookup, post);
    },
    clusters: () => longLists.clusters.part(0, longLists.clusters.length),
    *toldClusters() {
      for (const cluster of valuesOf(ranking.clusters)) {
        yield describeToldCluster(words, cluster, sharedOccurrences(analysis, cluster));
      }
    },
    *looseBlocks() {
      for (const block of looseBlocks(analysis)) yield describeLooseBlock(words, block);
    },
    check: null,
    findings: createFindings(words, about.seen),
    readLines: (path, lines) => readDumpLines(lookup, path, lines),
    index: about.seen?.index ?? null,
    seenBefore: seen?.runs ?? createSequence(0, () => [].values()),
    signatures: describeSignatures(lookup),
  };
}

function* describeEchoes(words: BlockWords): Generator<WrittenBlock> {
  for (const post of echoedPosts(words.lookup.analysis)) yield describeEcho(words, post);
}

function describeDump(
  analysis: Analysis,
  facts: DumpFacts,
  of: { dump: number; problems: readonly string[] },
): DumpReport {
  const cut = analysis.posts.dumps[of.dump];
  return {
    path: facts.path,
    against: facts.against,
    bytes: facts.bytes,
    lines: facts.lines,
    xxh64: facts.xxh64,
    encoding: facts.encoding,
    encodingBy: facts.encodingBy,
    format: cut?.shape.format ?? 'flat-text',
    confidence: cut?.shape.confidence ?? 'low',
    evidence: cut?.shape.evidence ?? [],
    posts: (cut?.endPost ?? 0) - (cut?.firstPost ?? 0),
    echoes: cut?.echoes ?? 0,
    invalidBytes: facts.invalidBytes,
    skipped: {
      chrome: cut?.chrome ?? 0,
      orphans: cut?.orphans ?? 0,
      oversizedLines: facts.oversizedLines,
      service: facts.records?.passed ?? 0,
      sameMessages: cut?.sameMessages ?? 0,
      records: facts.records?.broken ?? 0,
      brokenRecords: facts.records?.brokenRecords ?? [],
    },
    unreadDates: facts.records?.unreadDates ?? { posts: 0, first: null },
    problems: of.problems,
  };
}

function* echoedPosts({ posts }: Analysis): Generator<number> {
  for (let post = posts.table.firstNew; post < posts.table.rows; post++) {
    if (posts.table.echoRow.at(post) < posts.table.echoEnd.at(post)) yield post;
  }
}

function* forwardedPosts({ posts: { table } }: Analysis): Generator<number> {
  for (let post = table.firstNew; post < table.rows; post++)
    if (table.forwardedFrom.at(post) !== 0) yield post;
}

function describeForward(lookup: Lookup, post: number): ForwardReport {
  const card = lookup.cardOf(post);
  return {
    ...lookup.placeOf(post),
    from: lookup.forwardedFrom(post) ?? '',
    author: lookup.authorOf(post),
    evidence: card === null ? 'header' : 'field',
    original: originalOf(card?.forward),
  };
}

function describeSignatures(lookup: Lookup): Sequence<SignatureReport> {
  const { matches, posts } = lookup.analysis;
  return createSequence(matches.signatures.length, function* () {
    for (const { source, paragraph, posts: count } of matches.signatures) {
      const dump = posts.table.dump.at(posts.paragraphs.post.at(paragraph));
      yield {
        source: posts.table.names[source] ?? '',
        text: lookup.textOf(dump, posts.paragraphs.row.at(paragraph)),
        posts: count,
      };
    }
  });
}
