/** Who is who among the sources of dumps at hand and of an index, which was made without them. */
import type { RecordTable } from './records.js';
import type { KnownSource } from './seen.js';

/** Makes what gives, of a source at hand by its name, all that is known; what no record names has its name alone. */
export function createSourceFinder({ names, keys }: RecordTable): (name: string) => KnownSource {
  const known = new Map<string, KnownSource>();
  names.forEach((name, number) => {
    const { id = '', handle = '' } = known.get(name) ?? {};
    const of = keys[number] ?? { id, handle };
    known.set(name, { name, id: id || of.id, handle: handle || of.handle });
  });
  return (name) => known.get(name) ?? { name, id: '', handle: '' };
}

/** Whether two are one: by number where both have one, else by handle, else by name. */
export function isSameSource(a: KnownSource, b: KnownSource): boolean {
  if (a.id !== '' && b.id !== '') return a.id === b.id;
  if (a.handle !== '' && b.handle !== '') return a.handle === b.handle;
  return a.name === b.name;
}
