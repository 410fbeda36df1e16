/**
 * A baseline as text, made to be reviewed as a diff: a header, then a line a block, sorted.
 *
 * ```text
 * reposted-baseline 1 normalizer 2 rung homoglyphs
 * 4e6c787d107d234a 3 2 # The oven is repaired
 * 7fb60f26879797ab 2 1 0b1c… 99d4… # A cake for the ferry
 * ```
 *
 * An id, its occurrences, how many of them are uncredited copies, the paragraphs where they are not the id itself.
 */
import { UserError } from '../errors.js';
import { rungs } from '../model.js';
import type { Baseline, BaselineEntry } from './baseline.js';

const VERSION = '1';
const HEADER = /^reposted-baseline (\S+) normalizer (\S+) rung (\S+)$/;
const ENTRY = /^([0-9a-f]{16}) ([1-9]\d{0,14}) (\d{1,15})((?: [0-9a-f]{16})*)(?: # ?(.*))?$/;

const EXPLANATION = `# Accepted repeats: id, occurrences, uncredited copies among them, paragraphs, how it begins.
# Written by reposted check --update-baseline; a block may stand as often as here, and not once more.
`;

/** The same baseline gives the same bytes. */
export function showBaseline({ normalizer, rung, entries }: Baseline): string {
  const lines = entries.map(showEntry).sort(compareUnits);
  return `reposted-baseline ${VERSION} normalizer ${normalizer} rung ${rung}\n${EXPLANATION}${lines.join('')}`;
}

function showEntry({ id, occurrences, uncredited, paragraphs, excerpt }: BaselineEntry): string {
  const alone = paragraphs.length === 1 && paragraphs[0] === id;
  const listed = alone ? '' : ` ${paragraphs.join(' ')}`;
  return `${id} ${occurrences} ${uncredited}${listed} # ${excerpt}\n`;
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Throws a {@link UserError} where the text is of no version of a baseline: what lies at `path` is something else of the user's. */
export function refuseOther(text: string, path: string): void {
  if (!text.startsWith('reposted-baseline ')) throw noBaseline(text.split(/\r?\n/, 1)[0] ?? '', path);
}

/** Reads what {@link showBaseline} writes; throws a {@link UserError} that names `path` and line. */
export function parseBaseline(text: string, path: string): Baseline {
  const [header = '', ...lines] = text.split(/\r?\n/);
  const kind = parseHeader(header, path);
  const entries: BaselineEntry[] = [];
  const seen = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const entry = parseEntry(line, `${path}:${at + 2}`);
    const before = seen.get(entry.id);
    if (before !== undefined) {
      throw new UserError(
        `${path}:${at + 2}: ${entry.id} stands on line ${before} already: expected each id once; keep the line with the higher counts`,
      );
    }
    seen.set(entry.id, at + 2);
    entries.push(entry);
  });
  return { ...kind, entries };
}

function parseHeader(line: string, path: string): Omit<Baseline, 'entries'> {
  const [, version, normalizer = '', name] = HEADER.exec(line) ?? [];
  if (version === undefined) throw noBaseline(line, path);
  const rung = rungs.find((known) => known === name);
  if (version !== VERSION || rung === undefined) {
    throw new UserError(
      `${path}:1: expected a baseline of version ${VERSION}, found ${shown(line)}: it was written by another version of reposted; use that one, or write it anew (--update-baseline --prune)`,
    );
  }
  return { normalizer, rung };
}

function noBaseline(line: string, path: string): UserError {
  return new UserError(
    `${path}:1: expected the header of a baseline (reposted-baseline ${VERSION} normalizer … rung …), found ${shown(line)}: is this a baseline?`,
  );
}

function parseEntry(line: string, place: string): BaselineEntry {
  const [, id, occurrences, uncredited, listed = '', excerpt = ''] = ENTRY.exec(line) ?? [];
  if (id === undefined || Number(uncredited) > Number(occurrences)) {
    throw new UserError(
      `${place}: expected an id of 16 hex digits, a count of occurrences, a count of uncredited ones among them, then perhaps paragraphs and "# text"; found ${shown(line)}`,
    );
  }
  const paragraphs = listed === '' ? [id] : listed.trim().split(' ');
  return { id, occurrences: Number(occurrences), uncredited: Number(uncredited), paragraphs, excerpt };
}

/** Enough of a line to know it by. */
function shown(line: string): string {
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line);
}
