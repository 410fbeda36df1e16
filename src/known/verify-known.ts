/** Reads all of an index and holds it to what it says of itself. */
import { type ListedDump, listDumps } from './list-dumps.js';
import { asIndexError, type KnownIndex } from './open-known.js';
import { indexTables } from './tables.js';

/** What a whole index holds. */
export interface Verified {
  readonly dumps: number;
  readonly posts: number;
  readonly fingerprints: number;
}

/** Resolves to the sizes of what was read; throws a UserError where anything is damaged or missing. */
export function verifyKnown(index: KnownIndex): Promise<Verified> {
  return asIndexError(index.path, async () => {
    for (const [table, columns] of Object.entries(indexTables)) {
      // Every block of every column is read, so that the engine holds it to its checksum.
      const all = Object.keys(columns).map((column) => `max(${column})`);
      await index.engine.rows(`SELECT ${all.join(', ')} FROM known.${table}`);
    }
    const dumps = await listDumps(index.engine);
    await checkDumps(index, dumps);
    await checkStrays(index);
    return {
      dumps: dumps.length,
      posts: dumps.reduce((sum, { posts }) => sum + posts, 0),
      fingerprints: dumps.reduce((sum, { fingerprints }) => sum + fingerprints, 0),
    };
  });
}

/** The engine's own errors are told in the same way. */
async function checkDumps({ engine }: KnownIndex, dumps: readonly ListedDump[]): Promise<void> {
  const wrong = await engine.rows(`
    SELECT path FROM known.dumps d LEFT JOIN (
      SELECT dump, count(*) AS count, bit_xor(fingerprint) AS laid, sum(occurrences) AS sum FROM known.paragraphs GROUP BY dump
    ) p USING (dump)
    WHERE coalesce(p.count, 0) <> d.fingerprints OR coalesce(p.laid, 0) <> d.checksum OR coalesce(p.sum, 0) <> d.paragraphs
    ORDER BY path`);
  if (wrong.length > 0) throw new Error(`rows of ${String(wrong[0]?.[0])} are missing or are not its own`);
  const paths = new Set(dumps.map(({ path }) => path));
  const hashes = new Set(dumps.map(({ xxh64, cut }) => `${xxh64} ${cut}`));
  if (paths.size < dumps.length || hashes.size < dumps.length) throw new Error('it has a dump twice');
}

async function checkStrays({ engine }: KnownIndex): Promise<void> {
  const [[strays] = []] = await engine.rows(`
    SELECT (SELECT count(*) FROM known.paragraphs ANTI JOIN known.dumps USING (dump))
         + (SELECT count(*) FROM known.posts ANTI JOIN known.dumps USING (dump))
         + (SELECT count(*) FROM known.paragraphs ANTI JOIN known.posts USING (dump, post))`);
  if (strays !== 0n) throw new Error(`${String(strays)} rows belong to nothing`);
}
