/** How a dump is to be cut: the shape it was taken for, and which of the weaker cues count as boundaries. */
import type { EchoKind, Shape, TextShape } from '../model.js';
import type { Headers } from './find-headers.js';

/** See {@link choosePlan}, which makes it, and {@link markBoundaries}, which follows it. */
export interface Plan {
  readonly shape: Shape;
  readonly echo: EchoKind | null;
  /** Posts of one line are rare, so that single lines in a row behind an echo are a quotation. */
  readonly quotations: boolean;
  /** This many blank lines part posts; 0: none do. */
  readonly gap: number;
  /** The `head` of each rule that parts posts. */
  readonly rules: ReadonlySet<number>;
  /** Headers of a form of their own. */
  readonly headers: Headers | null;
  /** Lines that are a day and nothing else are the page's, and part posts. */
  readonly days: boolean;
}

/** Where posts would have more lines than so on average, what parts them is in doubt. */
export const LONG_POST = 40;
/** The doubt in words. */
export const FEW_BOUNDARIES = 'few for so many lines';

/** A plan by which nothing weaker than the shape's own cues parts posts, but for what `how` says. */
export function makePlan(
  format: TextShape,
  confidence: Shape['confidence'],
  evidence: readonly string[],
  how: Partial<Omit<Plan, 'shape'>> = {},
): Plan {
  return {
    echo: null,
    quotations: false,
    gap: 0,
    rules: new Set(),
    headers: null,
    days: false,
    ...how,
    shape: { format, confidence, evidence },
  };
}

/** A post of so many lines, and so many times as long as others are in the mean, is what the dump's cues do not part. */
const VERY_LONG_POST = 200;
const LONGER = 20;

/** The shape, in doubt where one post is very long beside the others: dumps of two shapes are joined in one file. */
export function doubtLongPost(
  shape: Shape,
  { rows, posts, longest }: { rows: number; posts: number; longest: number },
): Shape {
  const usual = (rows - longest) / Math.max(1, posts - 1);
  if (shape.format === 'custom-text' || posts < 2 || longest < Math.max(VERY_LONG_POST, LONGER * usual))
    return shape;
  const doubt = `one post has ${counted(longest, 'line')}, the others ${usual.toFixed(1)} in the mean`;
  return { ...shape, confidence: 'low', evidence: [...shape.evidence, doubt] };
}

/** `1 line`, `2 lines`. */
export function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
