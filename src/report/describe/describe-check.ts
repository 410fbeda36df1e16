/** A verdict's columns → what the report says of it. */
import type { Verdict } from '../../model.js';
import type { CheckReport } from '../check-report.js';
import { createSequence } from '../sequence.js';
import type { BlockWords } from './describe-block.js';
import { describeViolations, type JudgedBy } from './describe-violations.js';
import { round } from './shares.js';

/** What a verdict was made by, and whether on all dumps. */
export interface Judgement extends JudgedBy {
  /** Whether not all of the dumps could be read. */
  readonly incomplete: boolean;
}

/** Describes what was decided. */
export function describeCheck(words: BlockWords, verdict: Verdict, by: Judgement): CheckReport {
  const { outcomes, accepted } = verdict;
  const told = describeViolations(words, verdict, by);
  return {
    passed: !by.incomplete && outcomes.every(({ passed }) => passed),
    incomplete: by.incomplete,
    policies: outcomes.map((outcome) => ({ ...outcome, found: round(outcome.found) })),
    accepted,
    // Last, as it may be long: who writes it on has told the rest by then.
    violations: createSequence(told.length, function* () {
      for (const { violation } of told) yield violation;
    }),
  };
}
