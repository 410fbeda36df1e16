/** What the formats for machines tell: one finding a copy, however many blocks it falls into. */
import type { Relation } from '../model.js';
import type { PostPlace } from './findings.js';
import type { Sequence } from './sequence.js';

/** The rules, those that matter most first. What an extractor printed twice (an echo) is nobody's act, and no finding. */
export const findingRules = [
  'repost-uncredited',
  'repost-credited',
  'repost-own',
  'blocked-passage',
] as const;

/** Those that a scan tells: of copies. */
export const copyRules = ['repost-uncredited', 'repost-credited', 'repost-own'] as const;

/** See {@link copyRules}. */
export type CopyRule = (typeof copyRules)[number];

/**
 * `repost-uncredited`: another source posted it before, and no forward is declared; `repost-credited`: one is, from
 * another source where the text was posted by the same; `repost-own`: the source posted it before, or is whom the origin
 * forwards; `blocked-passage`: the block list of a check names it, whose line is the origin.
 */
export type FindingRule = (typeof findingRules)[number];

/** How grave: an uncredited copy is a `warning`, any other a `note`; `error` is for what violates a policy. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** A post that has text of an earlier post. */
export interface Finding {
  readonly rule: FindingRule;
  readonly level: FindingLevel;
  /**
   * 16 hex digits made of the content, the rule and the dump's path: the same in every run, wherever in its dump the
   * copy stands. Copies in one dump that nothing tells apart are numbered in order of time.
   */
  readonly fingerprint: string;
  /** What the copy belongs to: a cluster, or a block that no one cluster holds. */
  readonly kind: 'cluster' | 'block';
  /** The id of that cluster or block. */
  readonly id: string;
  readonly copy: PostPlace;
  readonly origin: PostPlace;
  /** `shares`: the posts have the block in common and are otherwise different. */
  readonly relation: Relation | 'shares';
  /** Share of the copy's characters that the origin has, 0 to 1; null for a block. */
  readonly coverage: number | null;
  /** Share of the origin's characters that the copy has; null for a block. */
  readonly originCoverage: number | null;
  /** Code points of `lines`. */
  readonly characters: number;
  readonly forwardedFrom: string | null;
  /** The text that the origin has too, as the copy has it. */
  readonly lines: Sequence<string>;
}

/** A line of a dump, for formats that tell places by more than its number. */
export interface DumpLine {
  /** UTF-16 units, without the line's end. */
  readonly units: number;
  /**
   * As GitHub identifies lines: a hash of the 100 characters from its start on, white space aside, and which of the
   * lines with that hash it is, as in `c129715d7a2bc9a3:1`.
   */
  readonly hash: string;
}
