/** What is done with characters, as the host has learned it: see normalize/character-actions.ts. */
import { decodeLastPoint } from './code-points';
import { learn } from './host';
import { ACTIONS, KEY } from './memory-map';

/** The lower four bits of an action. */
export const KIND: u32 = 0xf;
export const LETTER: u32 = 1;
export const NUMBER: u32 = 2;
export const MAP: u32 = 3;
export const DROP: u32 = 4;
export const BLANK: u32 = 5;
export const MARK: u32 = 6;
export const DOTS: u32 = 8;
export const TOKEN: u32 = 9;
export const EXACT: u32 = 10;

/** Flags of letters and of mapped texts. */
export const LATIN: u32 = 0x10;
export const CYRILLIC: u32 = 0x20;
export const DENSE: u32 = 0x40;
export const IS_NUMBER: u32 = 0x80;
export const ATTACHED: u32 = 0x100;
/** Of a mark: it may make one character with one before it. */
export const COMPOSES: u32 = 0x80;
/** Above kind and flags: a place in the pool, an ASCII code, or a mark's combining class. */
export const PAYLOAD: u32 = 9;

/** The action for a character, learned at its first sight. */
export function actionOf(point: u32): u32 {
  const known = load<u32>(ACTIONS + (point << 2));
  return known != 0 ? known : learnAction(point);
}

/**
 * The combining class of what is written as it is. A mark that makes no character changes places with none before it whose
 * class is not higher: see normalize/stays-after.ts.
 */
export function combiningClass(action: u32): u32 {
  return (action & KIND) == MARK ? action >> PAYLOAD : 0;
}

/** Whether the key up to `to` ends in a number. */
export function endsInNumber(to: usize): bool {
  const last: u32 = load<u8>(to - 1);
  if (last < 0x80) return last - 0x30 < 10;
  return (actionOf(decodeLastPoint(KEY, to)) & KIND) == NUMBER;
}

function learnAction(point: u32): u32 {
  learn(point);
  return load<u32>(ACTIONS + (point << 2));
}
