// Promises: the report on posts in the notation of build-posts.ts, with every block taken for an exact copy.

import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { buildReport } from '../src/report/describe/build-report.js';
import { createLookup } from '../src/report/describe/lookup.js';
import type { ClusterReport, Report } from '../src/report/report.js';
import { analyzePosts, buildPosts } from './build-posts.js';

const memoryColumns = createMemoryColumns();

export function reportPosts(...dumps: readonly string[]): Report {
  const built = buildPosts(...dumps);
  const analysis = analyzePosts(built);
  const rung = memoryColumns.uint8(0);
  rung.fill(1, 0, analysis.matches.blocks.rows);
  return buildReport(
    {
      lookup: createLookup(analysis, built.read),
      ahead: (items) => items,
      rung,
      seenBlocks: null,
      lowestRung: () => 'exact',
      hashHex: (bytes) => Buffer.from(bytes).toString('hex'),
    },
    { version: '0', normalizer: '0', leftOut: [], troubles: [], problems: [], seen: null },
  );
}

export const clustersOf = (...dumps: readonly string[]) => [...reportPosts(...dumps).clusters()];

/** `1.2 ← 1.1 identical, 2.1 contains`, each post as dump and ordinal. */
const tell = ({ origin, members }: ClusterReport) =>
  `${origin.dump}.${origin.post} ← ${members
    .toJSON()
    .map((post) => `${post.dump}.${post.post} ${post.relation}`)
    .join(', ')}`;

/** The same of every cluster. */
export const tellClusters = (...dumps: readonly string[]) => clustersOf(...dumps).map(tell);
