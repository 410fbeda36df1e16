/** What each source is called in a report: by its title, and where two have the same title, by what tells them apart. */

/** What is known of a source. */
export interface NamedSource {
  /** The one it turned out to be the same as, which has its names and keys now; null for one that stands for itself. */
  readonly joined: NamedSource | null;
  /** Sources of different networks never meet; empty where the network is not known. */
  readonly network: string;
  /** In the order in which they were met. */
  readonly names: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
  readonly id: string;
}

/** The names to show, in the order of `sources`: no two that stand for themselves have the same, the others have none. */
export function namesOfSources(sources: readonly NamedSource[]): string[] {
  const apart = new Set(ofOneTitle(sources).filter(areSeveral).flat());
  const names = sources.map((source) =>
    apart.has(source) && keyOf(source) !== '' ? `${shownName(source)} (${keyOf(source)})` : shownName(source),
  );
  return withNetworks(sources, names);
}

/** Lists of sources of one network that have the same title, or what is shown for one. */
export function ofOneTitle<Named extends NamedSource>(sources: readonly Named[]): Named[][] {
  const byTitle = new Map<string, Named[]>();
  for (const source of sources) {
    if (source.names.size === 0) continue;
    const title = `${source.network} ${shownName(source)}`;
    const alike = byTitle.get(title) ?? [];
    if (alike.push(source) === 1) byTitle.set(title, alike);
  }
  return [...byTitle.values()];
}

/** Two numbers, or two handles: one that has only a number and one that has only a handle, or neither, may be the same. */
export function areSeveral(alike: readonly NamedSource[]): boolean {
  const numbered = alike.filter(({ id }) => id !== '');
  const handled = alike.filter(({ handles }) => handles.size > 0);
  return numbered.length > 1 || handled.length > 1;
}

/** A name that sources of several networks have says of which it is. */
function withNetworks(sources: readonly NamedSource[], names: readonly string[]): string[] {
  const networks = new Map<string, Set<string>>();
  sources.forEach(({ joined, network }, number) => {
    const name = names[number] ?? '';
    if (joined === null && network !== '') networks.set(name, (networks.get(name) ?? new Set()).add(network));
  });
  return names.map((name, number) => {
    const network = sources[number]?.network ?? '';
    return network !== '' && (networks.get(name)?.size ?? 0) > 1 ? `${name} (${network})` : name;
  });
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

function keyOf({ handles, id }: NamedSource): string {
  const [handle] = handles;
  return handle === undefined ? id : `@${handle}`;
}
