// Promises: given posts and a seed, the text that a page extractor would leave of them (every post printed, then
// printed again from its second line on), with the extractor's known distortions at the rates asked for, and the
// true extent of every post in it. Pure: same arguments, same text. Knows nothing of how the text is cut again.

import { type Print, printLines, type TailRates } from './rough-tail.js';
import { chance, type Random, randomFrom } from './seeded-random.js';

/** A post as it was written: no line blank. */
export interface PlainPost {
  readonly lines: readonly string[];
  readonly forwardedFrom?: string | null;
}

/** Distortions, each with the probability that a post has it; one that cannot befall a post is passed over. */
export interface Roughness extends TailRates {
  /** `Media is too big` and its button before the text. */
  readonly mediaBefore: number;
  /** `Please open Telegram …` and its button after the text. */
  readonly placeholderAfter: number;
  /**
   * The same pair of a post without text, after this one. Where this one has no pair of its own, nothing in the
   * text tells whose the pair is: such a dump can be scored by the starts of its posts, not by their ends.
   */
  readonly orphanPlaceholder: number;
  /** A made-up forward header on a post that has none. */
  readonly forwarded: number;
  /**
   * A header whose post the extractor removed. Before a post that has a header itself it stands alone; elsewhere a
   * placeholder pair follows it, for a lone header before a plain post would be that post's header to any reader.
   */
  readonly orphanHeader: number;
  /** A header with a no-break space before the name, as the page has it. */
  readonly noBreakSpace: number;
}

/** Where a post truly stands: lines are 1-based and inclusive, `l0` to `l1` takes in its header and placeholders. */
export interface TruthRow {
  readonly l0: number;
  readonly l1: number;
  readonly echo: readonly [number, number] | null;
  readonly fwd_from: string | null;
}

export interface RoughScrape {
  readonly text: string;
  readonly truth: readonly TruthRow[];
}

const tooBig = ['Media is too big', 'VIEW IN TELEGRAM'];
const pleaseOpen = ['Please open Telegram to view this post', 'VIEW IN TELEGRAM'];
const madeUpNames = ['North Harbour Gazette', 'Вестник окраины', 'Anna K.', 'Тихая Gavan – News', '河边消息'];

const smooth: Roughness = {
  firstOnly: 0,
  quoteInside: 0,
  quoteAtEnd: 0,
  once: 0,
  cut: 0,
  mediaBefore: 0,
  placeholderAfter: 0,
  orphanPlaceholder: 0,
  forwarded: 0,
  orphanHeader: 0,
  noBreakSpace: 0.5,
};

/** `roughScrape([{ lines: ['A', 'B'] }], {}, 1)` is `{ text: 'A\nB\nB\n', truth: [{ l0: 1, l1: 3, echo: [3, 3], … }] }`. */
export function roughScrape(
  posts: readonly PlainPost[],
  rates: Partial<Roughness>,
  seed: number,
): RoughScrape {
  const random = randomFrom(seed);
  const roughness = { ...smooth, ...rates };
  const lines: string[] = [];
  const truth: TruthRow[] = [];
  for (const post of posts) {
    const page = printPost(post, roughness, random);
    lines.push(...page.orphansBefore);
    truth.push(measure(page, lines.length));
    lines.push(...page.head, ...page.first, ...page.second, ...page.foot, ...page.orphansAfter);
  }
  return { text: `${lines.join('\n')}\n`, truth };
}

interface PrintedPost extends Print {
  readonly orphansBefore: readonly string[];
  readonly head: readonly string[];
  readonly foot: readonly string[];
  readonly orphansAfter: readonly string[];
  readonly forwardedFrom: string | null;
}

function printPost(post: PlainPost, roughness: Roughness, random: Random): PrintedPost {
  const given = post.forwardedFrom ?? null;
  const forwardedFrom = given ?? (chance(random, roughness.forwarded) ? madeUpName(random) : null);
  const header = forwardedFrom === null ? [] : [headerOf(forwardedFrom, roughness, random)];
  const media = chance(random, roughness.mediaBefore) ? tooBig : [];
  const print = printLines(post.lines, roughness, random);
  const closes = print.printedOnce || chance(random, roughness.placeholderAfter);
  return {
    ...print,
    forwardedFrom,
    orphansBefore: orphansBefore(forwardedFrom !== null, roughness, random),
    head: [...header, ...media],
    foot: closes ? pleaseOpen : [],
    orphansAfter: chance(random, roughness.orphanPlaceholder) ? pleaseOpen : [],
  };
}

function orphansBefore(headerFollows: boolean, roughness: Roughness, random: Random): readonly string[] {
  if (!chance(random, roughness.orphanHeader)) return [];
  const header = headerOf(madeUpName(random), roughness, random);
  return headerFollows ? [header] : [header, ...pleaseOpen];
}

function headerOf(name: string, roughness: Roughness, random: Random): string {
  return `Forwarded from${chance(random, roughness.noBreakSpace) ? '\u00a0' : ' '}${name}`;
}

function madeUpName(random: Random): string {
  return madeUpNames[random(madeUpNames.length)] ?? 'Anna K.';
}

function measure(page: PrintedPost, linesBefore: number): TruthRow {
  const seam = linesBefore + page.head.length + page.first.length;
  const end = seam + page.second.length;
  return {
    l0: linesBefore + 1,
    l1: end + page.foot.length,
    echo: end > seam ? [seam + 1, end] : null,
    fwd_from: page.forwardedFrom,
  };
}
