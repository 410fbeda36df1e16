/**
 * The hash by which GitHub's code scanning knows a line again (`primaryLocationLineHash`): a polynomial of base 37,
 * modulo 2^64, of the 100 UTF-16 units from the line's start on, spaces and tabs left out, line ends as `\n`, the end of
 * the text as 65535 and then zeros. `github/codeql-action` computes the same over a file of the checkout.
 */
import type { Column, Columns } from '../../model.js';

const UNITS = 100;
const BASE = 37;
const TWO_32 = 2 ** 32;
const END = 65535;
const LF = 10;
const CR = 13;

/** 37^100 modulo 2^64: what the oldest unit of the window weighs when it leaves. */
const [WEIGHT_HIGH, WEIGHT_LOW] = weigh();

/** By number of the line, from 1: its hash, in two halves, and its length in UTF-16 units without its end. */
export interface HashedLines {
  readonly high: Column;
  readonly low: Column;
  readonly units: Column;
}

/** Hashes lines. */
export interface LineHasher {
  push(text: string): void;
  /** The line that was begun last. */
  readonly line: number;
  /** Ends the text. */
  finish(): HashedLines;
}

/** Every product stays below 2^53, so that numbers hold it exactly; an array of 32 bits takes it modulo 2^32, as `>>> 0` does. */
export function createLineHasher(columns: Columns): LineHasher {
  const window = new Uint16Array(UNITS);
  /** By place in the window, the line that begins there, 0 for none. */
  const begins = new Float64Array(UNITS);
  const high = columns.uint32(0);
  const low = columns.uint32(0);
  const units = columns.uint32(0);
  let length = 0;
  /** Both halves of the hash, high and low: in an array, as a number that no small integer is costs memory at each change. */
  const hash = new Uint32Array(2);
  let at = 0;
  let line = 0;
  let atStart = true;
  let afterCr = false;
  /** Units that the line begun last lacks; at none, what follows in it is in no window. */
  let lacks = 0;
  const settle = () => {
    const begun = begins[at] ?? 0;
    if (begun === 0) return;
    high.set(begun, hash[0] ?? 0);
    low.set(begun, hash[1] ?? 0);
    begins[at] = 0;
  };
  const take = (unit: number) => {
    const oldest = window[at] ?? 0;
    window[at] = unit;
    const lost = oldest * WEIGHT_LOW;
    const sum = (hash[1] ?? 0) * BASE + unit - (lost >>> 0);
    const carried = Math.floor(sum / TWO_32) - Math.floor(lost / TWO_32);
    hash[0] = (hash[0] ?? 0) * BASE + carried - oldest * WEIGHT_HIGH;
    hash[1] = sum;
    at = at + 1 === UNITS ? 0 : at + 1;
    if (lacks > 0) lacks -= 1;
  };
  const begin = () => {
    if (lacks === 0) {
      window.fill(0);
      hash.fill(0);
    }
    line += 1;
    begins[at] = line;
    lacks = UNITS;
  };
  const add = (unit: number) => {
    settle();
    if (atStart) begin();
    atStart = unit === LF;
    if (lacks > 0) take(unit);
  };
  const pushUnit = (unit: number) => {
    const skipped = unit === 32 || unit === 9 || (unit === LF && afterCr);
    const ends = unit === CR || (unit === LF && !afterCr);
    afterCr = unit === CR;
    if (!skipped) add(ends ? LF : unit);
    if (ends) {
      units.set(line, length);
      length = 0;
    } else if (unit !== LF) length += 1;
  };
  return {
    get line() {
      return line;
    },
    push(text) {
      for (let index = 0; index < text.length; index++) {
        if (lacks === 0 && !atStart) {
          settle();
          const end = lineEnd(text, index);
          length += end - index;
          index = end;
          if (end === text.length) return;
        }
        pushUnit(text.charCodeAt(index));
      }
    },
    finish() {
      add(END);
      units.set(line, length);
      for (let rest = 0; rest < UNITS; rest++) {
        settle();
        take(0);
      }
      return { high, low, units };
    },
  };
}

/** Where the first line end at or behind `from` is; the text's own end, where there is none. */
function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

function weigh(): readonly [high: number, low: number] {
  let high = 0;
  let low = 1;
  for (let power = 0; power < UNITS; power++) {
    const product = low * BASE;
    high = (high * BASE + Math.floor(product / TWO_32)) >>> 0;
    low = product >>> 0;
  }
  return [high, low];
}
