// Promises: a text cut into posts, told in plain values: what it was taken for, and of each post its paragraphs, its
// lines and bytes, why it begins, and what its header says.

import type { Confidence, Format, Settings } from '../src/model.js';
import { postCues } from '../src/model.js';
import { createLookup } from '../src/report/describe/lookup.js';
import { cutPosts } from '../src/split/cut-posts.js';
import { settings } from './build-posts.js';
import { type ScanChoices, scanTexts } from './scan-texts.js';

export interface CutPost {
  readonly paragraphs: readonly string[];
  readonly lines: readonly [number, number];
  readonly bytes: readonly [number, number];
  readonly echo: readonly [number, number] | null;
  readonly cue: string;
  readonly source: string;
  readonly date: string | null;
  readonly author: string | null;
  readonly forwardedFrom: string | null;
}

export interface CutText {
  readonly format: Format;
  readonly confidence: Confidence;
  /** Why it was taken for that, in one line. */
  readonly evidence: string;
  readonly echoes: number;
  readonly chrome: number;
  readonly orphans: number;
  /** Lines of the dump, blank ones too. */
  readonly lines: number;
  readonly posts: readonly CutPost[];
  /** The same without all but their paragraphs. */
  readonly texts: readonly (readonly string[])[];
}

/** Cuts one text, named `dump.txt`. */
export function cutText(
  text: string | Uint8Array,
  changed: Partial<Settings> = {},
  choices: ScanChoices = {},
): CutText {
  const scanned = scanTexts({ 'dump.txt': text }, choices);
  const { reading } = scanned;
  const { read } = reading.reread;
  const posts = cutPosts(scanned, { ...settings, ...changed }, read);
  const lookup = createLookup({ ...scanned, posts }, read);
  const { table, paragraphs } = posts;
  const told = Array.from({ length: table.rows }, (_, post): CutPost => {
    const first = table.firstParagraph.at(post);
    const count = table.firstParagraph.at(post + 1) - first;
    const echo = [table.echoRow.at(post), table.echoEnd.at(post)] as const;
    return {
      paragraphs: Array.from({ length: count }, (_, at) => lookup.textOf(0, paragraphs.row.at(first + at))),
      ...lookup.spanOf(post, table.firstRow.at(post), table.endRow.at(post)),
      echo: echo[0] < echo[1] ? lookup.spanOf(post, ...echo).lines : null,
      cue: postCues[table.cue.at(post)] ?? '',
      source: lookup.sourceOf(post),
      date: lookup.dateOf(post),
      author: lookup.authorOf(post),
      forwardedFrom: lookup.forwardedFrom(post),
    };
  });
  const [cut] = posts.dumps;
  return {
    format: cut?.shape.format ?? 'flat-text',
    confidence: cut?.shape.confidence ?? 'low',
    evidence: cut?.shape.evidence.join('; ') ?? '',
    echoes: cut?.echoes ?? 0,
    chrome: cut?.chrome ?? 0,
    orphans: cut?.orphans ?? 0,
    lines: reading.facts[0]?.lines ?? 0,
    posts: told,
    texts: told.map((post) => post.paragraphs),
  };
}

/** Three posts to make dumps of. */
export const apples = ['Apples are in season again', 'They keep until the spring'];
export const pears = ['Pears were picked too early', 'Leave them by the window', 'Turn them now and then'];
export const plums = ['Plums make the better cake', 'Ask anyone in the village'];
export const written = [apples, pears, plums];

/** What many posts are about, one each. */
export const fruits = [
  'Apples',
  'Pears',
  'Plums',
  'Quinces',
  'Medlars',
  'Cherries',
  'Sloes',
  'Figs',
  'Grapes',
  'Melons',
];

/** Lines and lists of lines, one under the other. */
export const text = (...parts: readonly (string | readonly string[])[]) => `${parts.flat().join('\n')}\n`;

/** Why each post begins. */
export const cuesOf = (cut: CutText) => cut.posts.map((post) => post.cue);
