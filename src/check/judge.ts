/** Analysis and gate → verdict: which policies hold, and which copies violate one. Decides, and words nothing. */
import { type Analysis, type PolicyName, type PolicyOutcome, policyNames, type Verdict } from '../model.js';
import { findListedRuns, type ListTools } from './find-listed-runs.js';
import { createKnownPassages } from './known-passages.js';
import { Copy, type MarkedCopies, markCopies } from './mark-copies.js';
import type { Gate } from './policies.js';

/** What judging cannot do itself. */
export interface JudgeTools extends ListTools {
  /** Code points of all new posts. */
  readonly characters: number;
}

/** Judges what was found. */
export function judge(analysis: Analysis, gate: Gate, tools: JudgeTools): Verdict {
  const known = createKnownPassages(gate.baseline, gate.accept);
  const { failLength } = gate.policies;
  const marked = markCopies(analysis, { known, failLength, idOf: tools.idOf });
  const listed = gate.blocklist === null ? [] : findListedRuns(analysis, gate.blocklist, tools);
  const accepted = known.list();
  const stale = accepted.filter((passage) => passage.accepted !== null && passage.found < passage.accepted);
  const found: Readonly<Record<PolicyName, number>> = {
    uncredited: countPosts(analysis, marked.marks),
    blocks: marked.blocks,
    repeated: tools.characters === 0 ? 0 : marked.repeatedCharacters / tools.characters,
    blocklist: listed.length,
    stale: stale.length,
  };
  const outcomes = outcomesOf(gate, found);
  return {
    outcomes,
    copies: violatingCopies(marked, outcomes),
    origin: marked.origin,
    grown: marked.grown,
    listed,
    accepted,
  };
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
function countPosts({ posts, matches }: Analysis, marks: Uint8Array): number {
  const { held, first } = matches.blocks;
  let count = 0;
  let last = -1;
  for (let at = 0; at < held.length; at++) {
    const occurrence = held[at] ?? 0;
    if (((marks[occurrence] ?? 0) & Copy.uncredited) === 0) continue;
    const post = posts.paragraphs.post[first[occurrence] ?? 0] ?? 0;
    if (post !== last) count += 1;
    last = post;
  }
  return count;
}

/** Which {@link Copy} bit a violation of a policy is about. */
const aboutCopies: readonly (readonly [PolicyName, number])[] = [
  ['uncredited', Copy.uncredited],
  ['blocks', Copy.unaccepted],
  ['repeated', Copy.unaccepted],
];

/** The copies that violate a policy, by number, with the policies of each. */
function violatingCopies({ marks }: MarkedCopies, outcomes: readonly PolicyOutcome[]): Verdict['copies'] {
  const violated = new Set(outcomes.flatMap(({ policy, passed }) => (passed ? [] : [policy])));
  const about = aboutCopies.filter(([policy]) => violated.has(policy));
  const bitsOf = (mark: number): number =>
    about.reduce((bits, [policy, bit]) => bits | (mark & bit ? 1 << policyNames.indexOf(policy) : 0), 0);
  const occurrence = Uint32Array.from(marks.keys()).filter((at) => bitsOf(marks[at] ?? 0) !== 0);
  const policies = Uint8Array.from(occurrence, (at) => bitsOf(marks[at] ?? 0));
  return { occurrence, policies };
}
