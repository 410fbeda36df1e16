/** Says how much had to be folded before texts became equal. */

import { type Rung, rungs } from '../model.js';
import { createKeyMaker } from './key-maker.js';
import { ladder } from './ladder.js';
import { once } from './once.js';

const encoder = new TextEncoder();
const maker = once(createKeyMaker);

/**
 * The lowest rung, `atLeast` or one above it, at which all texts are equal; null when they differ even at the top.
 * The fast path says what it can, and the ladder is climbed no higher, and for no more texts, than needed.
 */
export function lowestRung(texts: readonly string[], atLeast: Rung = 'exact'): Rung | null {
  const others = [...new Set(texts)].map((text) => ({ text, climbed: 0 }));
  const first = others.shift();
  // Equal texts, by far the most, need no folding at all.
  if (first === undefined || others.length === 0) return atLeast;
  const top = topKeys([first, ...others]);
  if (top === 'different') return null;
  for (const rung of rungs.slice(rungs.indexOf(atLeast))) {
    if (rung === 'homoglyphs' || (rung === 'typography' && top === 'plain')) return rung;
    if (rung === 'spacing' && others.some((other) => beginOtherwise(first.text, other.text))) continue;
    const form = climb(first, rung);
    if (others.every((other) => climb(other, rung) === form)) return rung;
  }
  return null;
}

/** A text on its way up: the steps below `climbed` are applied. */
interface Climber {
  text: string;
  climbed: number;
}

/** The text at a rung that is not below the one where it stands. */
function climb(climber: Climber, rung: Rung): string {
  const top = rungs.indexOf(rung);
  for (const step of ladder.slice(climber.climbed)) {
    if (rungs.indexOf(step.rung) > top) break;
    climber.text = step.apply(climber.text);
    climber.climbed += 1;
  }
  return climber.text;
}

/** About as many UTF-16 units of a text show whether it is set otherwise; most that are show it in the first words. */
const BEGINNING = 80;

/**
 * Whether texts differ at the rung `spacing` already in what their first words become. Its steps work word by word, so
 * what stands before a space becomes the same whatever follows.
 */
function beginOtherwise(a: string, b: string): boolean {
  const words = beginningAtSpacing(a);
  const others = beginningAtSpacing(b);
  return words.some((word, at) => at < others.length && word !== others[at]);
}

function beginningAtSpacing(text: string): string[] {
  const end = text.lastIndexOf(' ', BEGINNING);
  const folded = climb({ text: text.slice(0, Math.max(0, end)), climbed: 0 }, 'spacing');
  return folded === '' ? [] : folded.split(' ');
}

/** Whether the keys at the top are equal; `plain` when that is so already at the rung `typography`. */
function topKeys(climbers: readonly Climber[]): 'different' | 'equal' | 'plain' {
  let plain = true;
  let key: Uint8Array | null = null;
  for (const { text } of climbers) {
    const bytes = encoder.encode(text);
    const length = maker().make(bytes, 0, bytes.length);
    const other = maker().key.subarray(0, length);
    plain &&= maker().plain;
    key ??= other.slice();
    if (!isSame(key, other)) return 'different';
  }
  return plain ? 'plain' : 'equal';
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
