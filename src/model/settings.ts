/** What a run is asked for. */

import type { Format } from './shapes.js';

/** The rungs of the ladder, lowest first: each folds all that the ones before it fold, and more. */
export const rungs = ['exact', 'spacing', 'typography', 'links', 'homoglyphs'] as const;

/** How much is folded before two texts are called equal. */
export type Rung = (typeof rungs)[number];

/** The thresholds the pure stages use. */
export interface Settings {
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly echoes: 'collapse' | 'keep';
  /** What every dump is taken for, null: each dump's format is detected. */
  readonly format: Format | null;
}
