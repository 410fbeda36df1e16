// Promises: dumps in a short notation, as the columns that matching and clustering take, without a disk. A dump is
// a line of posts parted by `/`, a post a line of paragraphs: a small letter is a long paragraph, a capital one of
// 300 letters, a digit one too short to count, `~` one of emoji alone. Of a post, `@2025` is its date, `=name` its
// source (else the dump is) and `>name` whom it forwards.

import { clusterPosts } from '../src/cluster/cluster-posts.js';
import { rankFindings } from '../src/cluster/rank-findings.js';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { isoDate } from '../src/dates/post-date.js';
import { defaultSettings } from '../src/default-settings.js';
import { matchParagraphs } from '../src/match/match-paragraphs.js';
import type { Analysis, DumpFacts, LineMeter, ReadBytes, Settings } from '../src/model.js';
import { createLineTable, type LineTableBuilder } from '../src/split/line-table.js';
import { createPostTable, type PostTableBuilder } from '../src/split/post-table.js';
import { createRecordTable } from '../src/split/records/record-table.js';

const memoryColumns = createMemoryColumns();

export const settings: Settings = defaultSettings;

/** One post as it is written: its paragraphs, and what it says of itself. */
export interface WrittenPost {
  readonly paragraphs: readonly string[];
  readonly words: { readonly date: string; readonly source: string; readonly forwardedFrom: string };
}

/** `readNotation('a b / >x c')` is two posts, the second a forward. */
export function readNotation(dump: string, name: string): readonly WrittenPost[] {
  return dump.split('/').map((post) => {
    const tokens = post.split(' ').filter((token) => token !== '');
    const said = (mark: string) => tokens.find((token) => token.startsWith(mark))?.slice(1);
    return {
      paragraphs: tokens.filter((token) => !/^[@=>]/.test(token)),
      words: { date: said('@') ?? '', source: said('=') ?? name, forwardedFrom: said('>') ?? '' },
    };
  });
}

export type Built = Pick<Analysis, 'lines' | 'posts' | 'facts'> & { readonly read: ReadBytes };

/** The posts of `dumps`, in their order; the first dump is named `1`. */
export function buildPosts(...dumps: readonly string[]): Built {
  return buildWritten(dumps.map((dump, at) => readNotation(dump, String(at + 1))));
}

/** The first `old` dumps are to compare against. */
export function buildWritten(dumps: readonly (readonly WrittenPost[])[], old = 0): Built {
  const lines = createLineTable(memoryColumns, 16);
  const posts = createPostTable(memoryColumns, 16);
  const facts: DumpFacts[] = [];
  const firstPosts: number[] = [];
  for (const [dump, written] of dumps.entries()) {
    firstPosts.push(posts.posts);
    facts.push({ ...addDump({ lines, posts }, written, dump), against: dump < old });
  }
  const texts = dumps.map((written) => new TextEncoder().encode(textOf(written)));
  const { table, paragraphs } = posts.finish(firstPosts[old] ?? posts.posts);
  const cuts = dumps.map((written, dump) => {
    const firstPost = firstPosts[dump] ?? 0;
    return { ...noCut, firstPost, endPost: firstPost + written.length };
  });
  return {
    lines: lines.finish(),
    posts: { table, paragraphs, dumps: cuts },
    facts,
    read: (dump, start, length) => (texts[dump] ?? new Uint8Array()).subarray(start, start + length),
  };
}

/** Matched and clustered. */
export function analyzePosts(built: Built, columns = memoryColumns): Analysis {
  const { lines, posts, facts } = built;
  const records = createRecordTable(columns, noFingerprints).finish();
  const matches = matchParagraphs({ columns, lines, posts }, settings);
  const found = {
    columns,
    settings,
    facts,
    lines,
    records,
    posts,
    matches,
    clusters: clusterPosts({ columns, lines, records, posts, matches }),
  };
  return { ...found, ranking: rankFindings(found) };
}

const noFingerprints = { hash: () => {}, low: 0, high: 0 };

const noCut = {
  shape: { format: 'custom-text', confidence: 'high', evidence: [] },
  echoKind: null,
  echoes: 0,
  chrome: 0,
  orphans: 0,
  sameMessages: 0,
} as const;

function textOf(written: readonly WrittenPost[]): string {
  return written.flatMap((post) => post.paragraphs.map((paragraph) => `${paragraph}\n`)).join('');
}

function addDump(
  to: { lines: LineTableBuilder; posts: PostTableBuilder },
  written: readonly WrittenPost[],
  dump: number,
): DumpFacts {
  const firstRow = to.lines.rows;
  let start = 0;
  for (const { paragraphs, words } of written) {
    const row = to.lines.rows;
    for (const paragraph of paragraphs) {
      const line = to.lines.rows - firstRow + 1;
      to.posts.addParagraph(to.lines.rows);
      to.lines.add({ start, bytes: paragraph.length, line, gap: 0, cue: 0, head: 0 }, measured(paragraph));
      start += paragraph.length + 1;
    }
    const endRow = to.lines.rows;
    const extent = { dump, firstRow: row, endRow, echoRow: 0, echoEnd: 0, record: 0, isMetAgain: false };
    to.posts.addPost(extent, {
      ...words,
      date: isoDate(`${words.date}-01-01`.slice(0, 10)) ?? null,
      author: '',
      cue: 'guess',
    });
  }
  const read = {
    encoding: 'utf-8',
    encodingBy: 'default',
    invalidBytes: 0,
    oversizedLines: [],
    records: null,
  } as const;
  const endRow = to.lines.rows;
  return {
    against: false,
    path: String(dump + 1),
    bytes: start,
    lines: endRow - firstRow,
    xxh64: '',
    ...read,
    firstRow,
    endRow,
  };
}

/** Letters of a paragraph: by its kind, and for small ones a few more or less by its name. */
function lettersOf(paragraph: string): number {
  const code = paragraph.codePointAt(0) ?? 0;
  if (paragraph.startsWith('~')) return 0;
  if (/^\d/.test(paragraph)) return 5 + (code % 10);
  return /^\p{Lu}/u.test(paragraph) ? 300 : 21 + (code % 7);
}

function measured(paragraph: string): LineMeter {
  const letters = lettersOf(paragraph);
  // Few low halves, so that fingerprints which differ in the high half alone are common.
  const high = hashOf(letters === 0 ? '' : paragraph);
  const head = hashOf(`${paragraph} head`);
  return {
    measure() {},
    low: high % 3,
    high,
    characters: letters + 3,
    weight: 2 * letters,
    head,
    visible: true,
    invalidBytes: 0,
  };
}

/** FNV-1a, stirred at the end so that names which differ in one figure are far apart. */
function hashOf(text: string): number {
  const sum = [...text].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0;
}
