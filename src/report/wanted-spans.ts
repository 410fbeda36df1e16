/** Which parts of the dumps describing a finding reads, so that they can be read ahead. */
import { lineStart } from '../line-start.js';
import type { Span } from '../model.js';
import { rowsOfRun, runAt } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';

/** The text of the block that stood first at `origin`, and the cards of the posts where it stands. */
export function* spansOfBlock(lookup: Lookup, origin: number): Generator<Span> {
  const { lines, records, posts, matches } = lookup.analysis;
  const { block: blockOf, first, firstOccurrence } = matches.blocks;
  const run = runAt(lookup, origin);
  const dump = posts.table.dump.at(run.post);
  for (const row of rowsOfRun(lookup, run)) {
    yield { dump, start: lineStart(lines, row), length: lines.bytes.at(row) };
  }
  if (records.rows === 0) return;
  const block = blockOf.at(origin);
  for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) {
    yield* spansOfPost(lookup, posts.paragraphs.post.at(first.at(at)));
  }
}

/** The cards of a cluster's posts. */
export function* spansOfCluster(lookup: Lookup, cluster: number): Generator<Span> {
  const { origin, firstMember, member } = lookup.analysis.clusters;
  yield* spansOfPost(lookup, origin.at(cluster));
  for (let at = firstMember.at(cluster); at < firstMember.at(cluster + 1); at++) {
    yield* spansOfPost(lookup, member.at(at));
  }
}

/** The card of a post, if it has one. */
export function spansOfPost(lookup: Lookup, post: number): readonly Span[] {
  const span = lookup.cardSpan(post);
  return span === null ? [] : [span];
}
