/** Copies of what an index has → findings, as those of what is at hand. */
import { creditOfRun } from '../../model/credit-of.js';
import type { Column, SeenTable } from '../../model.js';
import type { CopyRule, Finding } from '../finding.js';
import { type BlockWords, blockId } from './describe-block.js';
import { charactersOf } from './describe-occurrences.js';
import { placeOfRuns, rowsOfRuns, textsOfRuns } from './describe-runs.js';
import { describeFirst, seenRunAt } from './describe-seen.js';
import { groupRuns } from './group-runs.js';
import type { Lookup } from './lookup.js';
import { nameFinding, ruleOfCredit } from './name-finding.js';

/** Findings by rule, in order of reading. */
export interface SeenFindings {
  readonly counts: Readonly<Record<CopyRule, number>>;
  walk(rule: CopyRule): Iterable<Finding>;
}

/** Counts them, and describes them when they are walked; there are none where no index was asked. */
export function createSeenFindings(words: BlockWords, seen: SeenTable | null): SeenFindings {
  const counts = { 'repost-uncredited': 0, 'repost-credited': 0, 'repost-own': 0 };
  if (seen === null) return { counts, walk: () => [].values() };
  const copies = copiesOfIndex(words.lookup, seen);
  const groups = function* () {
    for (const group of groupRuns(words.lookup, seen, copies)) {
      const runs = group.map((at) => copies.at(at));
      yield { runs, rule: ruleOfCredit[creditOfRun(words.lookup.analysis.posts, seen.runs, runs[0] ?? 0)] };
    }
  };
  for (const { rule } of groups()) counts[rule] += 1;
  return {
    counts,
    *walk(rule) {
      const alike = new Map<string, number>();
      for (const group of groups())
        if (group.rule === rule) yield describeGroup(words, seen, { ...group, alike });
    },
  };
}

function copiesOfIndex({ analysis }: Lookup, { runs }: SeenTable): Column {
  const copies = analysis.columns.uint32(0);
  for (let run = 0; run < runs.rows; run++) if (runs.isCopy.at(run) === 1) copies.set(copies.length, run);
  return copies;
}

/** `alike` as in {@link nameFinding}. */
function describeGroup(
  words: BlockWords,
  seen: SeenTable,
  of: { rule: CopyRule; runs: readonly number[]; alike: Map<string, number> },
): Finding {
  const { lookup } = words;
  const runs = of.runs.map((run) => seenRunAt(lookup, seen, run));
  const [first = seenRunAt(lookup, seen, 0)] = runs;
  const origin = describeFirst(lookup, seen, runs);
  const copy = {
    copy: placeOfRuns(lookup, runs),
    relation: 'shares' as const,
    coverage: null,
    originCoverage: null,
    characters: charactersOf(lookup, rowsOfRuns(lookup, runs)),
    forwardedFrom: lookup.forwardedFrom(first.post),
    lines: textsOfRuns(lookup, runs),
    content: '',
  };
  const group = { kind: 'block' as const, id: blockId(words, first), origin, alike: of.alike };
  return nameFinding(words, { rule: of.rule, group, copy });
}
