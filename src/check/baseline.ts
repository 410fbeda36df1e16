/**
 * What is accepted to repeat, and how often. Blocks are known by the fingerprints of their paragraphs: what is a block
 * depends on who has copied which part of it, so a block may fall in two, or two become one, and is accepted still.
 */
import type { Rung } from '../model.js';

/** One accepted block, as it was when it was accepted. */
export interface BaselineEntry {
  /** As the report tells it. */
  readonly id: string;
  readonly occurrences: number;
  /** Of these, copies in another source that declare no forward. */
  readonly uncredited: number;
  /** Fingerprints of the paragraphs that count, 16 hex digits each. */
  readonly paragraphs: readonly string[];
  /** How it begins, for who reviews it; nothing depends on it. */
  readonly excerpt: string;
}

/** Fingerprints made otherwise cannot be compared: by which normalizer and at which rung they were. */
export interface BaselineKind {
  readonly normalizer: string;
  readonly rung: Rung;
}

/** Entries in any order. */
export interface Baseline extends BaselineKind {
  readonly entries: readonly BaselineEntry[];
}
