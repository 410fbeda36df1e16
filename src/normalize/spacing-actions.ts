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
  /** Written as several others. */
  map: 2,
  drop: 3,
  /** Parts words, as a space does. */
  blank: 4,
  /** Stays where it does not join the character before. */
  mark: 5,
  /** Only the ladder itself knows. */
  exact: 6,
  /** Becomes another one of the first 65,536: most capitals do. */
  fold: 7,
} as const;

/** The actions known so far, by code point, and what those become that are folded or mapped. */
export interface SpacingActions {
  readonly table: Uint8Array;
  readonly folded: Uint16Array;
  readonly texts: Map<number, readonly number[]>;
}

/** None is known yet. */
export function createSpacingActions(): SpacingActions {
  return { table: new Uint8Array(0x110000), folded: new Uint16Array(0x10000), texts: new Map() };
}

/** The action for a character, found out at its first sight. */
export function learnSpacing({ table, folded, texts }: SpacingActions, point: number): number {
  const made = toCodePoints(foldCompatibility(removeIgnorable(String.fromCodePoint(point))));
  const action = findAction(point, made);
  if (action === spacingAction.map) texts.set(point, made);
  if (action === spacingAction.fold) folded[point] = made[0] ?? 0;
  table[point] = action;
  return action;
}

/** The one character that a character becomes wherever it stands; -1 where it is not that simple. */
export function foldAlone(actions: SpacingActions, point: number): number {
  if (point < 0) return point;
  const action = actions.table[point] || learnSpacing(actions, point);
  if (action === spacingAction.keep) return point;
  return action === spacingAction.fold ? (actions.folded[point] ?? point) : -1;
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
  if (made.some(isBlank)) return spacingAction.exact;
  return made.length === 1 && Math.max(point, first) < 0x10000 ? spacingAction.fold : spacingAction.map;
}
