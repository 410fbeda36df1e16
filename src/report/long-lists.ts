/** The lists of a report that are longest. Any part of them can be described by itself, so that threads can share the work. */
import { valuesOf } from '../columns/values-of.js';
import { type BlockWords, describeBlock } from './describe-block.js';
import { describeCluster } from './describe-cluster.js';
import { originsOf } from './describe-occurrences.js';
import type { ClusterReport, WrittenBlock } from './report.js';
import { wantBlock, wantCluster } from './wanted-spans.js';

/** A list that is described part by part. */
export interface LongList<Entry> {
  readonly length: number;
  /** The entries `[from, end)`. */
  part(from: number, end: number): Iterable<Entry>;
}

/** The lists by name. */
export interface LongLists {
  /** Reposts, most repeated characters first. */
  readonly blocks: LongList<WrittenBlock>;
  /** Most repeated characters first. */
  readonly clusters: LongList<ClusterReport>;
}

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
