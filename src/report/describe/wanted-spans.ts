/** Which parts of the dumps describing a finding reads, so that they can be read ahead. */
import { lineStart } from '../../model/line-start.js';
import type { WantSpan } from '../../model.js';
import { runAt } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';

/** The text of the block that stood first at `origin`, and the cards of the posts where it stands. */
export function wantBlock(lookup: Lookup, origin: number, want: WantSpan): void {
  const { lines, records, posts, matches } = lookup.analysis;
  const { block: blockOf, first: firstOf, firstOccurrence } = matches.blocks;
  const { post, first, last } = runAt(lookup, origin);
  const dump = posts.table.dump.at(post);
  for (let paragraph = first; paragraph <= last; paragraph++) {
    const row = posts.paragraphs.row.at(paragraph);
    want(dump, lineStart(lines, row), lines.bytes.at(row));
  }
  if (records.rows === 0) return;
  const block = blockOf.at(origin);
  for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) {
    wantPost(lookup, posts.paragraphs.post.at(firstOf.at(at)), want);
  }
}

/** The cards of a cluster's posts. */
export function wantCluster(lookup: Lookup, cluster: number, want: WantSpan): void {
  if (lookup.analysis.records.rows === 0) return;
  const { origin, firstMember, member } = lookup.analysis.clusters;
  wantPost(lookup, origin.at(cluster), want);
  for (let at = firstMember.at(cluster); at < firstMember.at(cluster + 1); at++) {
    wantPost(lookup, member.at(at), want);
  }
}

/** The card of a post, if it has one. */
export function wantPost(lookup: Lookup, post: number, want: WantSpan): void {
  const span = lookup.cardSpan(post);
  if (span !== null) want(span.dump, span.start, span.length);
}
