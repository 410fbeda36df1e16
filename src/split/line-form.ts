/** What lines of one kind have in common: `--- Post 12 ---` and `--- Post 13 ---` are of one form, and in order. */
import { monthOf } from '../dates/month-names.js';

const CLOCK = /0:0/u;
const DAY = /(?<!0[-./])0([-./])0\1 ?0(?![-./]0)/u;
/** Words, up to a number or to what stands round names. */
const NAME = /[^0()[\]|:,»·—–<>\p{L}]*\p{L}[^0()[\]|:,»·—–<>]*/gu;

/** The line with every number, and the name of every month, folded; round a clock stand names, which are folded, too. */
export function lineForm(line: string): string {
  const numbered = line.replace(/\p{Nd}+/gu, '0');
  if (numbered === line) return line;
  return isTimed(numbered)
    ? numbered.replace(NAME, 'a')
    : numbered.replace(/\p{L}+/gu, (word) => (monthOf(word) === 0 ? word : 'm'));
}

/** Whether lines of the form give a day of the calendar in numbers. */
function isDated(form: string): boolean {
  return DAY.test(form);
}

/** Whether lines of the form give a time of day. */
export function isTimed(form: string): boolean {
  return CLOCK.test(form);
}

/** A time of day falls with each day, and a day with each month: so many times as often must it rise, or the other way round. */
const MOSTLY = 4;
/** Numbers that count posts fall with chance alone: of so many, one. */
const NEARLY_ALWAYS = 20;
/** Steps fewer than so must be of one, and so few times need their days. */
const FEW = 7;

/** Whether lines of one form rise, or fall, from one to the next: by all their numbers, or by one of them. */
export function isInOrder(lines: readonly string[]): boolean {
  const numbers = lines.map(numbersIn);
  const form = lineForm(lines[0] ?? '');
  const isTold = isTimed(form) || isDated(form) ? mostlyRises : nearlyAlwaysRises;
  // A time without a day: a few are what posts tell of.
  if (isTold === mostlyRises && numbers.length <= FEW && (numbers[0]?.length ?? 0) < 3) return false;
  const places = (numbers[0] ?? []).map((_, place) => numbers.map((of) => of.slice(place, place + 1)));
  return [numbers, ...places].some((compared) =>
    isTold(compared.slice(1).map((of, at) => stepTo(compared[at] ?? [], of))),
  );
}

/** By the first number in which they differ. */
function stepTo(before: readonly number[], numbers: readonly number[]): number {
  const place = numbers.findIndex((number, at) => number !== before[at]);
  return place < 0 ? 0 : (numbers[place] ?? 0) - (before[place] ?? 0);
}

function mostlyRises(steps: readonly number[]): boolean {
  const { less, more } = countSteps(steps);
  return more > 1 && less * MOSTLY <= more;
}

function nearlyAlwaysRises(steps: readonly number[]): boolean {
  if (steps.length < FEW) return steps.every((step) => Math.abs(step) === 1 && step === steps[0]);
  const { more } = countSteps(steps);
  return (steps.length - more) * NEARLY_ALWAYS <= more;
}

/** Steps up and steps down, the fewer and the more. */
function countSteps(steps: readonly number[]): { less: number; more: number } {
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  return { less: Math.min(up, down), more: Math.max(up, down) };
}

function numbersIn(line: string): number[] {
  return Array.from(line.matchAll(/\d+/gu), ([digits]) => Number(digits));
}
