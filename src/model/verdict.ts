/** What a check decides, and on what grounds. */

import type { Column } from './columns.js';

/** What a check can ask for, in the order in which it is told. */
export const policyNames = ['uncredited', 'blocks', 'repeated', 'blocklist', 'stale'] as const;

/** See {@link policyNames}; src/check/policies.ts says what each one counts. */
export type PolicyName = (typeof policyNames)[number];

/** A policy that was asked for: what it allows, and what there is. Of `repeated` both are shares, of the others counts. */
export interface PolicyOutcome {
  readonly policy: PolicyName;
  readonly allowed: number;
  readonly found: number;
  readonly passed: boolean;
}

/** How many are accepted, and how many there are. */
export interface Growth {
  readonly accepted: number;
  readonly found: number;
}

/** What of an accepted block is more than the baseline accepts; null is nothing. */
export interface GrownBlock {
  readonly occurrences: Growth | null;
  /** Copies in another source that declare no forward. */
  readonly uncredited: Growth | null;
}

/** A passage of a new post that a block list names, as the run of paragraphs `first` to `last`; `line` is the list's. */
export interface ListedRun {
  readonly first: number;
  readonly last: number;
  readonly line: number;
}

/** A passage that may repeat: by the baseline so often, by the configuration as often as it likes (null). */
export interface AcceptedPassage {
  readonly by: 'baseline' | 'config';
  readonly id: string;
  /** How it begins, or why it is accepted. */
  readonly note: string;
  readonly accepted: number | null;
  /** How often it stands in the dumps now; 0 where it repeats no longer. */
  readonly found: number;
}

/** An id that the configuration accepts or the block list names, and that nothing at hand has. */
export interface UnmetId {
  readonly id: string;
  readonly by: 'config' | 'blocklist';
}

/**
 * What a check found. `copies` are the occurrences that violate a policy, in order of reading, and the policies that
 * each one violates: bit `n` for `policyNames[n]`.
 */
export interface Verdict {
  readonly outcomes: readonly PolicyOutcome[];
  readonly copies: { readonly occurrence: Column; readonly policies: Column };
  /** Of blocks that the baseline accepts. */
  readonly grown: ReadonlyMap<number, GrownBlock>;
  /** The same of the rows of {@link SeenRuns}: copies of what only an index has. */
  readonly seen: { readonly run: Column; readonly policies: Column };
  readonly listed: readonly ListedRun[];
  readonly accepted: readonly AcceptedPassage[];
}
