/** The dumps an index has, in order of their paths. */
import type { Engine } from './engine.js';
import type { KnownDump } from './known-dump.js';

/** A dump, with its number in the tables. */
export interface ListedDump extends KnownDump {
  readonly dump: number;
}

/** Lists the dumps of the index that is attached as `known`. */
export async function listDumps(engine: Engine): Promise<ListedDump[]> {
  const rows = await engine.rows(
    'SELECT dump, path, xxh64, cut, format, bytes, lines, posts, paragraphs, fingerprints FROM known.dumps ORDER BY path',
  );
  return rows.map(([dump, path, xxh64, cut, format, ...figures]) => {
    const [bytes = 0, lines = 0, posts = 0, paragraphs = 0, fingerprints = 0] = figures.map(Number);
    return {
      dump: Number(dump),
      path: String(path),
      xxh64: String(xxh64),
      cut: String(cut),
      format: String(format),
      bytes,
      lines,
      posts,
      paragraphs,
      fingerprints,
    };
  });
}
