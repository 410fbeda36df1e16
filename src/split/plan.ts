/** How a dump is to be cut: the shape it was taken for, and which of the weaker cues count as boundaries. */
import type { EchoKind, Shape } from '../model.js';

/** See {@link choosePlan}, which makes it, and {@link markBoundaries}, which follows it. */
export interface Plan {
  readonly shape: Shape;
  readonly echo: EchoKind | null;
  /** Posts of one line are rare, so that single lines in a row behind an echo are a quotation. */
  readonly quotations: boolean;
  /** This many blank lines part posts; 0: none do. */
  readonly gap: number;
  /** The `head` of the rule that parts posts; null: none does. */
  readonly separator: number | null;
}
