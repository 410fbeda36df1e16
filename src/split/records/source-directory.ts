/**
 * Who is who among the sources of all dumps: one dump calls a channel by its number, another by its handle, a third
 * by its title. Whoever is called by a number and a handle at once joins the two, a title learnt anywhere is
 * shown everywhere, and whoever is called by a title alone is the one source that has it, if there is but one: so that
 * a channel is one source however its dumps were made.
 */
import type { Source, SourceKeys } from '../../model.js';
import { areSeveral, type NamedSource, namesOfSources, ofOneTitle } from './names-of-sources.js';

/** Sources under construction; the numbers it gives are final only once all dumps are read. */
export interface SourceDirectory {
  /** The number of `source` within `network` (names of different networks never meet); 0 where it says nothing. */
  number(source: Source | undefined, network: string): number;
  /** By number: the number that stands for the source in the end, the name to show, and its keys. */
  finish(): {
    readonly final: readonly number[];
    readonly names: readonly string[];
    readonly keys: readonly SourceKeys[];
  };
}

/** What is known of a source, by number. */
interface Known extends NamedSource {
  readonly number: number;
  /** The number it turned out to be the same as. */
  joined: number | null;
  readonly names: Set<string>;
  readonly handles: Set<string>;
  id: string;
}

/** Makes an empty directory. */
export function createSourceDirectory(): SourceDirectory {
  const numbers = new Map<string, number>();
  const known: Known[] = [newSource(0, '')];
  const finalOf = (number: number): number => {
    const joined = known[number]?.joined ?? null;
    return joined === null ? number : finalOf(joined);
  };
  const join = (number: number, other: number): number => {
    const [first, second] = number < other ? [number, other] : [other, number];
    const [kept, gone] = [known[first], known[second]];
    if (kept === undefined || gone === undefined || first === second) return first;
    gone.joined = first;
    for (const name of gone.names) kept.names.add(name);
    for (const handle of gone.handles) kept.handles.add(handle);
    kept.id ||= gone.id;
    return first;
  };
  return {
    number(source, network) {
      if (source === undefined) return 0;
      const keys = keysOf(source, network);
      if (keys.length === 0) return 0;
      const found = keys.map((key) => numbers.get(key)).filter((number) => number !== undefined);
      const number =
        found.length === 0
          ? known.push(newSource(known.length, network)) - 1
          : found.map(finalOf).reduce(join);
      for (const key of keys) numbers.set(key, number);
      const entry = known[number];
      if (entry === undefined) return 0;
      if (source.name) entry.names.add(source.name);
      if (source.handle) entry.handles.add(source.handle);
      entry.id ||= source.id ?? '';
      return number;
    },
    finish() {
      // Only now it is known how many have a title.
      for (const alike of ofOneTitle(known)) {
        if (!areSeveral(alike)) alike.map((source) => source.number).reduce(join);
      }
      return {
        final: known.map(({ number }) => finalOf(number)),
        names: namesOfSources(known),
        keys: known.map(lastingKeys),
      };
    },
  };
}

function newSource(number: number, network: string): Known {
  return { number, joined: null, network, names: new Set(), handles: new Set(), id: '' };
}

/** The number and the first handle; a title may change. */
function lastingKeys({ id, handles, network }: Known): SourceKeys {
  const [handle] = handles;
  return {
    id: id === '' ? '' : `${network} ${id}`,
    handle: handle === undefined ? '' : `${network} ${handle.toLowerCase()}`,
  };
}

/** A title is no key where there is a better one: two channels may have the same. */
function keysOf({ id, handle, name }: Source, network: string): string[] {
  const keys: string[] = [];
  if (id !== undefined && id !== '') keys.push(`${network} id ${id}`);
  if (handle !== undefined && handle !== '') keys.push(`${network} @${handle.toLowerCase()}`);
  if (keys.length === 0 && name !== undefined && name !== '') keys.push(`${network} name ${name}`);
  return keys;
}
