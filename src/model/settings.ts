/** What a run is asked for. */

import type { Format } from './shapes.js';

/** The rungs of the ladder, lowest first: each folds all that the ones before it fold, and more. */
export const rungs = ['exact', 'spacing', 'typography', 'links', 'homoglyphs'] as const;

/** How much is folded before two texts are called equal. */
export type Rung = (typeof rungs)[number];

/** What was told of reading and cutting, for the report alone: null where each dump's own looks decide. */
export interface ToldOfDumps {
  readonly encoding: string | null;
  readonly maxBytes: number | null;
  readonly textField: string | null;
  readonly idField: string | null;
  readonly dateField: string | null;
  readonly sourceField: string | null;
  readonly forwardField: string | null;
  /** Patterns; of the library, its functions as they are written. */
  readonly postStart: string | null;
  readonly postEnd: string | null;
  readonly separator: string | null;
  readonly forwardPhrases: readonly string[];
}

/** The thresholds the pure stages use, and what was told beside. */
export interface Settings extends ToldOfDumps {
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly echoes: 'collapse' | 'keep';
  /** What every dump is taken for, null: each dump's format is detected. */
  readonly format: Format | null;
}
