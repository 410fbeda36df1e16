/** What went wrong on the way, on standard error; and the exit code that follows from it. */
import { isClockZero } from '../dates/is-clock-zero.js';
import type { DumpFacts, RecordFacts, Shape } from '../model.js';
import { isUnwanted } from '../read/left-out.js';
import type { Reading } from '../read/read-dumps.js';
import { count } from '../report/reporters/text-words.js';
import { type BoundaryOptions, boundaryFlags } from './boundary-flags.js';
import { tell } from './tell.js';
import type { ToldThere } from './told-on-terminal.js';

/** Of a dump, what may be worth a warning. */
type ReadDump = Pick<Shape, 'format' | 'confidence' | 'evidence'>;

/** More of a kind are only counted. */
const MOST_TOLD = 10;

/** How much is told, what is an error, and what was asked for. */
export interface Telling extends BoundaryOptions {
  readonly quiet?: boolean;
  /** A record that cannot be read is an error. */
  readonly strict?: boolean;
  /** What the reader has been told already: nothing by default. */
  readonly told?: ToldThere;
}

/** Who is told something. */
type Tell = (text: string) => void;

/** Tells (errors even when `quiet`) and returns 2 where something could not be read as asked, else 0. */
export function tellTroubles(dumps: readonly ReadDump[], reading: Reading, telling: Telling): number {
  const { quiet = false, strict = false, told = 'nothing' } = telling;
  const warn: Tell = quiet ? () => {} : tell;
  const leftOut = reading.leftOut.filter(
    (left) => !isUnwanted(left) && told !== 'all' && !(left.isTrouble && told === 'troubles'),
  );
  tellLeftOut(leftOut, warn);
  reading.facts.forEach((facts, at) => {
    // The report of a scan is on the new dumps alone.
    const isTold = told === 'all' && !facts.against;
    if (!isTold && told !== 'troubles') for (const problem of reading.problems[at] ?? []) tell(problem);
    tellLines(facts, warn);
    tellBroken(facts, strict ? tell : warn);
    tellUnreadDates(facts, warn);
    const doubt = doubtOf(facts, isTold ? undefined : dumps[at], telling);
    if (doubt !== null) warn(`${facts.path}: ${doubt}`);
  });
  return reading.troubles.length > 0 ? 2 : 0;
}

/** Why a run ends with 2 is told even to who wants quiet. */
function tellLeftOut(leftOut: Reading['leftOut'], warn: Tell): void {
  for (const { isTrouble, reason } of leftOut.slice(0, MOST_TOLD))
    (isTrouble ? tell : warn)(`left out: ${reason}`);
  const untold = leftOut.slice(MOST_TOLD);
  const tellUntold = untold.some(({ isTrouble }) => isTrouble) ? tell : warn;
  if (untold.length > 0) tellUntold(`left out: ${count(untold.length, 'more input')}, named in the report`);
}

/** What of its lines could not be read as text. */
function tellLines({ path, oversizedLines, invalidBytes, encoding }: DumpFacts, warn: Tell): void {
  const [first] = oversizedLines;
  if (first !== undefined)
    warn(
      `${path}:${first}: left out ${count(oversizedLines.length, 'line')} longer than 16 MiB: is this a text dump?`,
    );
  if (invalidBytes > 0)
    warn(
      `${path}: ${count(invalidBytes, 'byte is', 'bytes are')} no text in ${encoding}: NUL, or not valid and read as U+FFFD; if that is not its encoding, name it with --encoding`,
    );
}

/** Why it may not be the dump that was meant, or not be cut well: that is not to be told where `dump` is undefined. */
function doubtOf(facts: DumpFacts, dump: ReadDump | undefined, telling: Telling): string | null {
  const { records } = facts;
  if (records !== null) return records.firstRecord === records.endRecord ? noPosts(records) : null;
  if (facts.lines === 0 || facts.firstRow === facts.endRow) return 'no text, so no posts';
  return dump?.confidence === 'low' ? whyGuessed(dump, telling) : null;
}

/** Who gave patterns of their own is not to be told to give some. */
function whyGuessed({ format, evidence }: ReadDump, telling: Telling): string {
  if (format === 'custom-text') return `${evidence.join('; ')} (${boundaryFlags(telling).join(', ')})`;
  return 'where posts begin is a guess (see --post-start, --separator, --one-post-per-line)';
}

/** Of what there was in place of posts, what is not told line by line. */
function noPosts({ passed }: RecordFacts): string {
  return passed === 0 ? 'no posts in it' : `no posts in it, only ${count(passed, 'service record')}`;
}

function tellUnreadDates({ path, records }: DumpFacts, warn: Tell): void {
  const { posts, first } = records?.unreadDates ?? { posts: 0, first: null };
  if (first === null) return;
  const count = posts === 1 ? '1 post counts' : `${posts} posts count`;
  const found = isClockZero(first.text)
    ? `${first.text} is the zero of clocks and counts as no date`
    : `expected a date such as 2024-12-31, found ${first.text}`;
  warn(`${path}:${first.line}: ${found}: ${count} as undated, and as later than what is dated`);
}

function tellBroken({ path, records }: DumpFacts, warn: Tell): void {
  if (records === null) return;
  for (const { line, reason } of records.brokenRecords.slice(0, MOST_TOLD))
    warn(`${path}:${line}: ${reason}`);
  const untold = records.broken - MOST_TOLD;
  if (untold > 0) warn(`${path}: ${count(untold, 'more record')} left out, named in the report`);
}
