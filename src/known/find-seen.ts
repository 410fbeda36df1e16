/**
 * Looks paragraphs up in an index, all at once: their fingerprints become a table, which is joined with the index's.
 * A known paragraph is the same when its fingerprint and its number of letters are: an index holds no texts.
 */
import type { Column, Columns, KnownPlaces, KnownSource, SeenTable } from '../model.js';
import { type AskedMessages, findMetAgain } from './find-met-again.js';
import { createFingerprints } from './fingerprints.js';
import { type ListedDump, listDumps } from './list-dumps.js';
import { asIndexError, type KnownIndex } from './open-known.js';
import { isOtherSource } from './same-source.js';

/** The paragraphs that are looked up, by row; `paragraph` is the number of each among the `paragraphs` at hand. */
export interface Asked {
  readonly columns: Columns;
  readonly rows: number;
  readonly paragraphs: number;
  readonly paragraph: (row: number) => number;
  readonly low: (row: number) => number;
  readonly high: (row: number) => number;
  readonly weight: (row: number) => number;
  /** The dumps of the index that are to be left aside. */
  readonly isAside: (dump: ListedDump) => boolean;
  /** The messages among the posts that have something of what was seen. */
  readonly messages: (place: Column) => AskedMessages;
}

/** What an index knows by itself, and by post 1 for a message that it has in the same words. */
type Found = Omit<SeenTable, 'blocks' | 'runs'> & { readonly isMetAgain: Column };

/**
 * Finds the first known place of each paragraph, as `orderPosts` has it: one without a date, else by date, of one date what is
 * no forward, then by path and number.
 */
export function findSeen(index: KnownIndex, asked: Asked): Promise<Found> {
  return asIndexError(index.path, async () => {
    const dumps = await listDumps(index.engine);
    const aside = dumps.filter(asked.isAside);
    const numbers = aside.map(({ dump }) => dump).join(', ');
    const isCompared = aside.length === 0 ? 'true' : `dump NOT IN (${numbers})`;
    await joinAsked(index, asked, isCompared);
    const places = await readPlaces(index, asked.columns);
    const hits = await readHits(index, asked);
    const isSignature = await readSignatures(index, asked);
    const messages = asked.messages(hits.place);
    return {
      ...hits,
      isSignature,
      isMetAgain: await findMetAgain(index, asked.columns, { messages, isCompared }),
      places,
      index: {
        path: index.path,
        dumps: dumps.length,
        posts: dumps.reduce((sum, { posts }) => sum + posts, 0),
        minCharacters: index.about.minCharacters,
        leftAside: aside.map(({ path }) => path),
      },
    };
  });
}

/** Makes the tables `places` and `hits`. What is a signature in any dump joins nothing here either. */
async function joinAsked({ engine }: KnownIndex, asked: Asked, isCompared: string): Promise<void> {
  await engine.run('CREATE TEMP TABLE asked (paragraph UINTEGER, fingerprint UBIGINT, weight USMALLINT)');
  await engine.append({ database: 'temp', table: 'asked' }, asked.rows, [
    { type: 'UINTEGER', at: asked.paragraph },
    { type: 'UBIGINT', at: createFingerprints(asked.low, asked.high) },
    { type: 'USMALLINT', at: asked.weight },
  ]);
  await engine.run(`
    CREATE TEMP TABLE found AS
      SELECT * FROM known.paragraphs SEMI JOIN asked USING (fingerprint, weight) WHERE ${isCompared};
    CREATE TEMP TABLE ordered AS
      SELECT f.*, p.* EXCLUDE (dump, post), row_number() OVER (PARTITION BY fingerprint, weight
        ORDER BY p.seconds <> 0, p.seconds, p.seconds <> 0 AND p.forwarded_from IS NOT NULL, d.path, f.post, f.line) AS place
      FROM found f JOIN known.posts p USING (dump, post) JOIN known.dumps d USING (dump);
    CREATE TEMP TABLE counts AS
      SELECT a.fingerprint, a.weight, sum(a.posts) AS posts, sum(a.occurrences) AS occurrences,
        sum(CASE WHEN ${isOtherSource('a', 'first', 'source')} AND ${isOtherSource('a', 'first', 'forwarded')} THEN a.occurrences - a.forwards ELSE 0 END) AS uncredited,
        bool_or(a.signature) AS signature
      FROM ordered a JOIN ordered first ON first.place = 1 AND a.fingerprint = first.fingerprint AND a.weight = first.weight
      GROUP BY a.fingerprint, a.weight;
    CREATE TEMP TABLE firsts AS
      SELECT fingerprint, weight, o.dump, o.post, o.line, c.posts, c.occurrences, c.uncredited
      FROM ordered o JOIN counts c USING (fingerprint, weight) WHERE o.place = 1 AND NOT c.signature;
    CREATE TEMP TABLE places AS
      SELECT row_number() OVER (ORDER BY d.path, p.post) AS place, d.path, p.*
      FROM (SELECT DISTINCT dump, post FROM firsts) JOIN known.posts p USING (dump, post) JOIN known.dumps d USING (dump)`);
}

async function readHits(
  { engine }: KnownIndex,
  { columns, paragraphs }: Asked,
): Promise<Pick<SeenTable, 'place' | 'line' | 'posts' | 'occurrences' | 'uncredited'>> {
  const place = columns.uint32(paragraphs);
  const line = columns.uint32(paragraphs);
  const posts = columns.uint32(paragraphs);
  const occurrences = columns.uint32(paragraphs);
  const uncredited = columns.uint32(paragraphs);
  const sql = `SELECT paragraph, place, line, firsts.posts::UINTEGER, occurrences::UINTEGER, uncredited::UINTEGER FROM asked
    JOIN firsts USING (fingerprint, weight) JOIN places ON firsts.dump = places.dump AND firsts.post = places.post`;
  await engine.pieces(sql, (cell, rows) => {
    for (let row = 0; row < rows; row++) {
      const paragraph = Number(cell(0, row));
      place.set(paragraph, Number(cell(1, row)));
      line.set(paragraph, Number(cell(2, row)));
      posts.set(paragraph, Number(cell(3, row)));
      occurrences.set(paragraph, Number(cell(4, row)));
      uncredited.set(paragraph, Number(cell(5, row)));
    }
  });
  return { place, line, posts, occurrences, uncredited };
}

async function readSignatures({ engine }: KnownIndex, { columns, paragraphs }: Asked): Promise<Column> {
  const isSignature = columns.uint8(paragraphs);
  const sql = 'SELECT paragraph FROM asked JOIN counts USING (fingerprint, weight) WHERE signature';
  await engine.pieces(sql, (cell, rows) => {
    for (let row = 0; row < rows; row++) isSignature.set(Number(cell(0, row)), 1);
  });
  return isSignature;
}

async function readPlaces({ engine }: KnownIndex, columns: Columns): Promise<KnownPlaces> {
  const [[count] = []] = await engine.rows('SELECT count(*) FROM places');
  const rows = Number(count);
  const paths: string[] = [];
  const dump = columns.uint32(rows);
  const [post, firstLine, lastLine] = [columns.uint32(rows), columns.uint32(rows), columns.uint32(rows)];
  const seconds = columns.float64(rows);
  const utc = columns.uint8(rows);
  const id: (string | null)[] = [];
  const source: KnownSource[] = [];
  const forwardedFrom: (KnownSource | null)[] = [];
  const sql = `SELECT path, post, first_line, last_line, seconds, utc, id, source, source_id, source_handle,
    forwarded_from, forwarded_id, forwarded_handle FROM places ORDER BY place`;
  await engine.pieces(sql, (cell, length) => {
    for (let row = 0; row < length; row++) {
      const at = id.length;
      const path = String(cell(0, row));
      // They come in order of their paths.
      if (path !== paths.at(-1)) paths.push(path);
      dump.set(at, paths.length - 1);
      post.set(at, Number(cell(1, row)));
      firstLine.set(at, Number(cell(2, row)));
      lastLine.set(at, Number(cell(3, row)));
      seconds.set(at, Number(cell(4, row)));
      utc.set(at, Number(cell(5, row)));
      const itsId = cell(6, row);
      id.push(itsId === null ? null : String(itsId));
      const sourceIn = (column: number): KnownSource => ({
        name: String(cell(column, row) ?? ''),
        id: String(cell(column + 1, row) ?? ''),
        handle: String(cell(column + 2, row) ?? ''),
      });
      source.push(sourceIn(7));
      forwardedFrom.push(cell(10, row) === null ? null : sourceIn(10));
    }
  });
  return { rows, paths, dump, post, firstLine, lastLine, seconds, utc, id, source, forwardedFrom };
}
