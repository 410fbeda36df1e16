/**
 * Who is who among the sources of all dumps: one dump calls a channel by its number, another by its handle, a third
 * by its title. Whoever is called by a number and a handle at once joins the two, a title learnt anywhere is
 * shown everywhere, and whoever is called by a title alone is the one source that has it, if there is but one: so that
 * a channel is one source however its dumps were made.
 */
import type { Source, SourceKeys } from '../../model.js';
import { areSeveral, namesOfSources, ofOneTitle } from './names-of-sources.js';
import { finalOf, join, newSource, remember, type SourceEntry } from './source-entry.js';

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

/** Makes an empty directory. */
export function createSourceDirectory(): SourceDirectory {
  const byKey = new Map<string, SourceEntry>();
  const known: SourceEntry[] = [newSource(0, '')];
  const added = (network: string): SourceEntry => {
    const source = newSource(known.length, network);
    known.push(source);
    return source;
  };
  return {
    number(source, network) {
      if (source === undefined) return 0;
      const keys = keysOf(source, network);
      if (keys.length === 0) return 0;
      const found = keys.map((key) => byKey.get(key)).filter((entry) => entry !== undefined);
      const entry = found.length === 0 ? added(network) : found.map(finalOf).reduce(join);
      for (const key of keys) byKey.set(key, entry);
      remember(entry, source);
      return entry.number;
    },
    finish() {
      // Only now it is known how many have a title.
      for (const alike of ofOneTitle(known)) {
        if (!areSeveral(alike)) alike.reduce(join);
      }
      return {
        final: known.map((source) => finalOf(source).number),
        names: namesOfSources(known),
        keys: known.map(lastingKeys),
      };
    },
  };
}

/** The number and the first handle; a title may change. */
function lastingKeys({ id, handles, network }: SourceEntry): SourceKeys {
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
