/** What is accepted, asked paragraph by paragraph; and what of it is met. */
import type { AcceptedPassage } from '../model.js';
import type { Baseline } from './baseline.js';
import type { KnownAcceptance } from './policies.js';

/** How often something may stand, or does. */
export interface Counts {
  readonly occurrences: number;
  readonly uncredited: number;
}

/** How often a block may stand. */
export interface Allowance extends Counts {
  /**
   * `uncredited` by those of its paragraphs that stand as often as accepted, or more. Where some were taken away, who was
   * first may be another now, and with him who has copied: that is nobody's act.
   */
  readonly uncreditedOfAll: number;
}

/** A block of the dumps, as far as accepting it goes. */
export interface MetBlock extends Counts {
  readonly id: string;
  /** Fingerprints of its paragraphs that count. */
  readonly paragraphs: readonly string[];
}

/** What is accepted. */
export interface KnownPassages {
  /** Nothing at all, so that blocks need not be told. */
  readonly isEmpty: boolean;
  /** How often the baseline lets `block` stand; null where it does not know all of it. */
  allowed(block: MetBlock): Allowance | null;
  /** Whether the configuration accepts `block`, by its id or by the ids of all its paragraphs. */
  accepts(block: MetBlock): boolean;
  /** Notes that `block` stands in the dumps. */
  meet(block: MetBlock): void;
  /** All that is accepted, with what was met. */
  list(): AcceptedPassage[];
}

/** Makes them of a baseline and of what the configuration accepts. */
export function createKnownPassages(
  baseline: Baseline | null,
  accept: readonly KnownAcceptance[],
): KnownPassages {
  const entries = baseline?.entries ?? [];
  const counts = new Map<string, Counts>();
  for (const entry of entries) {
    for (const paragraph of entry.paragraphs) {
      counts.set(paragraph, higher(counts.get(paragraph), entry));
    }
  }
  const accepted = new Set(accept.flatMap(({ id, paragraphs }) => [id, ...paragraphs]));
  const met = new Map<string, number>();
  const meetId = (id: string, occurrences: number): void => {
    if (counts.has(id) || accepted.has(id)) met.set(id, Math.max(met.get(id) ?? 0, occurrences));
  };
  const foundOf = (ids: readonly string[]) =>
    ids.reduce((least, id) => Math.min(least, met.get(id) ?? 0), Number.POSITIVE_INFINITY);
  const anyFoundOf = (ids: readonly string[]) =>
    ids.reduce((most, id) => Math.max(most, met.get(id) ?? 0), 0);
  return {
    isEmpty: entries.length === 0 && accept.length === 0,
    allowed({ paragraphs, occurrences }) {
      let least: Allowance | null = null;
      for (const paragraph of paragraphs) {
        const allowed = counts.get(paragraph);
        if (allowed === undefined) return null;
        const isAllThere = occurrences >= allowed.occurrences;
        const one = {
          ...allowed,
          uncreditedOfAll: isAllThere ? allowed.uncredited : Number.POSITIVE_INFINITY,
        };
        least = least === null ? one : lower(least, one);
      }
      return least;
    },
    accepts: ({ id, paragraphs }) =>
      accepted.size > 0 && (accepted.has(id) || paragraphs.every((paragraph) => accepted.has(paragraph))),
    meet({ id, paragraphs, occurrences }) {
      meetId(id, occurrences);
      for (const paragraph of paragraphs) if (paragraph !== id) meetId(paragraph, occurrences);
    },
    list: () => [
      ...accept.map(({ id, reason, paragraphs }) => ({
        by: 'config' as const,
        id,
        note: reason,
        accepted: null,
        // With a passage its parts are accepted: it is in use where they are, too.
        found: foundOf(paragraphs) || anyFoundOf(paragraphs),
      })),
      ...entries.map(({ id, excerpt, occurrences, paragraphs }) => ({
        by: 'baseline' as const,
        id,
        note: excerpt,
        accepted: occurrences,
        found: foundOf(paragraphs),
      })),
    ],
  };
}

function higher(known: Counts | undefined, { occurrences, uncredited }: Counts): Counts {
  return {
    occurrences: Math.max(known?.occurrences ?? 0, occurrences),
    uncredited: Math.max(known?.uncredited ?? 0, uncredited),
  };
}

function lower(a: Allowance, b: Allowance): Allowance {
  return {
    occurrences: Math.min(a.occurrences, b.occurrences),
    uncredited: Math.min(a.uncredited, b.uncredited),
    uncreditedOfAll: Math.min(a.uncreditedOfAll, b.uncreditedOfAll),
  };
}
