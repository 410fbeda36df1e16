/** What a check says beside the report; the conventions of report.ts hold for it. */
import type { AcceptedPassage, Credit, Growth, PolicyName, PolicyOutcome } from '../model.js';
import type { PostPlace } from './findings.js';
import type { Sequence } from './sequence.js';

/** The verdict on the new dumps, and what it rests on. */
export interface CheckReport {
  /** Every policy holds, and all that was to be read was. */
  readonly passed: boolean;
  /** Not everything was read (see {@link Report.troubles}): whether the policies hold is not known. */
  readonly incomplete: boolean;
  /** Those that were asked for. */
  readonly policies: readonly PolicyOutcome[];
  /** What the configuration and the baseline accept, in their order, with how often it is found. */
  readonly accepted: readonly AcceptedPassage[];
  /** In order of reading. */
  readonly violations: Sequence<ViolationReport>;
}

/** Text of a new post that violates a policy: all that it has from one origin. */
export interface ViolationReport {
  readonly policies: readonly PolicyName[];
  readonly copy: PostPlace;
  /** Null for what a block list names. */
  readonly origin: PostPlace | null;
  /** The index that has the origin, where only it does; its paths are seen from its folder. */
  readonly index: string | null;
  /** Where the block list names it; null for what repeats. */
  readonly listed: { readonly path: string; readonly line: number } | null;
  readonly credit: Credit | null;
  readonly forwardedFrom: string | null;
  /** Ids of the blocks, or of the paragraph that the block list names. */
  readonly blocks: readonly string[];
  /** Of the first of these blocks that stands more often than the baseline accepts; null where none does. */
  readonly grown: Growth | null;
  /** The same of copies in another source that declare no forward. */
  readonly grownUncredited: Growth | null;
  readonly paragraphs: number;
  /** Code points. */
  readonly characters: number;
  /** The first line of it, as the copy has it, shortened to 200 characters. */
  readonly begins: string;
}
