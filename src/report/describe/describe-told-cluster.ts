/** A cluster as it is told to people: the text its posts share, and what each of them added and left out. */

import type { MemberReport, Sequence, ToldCluster, ToldMember } from '../report.js';
import { createSequence } from '../sequence.js';
import { paragraphsMissing } from './compare-with-origin.js';
import { type BlockWords, blockId, rungOfBlocks } from './describe-block.js';
import { describeCluster } from './describe-cluster.js';
import { originRun, rowsOfRun, runAt } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';

/** Describes the cluster numbered `cluster`; `shared` are the occurrences in its origin that its members have too. */
export function describeToldCluster(
  words: BlockWords,
  cluster: number,
  shared: readonly number[],
): ToldCluster {
  const { lookup } = words;
  const { clusters, matches } = lookup.analysis;
  const origin = clusters.origin.at(cluster);
  const rows = shared.flatMap((occurrence) => rowsOfRun(lookup, runAt(lookup, occurrence)));
  const described = describeCluster(words, cluster);
  const blocks = shared.map((occurrence) => matches.blocks.block.at(occurrence));
  return {
    ...described,
    sources: countSources(lookup, cluster),
    blocks: createSequence(blocks.length, () => walkIds(words, blocks)),
    rung: rungOfBlocks(words, blocks),
    lines: lookup.textsOf(origin, rows),
    members: createSequence(described.members.length, function* () {
      let at = clusters.firstMember.at(cluster);
      for (const member of described.members) {
        yield tellDifference(lookup, member, { origin, post: clusters.member.at(at) });
        at += 1;
      }
    }),
  };
}

function* walkIds(words: BlockWords, blocks: readonly number[]): Generator<string> {
  for (const block of blocks) yield blockId(words, originRun(words.lookup, block));
}

function countSources({ analysis }: Lookup, cluster: number): number {
  const { clusters, posts } = analysis;
  const sources = new Set([posts.table.source.at(clusters.origin.at(cluster))]);
  for (let at = clusters.firstMember.at(cluster); at < clusters.firstMember.at(cluster + 1); at++) {
    sources.add(posts.table.source.at(clusters.member.at(at)));
  }
  return sources.size;
}

function tellDifference(
  lookup: Lookup,
  member: MemberReport,
  { origin, post }: { origin: number; post: number },
): ToldMember {
  return {
    ...member,
    added: textsMissing(lookup, member.addedParagraphs, { of: post, from: origin }),
    leftOut: textsMissing(lookup, member.leftOutParagraphs, { of: origin, from: post }),
  };
}

/** The paragraphs of one post that are missing from another; there are `count` of them. */
function textsMissing(
  lookup: Lookup,
  count: number,
  { of, from }: { of: number; from: number },
): Sequence<string> {
  const { table, paragraphs } = lookup.analysis.posts;
  return createSequence(count, function* () {
    for (const paragraph of paragraphsMissing(lookup.analysis, of, from)) {
      yield lookup.textOf(table.dump.at(of), paragraphs.row.at(paragraph));
    }
  });
}
