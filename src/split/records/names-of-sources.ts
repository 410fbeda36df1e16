/** What each source is called in a report: by its title, and where two have the same title, by what tells them apart. */

/** What is known of a source. */
export interface NamedSource {
  /** The number it turned out to be the same as; null for one that stands for itself. */
  readonly joined: number | null;
  /** Names of different networks never meet. */
  readonly network: string;
  /** In the order in which they were met. */
  readonly names: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
  readonly id: string;
}

/** The names to show, in the order of `sources`. */
export function namesOfSources(sources: readonly NamedSource[]): string[] {
  const apart = namesakes(sources);
  return sources.map((source) =>
    apart.has(source) ? `${shownName(source)} (${keyOf(source)})` : shownName(source),
  );
}

/** The first title that is not the handle over again, as the names of some files are; else what there is. */
function shownName({ names, handles, id }: NamedSource): string {
  const lower = new Set([...handles].map((handle) => handle.toLowerCase()));
  for (const name of names) {
    if (!lower.has(name.toLowerCase())) return name;
  }
  const [[name], [handle]] = [names, handles];
  return name ?? (handle === undefined ? id : `@${handle}`);
}

/** Sources that are known to be others than one of the same title. */
function namesakes(sources: readonly NamedSource[]): Set<NamedSource> {
  const byName = new Map<string, NamedSource[]>();
  for (const source of sources) {
    if (source.joined !== null || source.names.size === 0 || keyOf(source) === '') continue;
    const name = `${source.network} ${shownName(source)}`;
    const alike = byName.get(name) ?? [];
    if (alike.push(source) === 1) byName.set(name, alike);
  }
  return new Set([...byName.values()].filter(areSeveral).flat());
}

/** Two numbers, or two handles: one that has only a number and one that has only a handle may be the same. */
function areSeveral(alike: readonly NamedSource[]): boolean {
  const numbered = alike.filter(({ id }) => id !== '');
  const handled = alike.filter(({ handles }) => handles.size > 0);
  return numbered.length > 1 || handled.length > 1;
}

function keyOf({ handles, id }: NamedSource): string {
  const [handle] = handles;
  return handle === undefined ? id : `@${handle}`;
}
