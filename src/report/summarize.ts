/** Every figure of the summary, computed here and nowhere else: of the new dumps, where others are to compare against. */
import { firstNewParagraph } from '../first-new-paragraph.js';
import { type Analysis, type Column, Skip } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';
import type { Summary } from './report.js';

/** Counts an analysis. */
export function summarize(analysis: Analysis): Omit<Summary, 'seenBefore'> {
  const { posts, matches, facts, clusters, ranking } = analysis;
  const { firstNew } = posts.table;
  const firstParagraph = firstNewParagraph(posts);
  const characters = countCharacters(analysis, firstParagraph);
  const cuts = posts.dumps.filter((_, dump) => facts[dump]?.against === false);
  const read = facts.filter((dump) => !dump.against);
  const skipped = (code: number) => count(matches.skip, code, firstParagraph);
  const repeatedCharacters = sum(ranking.characters);
  return {
    dumps: read.length,
    posts: posts.table.rows - firstNew,
    against: { dumps: facts.length - read.length, posts: firstNew },
    paragraphs: posts.paragraphs.rows - firstParagraph,
    characters,
    echoes: cuts.reduce((count, dump) => count + dump.echoes, 0),
    forwards: countNonZero(posts.table.forwardedFrom, firstNew, posts.table.rows),
    reposts: matches.blocks.rows,
    clusters: clusters.rows,
    signatures: matches.signatures.length,
    repeatedCharacters,
    repeatedShare: characters === 0 ? 0 : round(repeatedCharacters / characters),
    copiedCharacters: sum(ranking.copied),
    ...countCredit(analysis),
    skipped: {
      chrome: cuts.reduce((count, dump) => count + dump.chrome, 0),
      orphans: cuts.reduce((count, dump) => count + dump.orphans, 0),
      empty: skipped(Skip.empty),
      short: skipped(Skip.short),
      signature: skipped(Skip.signature),
      service: read.reduce((sum, dump) => sum + (dump.records?.passed ?? 0), 0),
      records: read.reduce((sum, dump) => sum + (dump.records?.broken ?? 0), 0),
      oversizedLines: read.reduce((lines, dump) => lines + dump.oversizedLines.length, 0),
    },
  };
}

/** Shares are given to six places: enough to tell, the same on every machine. */
export function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

function countCharacters({ lines, posts }: Analysis, from: number): number {
  let characters = 0;
  for (let at = from; at < posts.paragraphs.rows; at++) {
    characters += lines.characters.at(posts.paragraphs.row.at(at));
  }
  return characters;
}

/**
 * Posts that hold text of another source's earlier post, or of their own that they credit to another source, by whether
 * they declare a forward.
 */
function countCredit(analysis: Analysis): { credited: number; uncredited: number } {
  const { posts, matches } = analysis;
  const { blocks } = matches;
  const { post } = posts.paragraphs;
  const { source, forwardedFrom } = posts.table;
  const creditsOther = (at: number) => forwardedFrom.at(at) !== 0 && forwardedFrom.at(at) !== source.at(at);
  const compare = orderPosts(posts.table);
  const copies = analysis.columns.uint8(posts.table.rows);
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence.at(block);
    const end = blocks.firstOccurrence.at(block + 1);
    const origin = post.at(blocks.first.at(originOf({ posts, blocks }, block, compare)));
    for (let at = from; at < end; at++) {
      const owner = post.at(blocks.first.at(at));
      if (source.at(owner) !== source.at(origin) || (owner !== origin && creditsOther(owner)))
        copies.set(owner, 1);
    }
  }
  let credited = 0;
  let uncredited = 0;
  for (let at = posts.table.firstNew; at < copies.length; at++) {
    if (copies.at(at) === 0) continue;
    if (forwardedFrom.at(at) === 0) uncredited += 1;
    else credited += 1;
  }
  copies.release();
  return { credited, uncredited };
}

function sum(values: Column): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values.at(at);
  return total;
}

function count(column: Column, code: number, from: number): number {
  let found = 0;
  for (let at = from; at < column.length; at++) found += column.at(at) === code ? 1 : 0;
  return found;
}

function countNonZero(column: Column, from: number, end: number): number {
  let found = 0;
  for (let at = from; at < end; at++) found += column.at(at) === 0 ? 0 : 1;
  return found;
}
