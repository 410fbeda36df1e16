/** What went wrong on the way, on standard error; and the exit code that follows from it. */
import type { Confidence, DumpFacts, RecordFacts } from '../model.js';
import type { Reading } from '../read/read-dumps.js';
import { escapeText } from '../report/escape-text.js';

/** Of a dump, what may be worth a warning. */
type ReadDump = Pick<DumpFacts, 'path' | 'invalidBytes'> & {
  readonly confidence: Confidence;
};

/** More of a kind are only counted. */
const MOST_TOLD = 10;

/** How much is told, and what is an error. */
export interface Telling {
  readonly quiet?: boolean;
  /** A record that cannot be read is an error. */
  readonly strict?: boolean;
}

/** Tells (errors even when `quiet`) and returns 2 where something could not be read as asked, else 0. */
export function tellTroubles(dumps: readonly ReadDump[], reading: Reading, telling: Telling): number {
  const { quiet = false, strict = false } = telling;
  const warn = (text: string) => {
    if (!quiet) process.stderr.write(`reposted: ${escapeText(text)}\n`);
  };
  // Why a run ends with 2 is told even to who wants quiet.
  const fail = (text: string) => process.stderr.write(`reposted: ${escapeText(text)}\n`);
  const leftOut = reading.leftOut.filter(({ ignored }) => ignored !== true);
  for (const left of leftOut.slice(0, MOST_TOLD)) (left.named ? fail : warn)(`left out: ${left.reason}`);
  const untold = leftOut.slice(MOST_TOLD);
  const tell = untold.some((left) => left.named) ? fail : warn;
  if (untold.length > 0) tell(`left out: ${untold.length} more inputs, named in the report`);
  reading.facts.forEach((facts, at) => {
    for (const problem of reading.problems[at] ?? []) fail(problem);
    const [first] = facts.oversizedLines;
    if (first !== undefined) {
      warn(
        `${facts.path}:${first}: left out ${facts.oversizedLines.length} line(s) longer than 16 MiB: is this a text dump?`,
      );
    }
    if (facts.invalidBytes > 0)
      warn(
        `${facts.path}: ${facts.invalidBytes} byte(s) are not valid ${facts.encoding}, read as U+FFFD; if that is not its encoding, name it with --encoding`,
      );
    tellBroken(facts, strict ? fail : warn);
    tellUnreadDates(facts, warn);
    if (facts.records !== null) {
      if (facts.records.firstRecord === facts.records.endRecord)
        warn(`${facts.path}: ${noPosts(facts.records)}`);
    } else if (facts.lines === 0 || facts.firstRow === facts.endRow)
      warn(`${facts.path}: no text, so no posts`);
    else if (dumps[at]?.confidence === 'low') {
      warn(
        `${facts.path}: no cue says where posts begin; cut by guess (see --post-start, --separator, --one-post-per-line)`,
      );
    }
  });
  const failed =
    reading.leftOut.some((left) => left.named) || reading.problems.some((problems) => problems.length > 0);
  const broken = reading.facts.some((facts) => (facts.records?.broken ?? 0) > 0);
  return failed || (strict && broken) ? 2 : 0;
}

/** Of what there was in place of posts, what is not told line by line. */
function noPosts({ passed }: RecordFacts): string {
  return passed === 0 ? 'no posts in it' : `no posts in it, only ${passed} service record(s)`;
}

function tellUnreadDates({ path, records }: DumpFacts, warn: (text: string) => void): void {
  const { posts, first } = records?.unreadDates ?? { posts: 0, first: null };
  if (first === null) return;
  const count = posts === 1 ? '1 post counts' : `${posts} posts count`;
  warn(
    `${path}:${first.line}: expected a date such as 2024-12-31, found ${first.text}: ${count} as undated, and as later than what is dated`,
  );
}

function tellBroken({ path, records }: DumpFacts, tell: (text: string) => void): void {
  if (records === null) return;
  for (const { line, reason } of records.brokenRecords.slice(0, MOST_TOLD))
    tell(`${path}:${line}: ${reason}`);
  const untold = records.broken - MOST_TOLD;
  if (untold > 0) tell(`${path}: ${untold} more records left out, named in the report`);
}
