/** Runs that an index has seen → what accepting them goes by, as of blocks. */
import { creditOfRun } from '../model/credit-of.js';
import type { Analysis, SeenTable } from '../model.js';
import { comparedIn } from './compared-in.js';
import type { Counts, KnownPassages, MetBlock } from './known-passages.js';

/** What is told of them, and what names them. */
export interface MeetingTools {
  readonly known: KnownPassages;
  /** The id of a run of paragraphs, as of a block. */
  readonly idOfRun: (first: number, last: number) => string;
}

/**
 * All but messages that are met again as blocks, by run: each stands as often, here and in the index, as the rarest of its
 * paragraphs. Of what is first at hand, the copies in the index are taken for credited.
 */
export function meetRuns(
  analysis: Analysis,
  seen: SeenTable,
  { known, idOfRun }: MeetingTools,
): ReadonlyMap<number, MetBlock> {
  const { runs } = seen;
  const counts = countParagraphs(analysis, seen);
  const met = new Map<number, MetBlock>();
  for (let run = 0; run < runs.rows; run++) {
    if (runs.isMetAgain.at(run) === 1) continue;
    const paragraphs: string[] = [];
    let [occurrences, uncredited] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [, fingerprint] of comparedIn(analysis, runs.first.at(run), runs.last.at(run))) {
      const count = counts.get(fingerprint);
      paragraphs.push(fingerprint);
      occurrences = Math.min(occurrences, count?.occurrences ?? 0);
      uncredited = Math.min(uncredited, count?.uncredited ?? 0);
    }
    const id = idOfRun(runs.first.at(run), runs.last.at(run));
    const block = { id, paragraphs, occurrences, uncredited };
    known.meet(block);
    met.set(run, block);
  }
  return met;
}

/** How often each paragraph that was seen stands here and in the index, by its fingerprint; in a message that is met again it is the same. */
function countParagraphs(analysis: Analysis, { runs, ...seen }: SeenTable): ReadonlyMap<string, Counts> {
  const counts = new Map<string, { occurrences: number; uncredited: number }>();
  for (let run = 0; run < runs.rows; run++) {
    if (runs.isMetAgain.at(run) === 1) continue;
    const isCopy = runs.isCopy.at(run) === 1;
    const more = Number(isCopy && creditOfRun(analysis.posts, runs, run) === 'uncredited');
    for (const [at, fingerprint] of comparedIn(analysis, runs.first.at(run), runs.last.at(run))) {
      const known = {
        occurrences: seen.occurrences.at(at),
        uncredited: isCopy ? seen.uncredited.at(at) : 0,
      };
      const count = counts.get(fingerprint) ?? known;
      count.occurrences += 1;
      count.uncredited += more;
      counts.set(fingerprint, count);
    }
  }
  return counts;
}
