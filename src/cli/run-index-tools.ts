/** What can be done with an index that is there: list, remove, verify. */
import { UserError } from '../errors.js';
import { type ListedDump, listDumps } from '../known/list-dumps.js';
import { asIndexError, type KnownIndex, openKnown } from '../known/open-known.js';
import { createStoredPath } from '../known/stored-path.js';
import { indexFormat } from '../known/tables.js';
import { verifyKnown } from '../known/verify-known.js';
import { writeKnown } from '../known/write-known.js';
import { escapeText } from '../report/escape/escape-text.js';
import { showJson } from '../report/escape/show-json.js';
import { bytes, count } from '../report/reporters/text-words.js';
import { tell } from './tell.js';
import { writeReport } from './write-report.js';

/** `reposted index list`. */
export function listIndex(path: string, options: { readonly json?: boolean }): Promise<void> {
  return withIndex(path, async (index) => {
    const dumps = await asIndexError(path, () => listDumps(index.engine));
    await writeReport(options.json === true ? listAsJson(index, dumps) : listAsText(index, dumps));
  });
}

/** `reposted index remove`: by the paths as listed, or as seen from here. */
export async function removeFromIndex(
  path: string,
  dumps: readonly string[],
  { quiet }: { readonly quiet?: boolean },
): Promise<void> {
  const writer = await writeKnown(path, null);
  try {
    const storedPath = createStoredPath(path, process.cwd());
    for (const named of dumps) {
      const found =
        writer.dumps.find((dump) => dump.path === named) ??
        writer.dumps.find((dump) => dump.path === storedPath(named));
      if (found === undefined) {
        throw new UserError(`${named} is not in ${path}: \`reposted index list ${path}\` names what is`);
      }
      writer.remove(found);
    }
    await writer.commit();
    if (quiet !== true)
      tell(`${path}: ${dumps.length} removed; it has ${count(writer.dumps.length, 'dump')}`);
  } finally {
    writer.close();
  }
}

/** `reposted index verify`: says that it is whole, or throws. */
export function verifyIndex(path: string): Promise<void> {
  return withIndex(path, async (index) => {
    const { dumps, posts, fingerprints } = await verifyKnown(index);
    const sizes = [count(dumps, 'dump'), count(posts, 'post'), count(fingerprints, 'fingerprint')].join(', ');
    await writeReport([`${escapeText(path)} is whole: ${sizes}\n`]);
  });
}

/** Opens the index at `path` for `use`. */
export async function withIndex(path: string, use: (index: KnownIndex) => Promise<void>): Promise<void> {
  const index = await openKnown(path);
  try {
    await use(index);
  } finally {
    index.close();
  }
}

function listAsJson({ about }: KnownIndex, dumps: readonly ListedDump[]): string[] {
  const shown = dumps.map(({ dump, cut, ...known }) => known);
  return [`${showJson({ indexFormat, ...about, dumps: shown })}\n`];
}

function* listAsText({ path, about }: KnownIndex, dumps: readonly ListedDump[]): Generator<string> {
  const posts = dumps.reduce((sum, dump) => sum + dump.posts, 0);
  yield `${escapeText(path)}  ${count(posts, 'post')} of ${count(dumps.length, 'dump')}; normalizer ${about.normalizer}, paragraphs of ${about.minCharacters} letters and more\n`;
  for (const dump of dumps) {
    yield `  ${escapeText(dump.path)}  ${count(dump.posts, 'post')}, ${count(dump.paragraphs, 'paragraph')}, ${bytes(dump.bytes)}, ${dump.format}, ${dump.xxh64}\n`;
  }
}
