/** Analysis and gate → verdict: which policies hold, and which copies violate one. Decides, and words nothing. */
import {
  type Analysis,
  type Column,
  type Columns,
  type PolicyName,
  type PolicyOutcome,
  policyNames,
  type SeenTable,
  type Verdict,
} from '../model.js';
import { Copy } from './beyond-accepted.js';
import { findListedRuns, type ListTools } from './find-listed-runs.js';
import type { FoundRun } from './find-runs.js';
import { createKnownPassages } from './known-passages.js';
import { type MarkedCopies, markCopies } from './mark-copies.js';
import { type MarkedRuns, markSeen } from './mark-seen.js';
import type { Gate } from './policies.js';
import { postsMetAgain } from './posts-met-again.js';

/** What judging cannot do itself. */
export interface JudgeTools extends ListTools {
  /** Of ids that neither a paragraph nor a block has. */
  readonly runs: readonly FoundRun[];
  /** Code points of all new posts. */
  readonly characters: number;
  /** The id of a run of paragraphs, as of a block. */
  readonly idOfRun: (first: number, last: number) => string;
}

/** Judges what was found in the dumps; `seen` is what an index knew of them, null where none was asked. */
export function judge(analysis: Analysis, seen: SeenTable | null, gate: Gate, tools: JudgeTools): Verdict {
  const known = createKnownPassages(gate.baseline, gate.accept);
  const { failLength } = gate.policies;
  const metAgain = postsMetAgain(analysis, seen);
  const marked = markCopies(analysis, { known, failLength, seen, metAgain, idOf: tools.idOf });
  const runs = markSeen(analysis, seen, { known, failLength, idOfRun: tools.idOfRun });
  const listed = (gate.blocklist === null ? [] : findListedRuns(analysis, gate.blocklist, tools)).filter(
    ({ first }) => !metAgain.has(analysis.posts.paragraphs.post.at(first)),
  );
  const accepted = known.list();
  const stale = accepted.filter((passage) => passage.accepted !== null && passage.found < passage.accepted);
  const repeated = marked.repeatedCharacters + runs.repeatedCharacters;
  const found: Readonly<Record<PolicyName, number>> = {
    uncredited: uncreditedPosts(analysis, marked.marks, { seen, marks: runs.marks }).size,
    blocks: countBlocks(marked, runs, tools.idOf),
    repeated: repeated === 0 ? 0 : repeated / (tools.characters - charactersIn(analysis, metAgain)),
    blocklist: listed.length,
    stale: stale.length,
  };
  const outcomes = outcomesOf(gate, found);
  const violating = policiesOfMarks(analysis.columns, outcomes);
  const copies = violating(marked.marks);
  const seenRuns = violating(runs.marks);
  return {
    outcomes,
    copies: { occurrence: copies.number, policies: copies.policies },
    grown: marked.grown,
    seen: { run: seenRuns.number, policies: seenRuns.policies },
    listed,
    accepted,
  };
}

/** Code points of `held` posts. */
function charactersIn({ lines, posts }: Analysis, held: ReadonlySet<number>): number {
  const { firstParagraph } = posts.table;
  let characters = 0;
  for (const post of held) {
    for (let at = firstParagraph.at(post); at < firstParagraph.at(post + 1); at++)
      characters += lines.characters.at(posts.paragraphs.row.at(at));
  }
  return characters;
}

/** What stands in the dumps and in the index is one block. */
function countBlocks({ blocks }: MarkedCopies, { ids }: MarkedRuns, idOf: ListTools['idOf']): number {
  if (ids.size === 0) return blocks.length;
  return new Set([...ids, ...blocks.map(idOf)]).size;
}

function outcomesOf(
  { policies, blocklist }: Gate,
  found: Readonly<Record<PolicyName, number>>,
): PolicyOutcome[] {
  const bounds: Readonly<Record<PolicyName, number | null>> = {
    uncredited: policies.maxUncredited,
    blocks: policies.maxBlocks,
    repeated: policies.maxRepeated,
    blocklist: blocklist === null ? null : 0,
    stale: policies.failStale ? 0 : null,
  };
  return policyNames.flatMap((policy) => {
    const allowed = bounds[policy];
    return allowed === null
      ? []
      : [{ policy, allowed, found: found[policy], passed: found[policy] <= allowed }];
  });
}

/** New posts with an uncredited copy. */
function uncreditedPosts(
  { posts, matches }: Analysis,
  marks: Column,
  runs: { seen: SeenTable | null; marks: Column },
): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (paragraph: number) => found.add(posts.paragraphs.post.at(paragraph));
  for (let at = 0; at < marks.length; at++) {
    if ((marks.at(at) & Copy.uncredited) !== 0) add(matches.blocks.first.at(at));
  }
  for (let run = 0; run < runs.marks.length; run++) {
    if ((runs.marks.at(run) & Copy.uncredited) !== 0) add(runs.seen?.runs.first.at(run) ?? 0);
  }
  return found;
}

/** Which {@link Copy} bit a violation of a policy is about. */
const aboutCopies: readonly (readonly [PolicyName, number])[] = [
  ['uncredited', Copy.uncredited],
  ['blocks', Copy.unaccepted],
  ['repeated', Copy.unaccepted],
];

/** Makes what tells the copies that violate a policy, by number, with the policies of each. */
function policiesOfMarks(
  columns: Columns,
  outcomes: readonly PolicyOutcome[],
): (marks: Column) => { readonly number: Column; readonly policies: Column } {
  const violated = new Set(outcomes.flatMap(({ policy, passed }) => (passed ? [] : [policy])));
  const about = aboutCopies.filter(([policy]) => violated.has(policy));
  const bitsOf = (mark: number): number =>
    about.reduce((bits, [policy, bit]) => bits | (mark & bit ? 1 << policyNames.indexOf(policy) : 0), 0);
  return (marks) => {
    const number = columns.uint32(0);
    const policies = columns.uint8(0);
    for (let at = 0; at < marks.length; at++) {
      const bits = marks.at(at) === 0 ? 0 : bitsOf(marks.at(at));
      if (bits === 0) continue;
      policies.set(number.length, bits);
      number.set(number.length, at);
    }
    return { number, policies };
  };
}
