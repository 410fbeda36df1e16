/** Every figure of the summary, computed here and nowhere else. */
import { type Analysis, type Column, Skip } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';
import type { Summary } from './report.js';

/** Counts an analysis. */
export function summarize(analysis: Analysis): Summary {
  const { posts, matches, facts, clusters, ranking } = analysis;
  const characters = countCharacters(analysis);
  const repeatedCharacters = sum(ranking.characters);
  return {
    dumps: facts.length,
    posts: posts.table.rows,
    paragraphs: posts.paragraphs.rows,
    characters,
    echoes: posts.dumps.reduce((count, dump) => count + dump.echoes, 0),
    forwards: countNonZero(posts.table.forwardedFrom, posts.table.rows),
    reposts: matches.blocks.rows,
    clusters: clusters.rows,
    signatures: matches.signatures.length,
    repeatedCharacters,
    repeatedShare: characters === 0 ? 0 : round(repeatedCharacters / characters),
    copiedCharacters: sum(ranking.copied),
    ...countCredit(analysis),
    skipped: {
      chrome: posts.dumps.reduce((count, dump) => count + dump.chrome, 0),
      orphans: posts.dumps.reduce((count, dump) => count + dump.orphans, 0),
      empty: count(matches.skip, Skip.empty),
      short: count(matches.skip, Skip.short),
      signature: count(matches.skip, Skip.signature),
      service: facts.reduce((sum, dump) => sum + (dump.records?.passed ?? 0), 0),
      records: facts.reduce((sum, dump) => sum + (dump.records?.broken ?? 0), 0),
      oversizedLines: facts.reduce((lines, dump) => lines + dump.oversizedLines.length, 0),
    },
  };
}

/** Shares are given to six places: enough to tell, the same on every machine. */
export function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

function countCharacters({ lines, posts }: Analysis): number {
  let characters = 0;
  for (let at = 0; at < posts.paragraphs.rows; at++) {
    characters += lines.characters[posts.paragraphs.row[at] ?? 0] ?? 0;
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
  const creditsOther = (at: number) => forwardedFrom[at] !== 0 && forwardedFrom[at] !== source[at];
  const compare = orderPosts(posts.table);
  const copies = new Uint8Array(posts.table.rows);
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const end = blocks.firstOccurrence[block + 1] ?? 0;
    const origin = post[blocks.first[originOf({ posts, blocks }, block, compare)] ?? 0] ?? 0;
    for (let at = from; at < end; at++) {
      const owner = post[blocks.first[at] ?? 0] ?? 0;
      if (source[owner] !== source[origin] || (owner !== origin && creditsOther(owner))) copies[owner] = 1;
    }
  }
  let credited = 0;
  let uncredited = 0;
  for (let at = 0; at < copies.length; at++) {
    if (copies[at] === 0) continue;
    if (forwardedFrom[at] === 0) uncredited += 1;
    else credited += 1;
  }
  return { credited, uncredited };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function count(column: Column, code: number): number {
  let found = 0;
  for (let at = 0; at < column.length; at++) found += column[at] === code ? 1 : 0;
  return found;
}

function countNonZero(column: Column, rows: number): number {
  let found = 0;
  for (let at = 0; at < rows; at++) found += column[at] === 0 ? 0 : 1;
  return found;
}
