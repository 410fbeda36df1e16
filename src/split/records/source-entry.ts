/** What is known of a source so far. It may turn out to be another one, met under another key: then the two are joined. */
import type { Source } from '../../model.js';
import type { NamedSource } from './names-of-sources.js';

/** One that stands for itself, or is joined to another and has nothing of its own any more. */
export interface SourceEntry extends NamedSource {
  readonly number: number;
  joined: SourceEntry | null;
  readonly names: Set<string>;
  readonly handles: Set<string>;
  id: string;
}

/** More names of a source, or handles, are not remembered: the first that serves is shown. */
const MOST_REMEMBERED = 16;

/** Makes one of which nothing is known yet. */
export function newSource(number: number, network: string): SourceEntry {
  return { number, joined: null, network, names: new Set(), handles: new Set(), id: '' };
}

/** The one that stands for `source`. Ways to it are shortened as they are gone: of long chains each link is passed a few times. */
export function finalOf(source: SourceEntry): SourceEntry {
  let last = source;
  while (last.joined !== null) {
    last.joined = last.joined.joined ?? last.joined;
    last = last.joined;
  }
  return last;
}

/** Joins two that stand for themselves: the first keeps what is known of both, and nothing is known of the other any more. */
export function join(one: SourceEntry, other: SourceEntry): SourceEntry {
  if (one === other) return one;
  const [kept, gone] = one.number < other.number ? [one, other] : [other, one];
  for (const name of gone.names) addTo(kept.names, name);
  for (const handle of gone.handles) addTo(kept.handles, handle);
  kept.id ||= gone.id;
  gone.joined = kept;
  gone.names.clear();
  gone.handles.clear();
  gone.id = '';
  return kept;
}

/** Learns what `source` says of the one that `entry` stands for. */
export function remember(entry: SourceEntry, { id, handle, name }: Source): void {
  if (name) addTo(entry.names, name);
  if (handle) addTo(entry.handles, handle);
  entry.id ||= id ?? '';
}

function addTo(known: Set<string>, value: string): void {
  if (known.size < MOST_REMEMBERED) known.add(value);
}
