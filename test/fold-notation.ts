// Promises: folding told in one line: `T a b : a b | L` is the run `T a b a b L` folded into two posts, the first
// printed twice. Words with a capital have letters enough not to be equal by chance; `apple` may be the beginning of
// `apple.tree`, cut short.

import type { EchoKind } from '../src/model.js';
import type { CompareLines } from '../src/split/compare-lines.js';
import { type FoldedPost, foldEchoes } from '../src/split/fold-echoes.js';

export interface FoldChoices {
  readonly kind?: EchoKind;
  readonly closed?: boolean;
  readonly quotations?: boolean;
}

/** The posts of a run of lines. */
export function foldLines(lines: readonly string[], choices: FoldChoices = {}): readonly FoldedPost[] {
  const { kind = 'tail', closed = false, quotations = false } = choices;
  const run = { from: 0, end: lines.length, closed, quotations };
  return [...foldEchoes(compareWords(lines), run, kind)];
}

/** The run that `told` is of, folded, and told again: a test expects it to be `told`. */
export function foldAgain(told: string, choices: FoldChoices = {}): string {
  const lines = told.split(' ').filter((word) => word !== ':' && word !== '|');
  return foldLines(lines, choices)
    .map(({ start, echo, end }) => {
      const second = echo < end ? [':', ...lines.slice(echo, end)] : [];
      return [...lines.slice(start, echo), ...second].join(' ');
    })
    .join(' | ');
}

/** Compares lines as words, with no fingerprint and no bytes. */
function compareWords(lines: readonly string[]): CompareLines {
  const wordAt = (row: number) => lines[row] ?? '';
  const numbers = new Map([...new Set(lines)].map((word, at) => [word, at + 1]));
  const heads = new Map(
    [...new Set(lines.map((word) => word.slice(0, 5)))].map((head, at) => [head, at + 1]),
  );
  return {
    same: (a, b) => wordAt(a) === wordAt(b),
    cutShort: (a, b) => wordAt(b).length >= 5 && wordAt(a) !== wordAt(b) && wordAt(a).startsWith(wordAt(b)),
    keyOf: (row) => numbers.get(wordAt(row)) ?? 0,
    headOf: (row) => (wordAt(row).length < 5 ? 0 : (heads.get(wordAt(row).slice(0, 5)) ?? 0)),
    textOf: wordAt,
    isHeavy: (row) => /\p{Lu}/u.test(wordAt(row)),
  };
}
