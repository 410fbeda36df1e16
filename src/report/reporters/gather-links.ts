/** Who has text from whom, counted: the graph that GraphML and GEXF write down. */
import type { Report } from '../report.js';

/** `forward`: declared, whether or not the original is in these dumps; the others: found, as a finding's credit says. */
export type LinkKind = 'forward' | 'credited' | 'uncredited';

/** All that one source has from another in one way. */
export interface Link {
  /** Who posts it. */
  readonly from: string;
  /** Whose it was before. */
  readonly to: string;
  readonly kind: LinkKind;
  /** How many posts. */
  readonly weight: number;
  /** The first and the last date of those posts, as far as they are dated. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Sources by name, and links by the names of both; memory grows with the pairs of sources, not with the posts. */
export interface LinkGraph {
  readonly sources: readonly string[];
  readonly links: readonly Link[];
}

/** What a source posts again of its own is no link. */
export function gatherLinks(report: Report): LinkGraph {
  const links = new Map<string, Link>();
  const add = (from: string, to: string, kind: LinkKind, date: string | null) => {
    const key = JSON.stringify([from, to, kind]);
    const { weight, first, last } = links.get(key) ?? { weight: 0, first: null, last: null };
    links.set(key, {
      from,
      to,
      kind,
      weight: weight + 1,
      first: earlier(first, date),
      last: later(last, date),
    });
  };
  for (const { source, from, date } of report.forwards()) add(source, from, 'forward', date);
  for (const { rule, copy, origin } of report.findings()) {
    if (rule === 'repost-own' || rule === 'blocked-passage') continue;
    add(copy.source, origin.source, rule === 'repost-credited' ? 'credited' : 'uncredited', copy.date);
  }
  const sorted = [...links.entries()].sort(([a], [b]) => compare(a, b)).map(([, link]) => link);
  const sources = new Set(sorted.flatMap(({ from, to }) => [from, to]));
  return { sources: [...sources].sort(compare), links: sorted };
}

function earlier(known: string | null, date: string | null): string | null {
  return known === null || (date !== null && date < known) ? date : known;
}

function later(known: string | null, date: string | null): string | null {
  return known === null || (date !== null && date > known) ? date : known;
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
