/** Blocks and clusters → the long lists of the report, part by part. */
import { valuesOf } from '../../columns/values-of.js';
import type { ClusterReport, WrittenBlock } from '../findings.js';
import type { LongLists } from '../long-lists.js';
import { type BlockWords, describeBlock } from './describe-block.js';
import { describeCluster } from './describe-cluster.js';
import { originsOf } from './describe-occurrences.js';
import { wantBlock, wantCluster } from './wanted-spans.js';

/** The lists of what was found; their texts are read again, ahead, when they are walked. */
export function describeLongLists(words: BlockWords): LongLists {
  const { blocks, clusters } = words.lookup.analysis.ranking;
  return {
    blocks: {
      length: blocks.length,
      part: (from, end) => describeBlocks(words, valuesOf(blocks, end, from)),
    },
    clusters: {
      length: clusters.length,
      part: (from, end) => describeClusters(words, valuesOf(clusters, end, from)),
    },
  };
}

function* describeBlocks(words: BlockWords, blocks: Iterable<number>): Generator<WrittenBlock> {
  const { lookup, ahead } = words;
  const origins = ahead(originsOf(lookup, blocks), (origin, want) => wantBlock(lookup, origin, want));
  for (const origin of origins) yield describeBlock(words, origin);
}

function* describeClusters(words: BlockWords, clusters: Iterable<number>): Generator<ClusterReport> {
  const { lookup, ahead } = words;
  const wanted = ahead(clusters, (cluster, want) => wantCluster(lookup, cluster, want));
  for (const cluster of wanted) yield describeCluster(words, cluster);
}
