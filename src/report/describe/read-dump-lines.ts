/** Some lines of a dump, read once more: for formats that tell a place by more than its number. */
import { fingerprintHex } from '../../model/fingerprint-hex.js';
import type { DumpLine } from '../finding.js';
import { createLineHasher, type HashedLines } from './hash-lines.js';
import type { Lookup } from './lookup.js';

/** Bytes read at a time. */
const PIECE = 64 * 1024;

/** More lines than the hash of a line can reach into. */
const BEYOND = 100;

/** See {@link Report.readLines}. */
export function readDumpLines(
  lookup: Lookup,
  path: string,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, DumpLine> | null {
  const { columns, facts } = lookup.analysis;
  const dump = facts.findIndex((candidate) => candidate.path === path);
  const found = facts[dump];
  if (found === undefined || found.records !== null || found.encoding !== 'utf-8') return null;
  let last = 0;
  for (const line of wanted) last = Math.max(last, line);
  const hasher = createLineHasher(columns);
  for (const text of textsOf(lookup, dump, found.bytes)) {
    hasher.push(text);
    if (hasher.line > last + BEYOND) break;
  }
  return describeLines(hasher.finish(), wanted, last);
}

/** The text of a dump, a byte order mark included, as GitHub reads it. */
function* textsOf(lookup: Lookup, dump: number, bytes: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < bytes; at += PIECE) {
    yield decoder.decode(lookup.read(dump, at, Math.min(PIECE, bytes - at)), { stream: true });
  }
  yield decoder.decode();
}

/** Names the wanted lines; those with the same hash are counted from the beginning of the dump, wanted or not. */
function describeLines(
  { high, low, units }: HashedLines,
  wanted: ReadonlySet<number>,
  last: number,
): ReadonlyMap<number, DumpLine> {
  const hashOf = (line: number) => fingerprintHex(low.at(line), high.at(line)).replace(/^0+(?=.)/, '');
  const alike = new Map<number, Map<number, number>>();
  for (const line of wanted)
    alike.set(low.at(line), (alike.get(low.at(line)) ?? new Map()).set(high.at(line), 0));
  const described = new Map<number, DumpLine>();
  for (let line = 1; line <= last; line++) {
    const counts = alike.get(low.at(line));
    const before = counts?.get(high.at(line));
    if (counts === undefined || before === undefined) continue;
    counts.set(high.at(line), before + 1);
    if (wanted.has(line))
      described.set(line, { units: units.at(line), hash: `${hashOf(line)}:${before + 1}` });
  }
  return described;
}
