// Promises: the blocks of posts by their definition, pair by pair and place by place, as slow as it is plain. It
// shares no code with the program: what it knows is the definition of a block, not how to find one fast.

/** A block as both sides tell it: its keys, and where it stands (`dump:post:first-last`, paragraphs from 0). */
export interface ToldBlock {
  readonly keys: string;
  readonly places: readonly string[];
}

/** What a paragraph is, as the notation of build-posts.ts has it. */
export const isEmpty = (key: string) => key.startsWith('~');
export const isShort = (key: string) => /^\d/.test(key);

/** A paragraph that is text, and where it stands. */
interface Place {
  readonly key: string;
  readonly dump: number;
  readonly post: number;
  readonly paragraph: number;
}

/** All texts, post by post. */
type Texts = readonly (readonly Place[])[];

/** The blocks of `dumps`, each a list of posts, each a list of keys; `signatures` are keys that link nothing. */
export function expectedBlocks(
  dumps: readonly (readonly (readonly string[])[])[],
  signatures: ReadonlySet<string>,
): readonly ToldBlock[] {
  const texts = dumps.flatMap((posts, dump) => posts.map((keys, post) => placesOf(keys, dump, post)));
  const counts = (key: string) =>
    !isShort(key) && !signatures.has(key) && texts.filter((post) => has(post, key)).length >= 2;
  const keys = [...new Set(texts.flat().map((place) => place.key))].filter(counts);
  const after = new Map(keys.map((key) => [key, keys.find((next) => belong(texts, key, next, signatures))]));
  const followers = new Set(after.values());
  return keys
    .filter((key) => !followers.has(key))
    .map((key) => widen(texts, runsOf(texts, key, after), signatures))
    .map(tell)
    .sort((a, b) => (a.keys < b.keys ? -1 : 1));
}

function placesOf(keys: readonly string[], dump: number, post: number): readonly Place[] {
  return keys
    .map((key, paragraph) => ({ key, dump, post, paragraph }))
    .filter((place) => !isEmpty(place.key));
}

function has(post: readonly Place[], key: string): boolean {
  return post.some((place) => place.key === key);
}

/** Whether `next` follows `key` at every occurrence of both, with the same passed-over paragraphs between. */
function belong(texts: Texts, key: string, next: string, signatures: ReadonlySet<string>): boolean {
  const passedOver = (place: Place) => isShort(place.key) || signatures.has(place.key);
  const between = new Set<string | null>();
  for (const post of texts) {
    for (const [at, place] of post.entries()) {
      if (place.key === key) between.add(walk(post.slice(at + 1), next, passedOver));
      if (place.key === next) {
        const back = walk(post.slice(0, at).reverse(), key, passedOver);
        between.add(back === null ? null : back.split(' ').reverse().join(' '));
      }
    }
  }
  return between.size === 1 && !between.has(null);
}

/** The keys passed over on the way to `wanted`, or null where it is not the next that is not passed over. */
function walk(way: readonly Place[], wanted: string, passedOver: (place: Place) => boolean): string | null {
  const found = way.findIndex((place) => !passedOver(place));
  if (found < 0 || way[found]?.key !== wanted) return null;
  const passed = way.slice(0, found).map((place) => place.key);
  return passed.join(' ');
}

/** One occurrence: positions among the texts of its post. */
interface Run {
  readonly post: readonly Place[];
  readonly first: number;
  readonly last: number;
}

/** Every occurrence of the block that begins with `key`, following the followers. */
function runsOf(texts: Texts, key: string, after: ReadonlyMap<string, string | undefined>): readonly Run[] {
  return texts.flatMap((post) =>
    post.flatMap((place, first) => {
      if (place.key !== key) return [];
      let last = first;
      for (let next = after.get(key); next !== undefined; next = after.get(next)) {
        last = post.findIndex((later, at) => at > last && later.key === next);
      }
      return [{ post, first, last }];
    }),
  );
}

/** A short paragraph that stands beside the block at every occurrence, and nowhere else, joins it. */
function widen(texts: Texts, runs: readonly Run[], signatures: ReadonlySet<string>): readonly Run[] {
  const joins = (beside: readonly (Place | undefined)[]) => {
    const key = beside[0]?.key;
    if (key === undefined || !isShort(key) || signatures.has(key)) return false;
    const everywhere = texts.flat().filter((place) => place.key === key).length;
    return everywhere === runs.length && beside.every((place) => place?.key === key);
  };
  if (joins(runs.map(({ post, last }) => post[last + 1])))
    return widen(
      texts,
      runs.map((run) => ({ ...run, last: run.last + 1 })),
      signatures,
    );
  if (joins(runs.map(({ post, first }) => post[first - 1])))
    return widen(
      texts,
      runs.map((run) => ({ ...run, first: run.first - 1 })),
      signatures,
    );
  return runs;
}

function tell(runs: readonly Run[]): ToldBlock {
  const [{ post, first, last } = { post: [], first: 0, last: 0 }] = runs;
  const places = runs.map((run) => {
    const from = run.post[run.first];
    return `${from?.dump}:${from?.post}:${from?.paragraph}-${run.post[run.last]?.paragraph}`;
  });
  const keys = post.slice(first, last + 1).map((place) => place.key);
  return { keys: keys.join(' '), places: places.sort() };
}
