/**
 * What becomes of a single character at the rung `spacing`, learned from the ladder itself, as character-actions.ts
 * learns what becomes of it at the top.
 */

import { characterClass, classOf, isBlank } from './characters.js';
import { toCodePoints } from './code-points.js';
import { combiningClass, decompose, mayCompose } from './compatibility.js';
import { foldCompatibility, removeIgnorable } from './fold-spacing.js';

/** What is done with a character. */
export const spacingAction = {
  unknown: 0,
  /** Stays as it is. */
  keep: 1,
  /** Written as other text. */
  map: 2,
  drop: 3,
  /** Parts words, as a space does. */
  blank: 4,
  /** Stays where it does not join the character before. */
  mark: 5,
  /** Only the ladder itself knows. */
  exact: 6,
} as const;

/** The actions known so far, by code point, and the texts of those that are mapped. */
export interface SpacingActions {
  readonly table: Uint8Array;
  readonly texts: Map<number, Uint8Array>;
}

/** None is known yet. */
export function createSpacingActions(): SpacingActions {
  return { table: new Uint8Array(0x110000), texts: new Map() };
}

/** The action for a character, found out at its first sight. */
export function learnSpacing({ table, texts }: SpacingActions, point: number): number {
  const folded = foldCompatibility(removeIgnorable(String.fromCodePoint(point)));
  const action = findAction(point, toCodePoints(folded));
  if (action === spacingAction.map) texts.set(point, new TextEncoder().encode(folded));
  table[point] = action;
  return action;
}

function findAction(point: number, made: readonly number[]): number {
  const [first = 0] = made;
  if (made.length === 0) return spacingAction.drop;
  if (made.every(isBlank)) return spacingAction.blank;
  const isSame = made.length === 1 && first === point;
  if (classOf(first) === characterClass.mark) return isSame ? spacingAction.mark : spacingAction.exact;
  if (mayCompose(first) || combiningClass(first) !== 0) return spacingAction.exact;
  // The iota below a Greek vowel is a mark that becomes a letter: marks after it belong before it.
  if (decompose([point]).includes(0x345)) return spacingAction.exact;
  if (isSame) return spacingAction.keep;
  return made.some(isBlank) ? spacingAction.exact : spacingAction.map;
}
