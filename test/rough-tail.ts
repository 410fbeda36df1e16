// Promises: a post's lines as the extractor prints them twice: the first print, and the second from the second
// line on, with the ways in which the two are known to differ. Wherever a post has a second print, it holds at
// least one line of the first, or the beginning of one.

import { chance, type Random } from './seeded-random.js';

/** How often the two prints of a post differ, and how. */
export interface TailRates {
  /**
   * A line that begins with a custom emoji: in the first print only. Never the post's second line: the first one
   * would then read as a one-line post before a post that is printed as it should be.
   */
  readonly firstOnly: number;
  /** A quotation of one to three lines, in the second print only, with a common line after it. */
  readonly quoteInside: number;
  /** The same, as the last lines of the post: nothing in the text tells it from one-line posts that follow. */
  readonly quoteAtEnd: number;
  /** Every line after the first begins with a custom emoji: no second print, a placeholder pair after the first. */
  readonly once: number;
  /** A line of which the second print has only the beginning. */
  readonly cut: number;
}

export interface Print {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly printedOnce: boolean;
}

/** One line of a post, as each print has it; null where a print lacks it. */
interface TwiceLine {
  readonly first: string | null;
  readonly second: string | null;
}

export function printLines(lines: readonly string[], rates: TailRates, random: Random): Print {
  const [title = '', ...tail] = lines;
  if (tail.length > 0 && chance(random, rates.once)) {
    return { first: [title, ...tail.map(ledByEmoji)], second: [], printedOnce: true };
  }
  let twice: readonly TwiceLine[] = tail.map((line) => ({ first: line, second: line }));
  if (chance(random, rates.quoteInside)) twice = quoteInside(twice, random);
  if (chance(random, rates.quoteAtEnd)) twice = quoteAtEnd(twice, random);
  if (chance(random, rates.firstOnly)) twice = dropFromSecond(twice, random);
  if (chance(random, rates.cut)) twice = cutInSecond(twice, random);
  const printed = (line: string | null): line is string => line !== null;
  return {
    first: [title, ...twice.map((line) => line.first).filter(printed)],
    second: twice.map((line) => line.second).filter(printed),
    printedOnce: false,
  };
}

function quoteInside(twice: readonly TwiceLine[], random: Random): readonly TwiceLine[] {
  if (twice.length < 2) return twice;
  const length = 1 + random(Math.min(3, twice.length - 1));
  return quote(twice, random(twice.length - length), length);
}

function quoteAtEnd(twice: readonly TwiceLine[], random: Random): readonly TwiceLine[] {
  if (twice.length < 2) return twice;
  const length = 1 + random(Math.min(3, twice.length - 1));
  const begin = twice.length - length;
  // The prints must still have a line in common, or there is no second print to be recognised.
  return twice.slice(0, begin).some(isCommon) ? quote(twice, begin, length) : twice;
}

function quote(twice: readonly TwiceLine[], begin: number, length: number): readonly TwiceLine[] {
  const quoted = (at: number) => at >= begin && at < begin + length;
  return twice.map((line, at) => (quoted(at) ? { first: null, second: line.second } : line));
}

function dropFromSecond(twice: readonly TwiceLine[], random: Random): readonly TwiceLine[] {
  if (twice.filter(isCommon).length < 2) return twice;
  const chosen = chooseCommon(twice, 1, random);
  return twice.map((line, at) =>
    at === chosen && line.first !== null ? { first: ledByEmoji(line.first), second: null } : line,
  );
}

function cutInSecond(twice: readonly TwiceLine[], random: Random): readonly TwiceLine[] {
  const chosen = chooseCommon(twice, 0, random);
  return twice.map((line, at) =>
    at === chosen && line.second !== null
      ? { first: line.first, second: beginning(line.second, random) }
      : line,
  );
}

function isCommon(line: TwiceLine): boolean {
  return line.first !== null && line.second !== null;
}

function chooseCommon(twice: readonly TwiceLine[], from: number, random: Random): number {
  const common = twice.flatMap((line, at) => (isCommon(line) && at >= from ? [at] : []));
  return common[random(common.length)] ?? -1;
}

/** Cut before a word, where an emoji or a spoiler began; a line of one word is left whole. */
function beginning(line: string, random: Random): string {
  const words = line.split(' ');
  const kept = words.slice(0, Math.max(1, Math.ceil((words.length * (30 + random(60))) / 100)));
  const shorter = kept.join(' ').trimEnd();
  return shorter === '' ? line : shorter;
}

function ledByEmoji(line: string): string {
  return /^(\p{Extended_Pictographic}|\p{Regional_Indicator})/u.test(line) ? line : `🔴 ${line}`;
}
