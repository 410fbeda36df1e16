/** Channel pages that an extractor prints twice, and what else tells a page. */
import { Cue, type EchoKind } from '../model.js';
import { mayBeEchoed } from './may-be-echoed.js';
import { counted, makePlan, type Plan } from './plan.js';
import { type Probed, probeEchoes } from './probe-echoes.js';
import { countOf, type Survey } from './survey.js';
import type { Rows } from './windows.js';

/** An echo-printed page has nearly all its lines in echoes, and no other text has a third. */
const ECHO_SHARE = 0.3;
/** A post printed whole twice may be a repost, so most of the dump must be so. */
const WHOLE_ECHO_SHARE = 0.6;
/** Where blank lines say otherwise, echoes must say it of nearly every line. */
const NEARLY_ALL = 0.8;
/** What a post printed once adds to the lines that it takes to describe a page. */
const LEFT_OVER = 1;
/** Headers and rules must save so many lines a post: a first line that counts looks like a header, too. */
const PARTING = 1;
/** Fewer echoes than this may be chance. */
const FEW = 3;
/** From this share on, posts of one line are nothing odd. */
const COMMON = 0.1;
/** From this share on, blank lines are no chance: a page printed twice has few. */
const BLANK = 0.3;

/** A way to cut a page that is printed twice, and what it takes to describe the page so. */
interface Page {
  readonly plan: Plan;
  readonly weight: number;
}

/**
 * A page printed twice, or null. Blank lines part its posts or, where that explains nothing, also its prints; the headers or
 * rules of `others` part posts where fewer lines describe the page so.
 */
export function echoPlan(
  rows: Rows,
  found: Survey,
  days: boolean,
  others: readonly (Plan | null)[] = [],
): Plan | null {
  const blank = found.gaps[1] + found.gaps[2];
  // They part one stretch of lines more than they are.
  const share = blank > 0 && blank + 1 > found.rows * BLANK ? NEARLY_ALL : ECHO_SHARE;
  const page = makePlan('telegram-page-text', 'high', [], { gap: blank > 0 ? 1 : 0, days });
  if (!mayBeEchoed(rows, share, { ...page, gap: 0 })) return null;
  const pages = [page, ...partedBy(others, page)].flatMap(
    (parted) => probePage(rows, found, parted, share) ?? [],
  );
  const [least] = pages.sort((a, b) => a.weight - b.weight);
  return least?.plan ?? (blank > 0 ? probeParted(rows, found, { ...page, gap: 0 }) : null);
}

/** `page`, parted by what parts posts in others, too. */
function partedBy(others: readonly (Plan | null)[], page: Plan): Plan[] {
  return others.flatMap((other) => {
    if (other === null) return [];
    const { headers, rules, shape } = other;
    return { ...page, headers, rules, shape: { ...page.shape, evidence: shape.evidence } };
  });
}

/** `plan`, whose posts are printed twice where echoes surely say so. */
export function withEchoes(rows: Rows, found: Survey, plan: Plan): Plan {
  if (!mayBeEchoed(rows, ECHO_SHARE, plan)) return plan;
  const page = probePage(rows, found, plan, ECHO_SHARE);
  return page === null || page.plan.shape.confidence === 'low' ? plan : page.plan;
}

/** `page`, with the kind of its echoes, where these explain so large a `share` of it. */
function probePage(rows: Rows, found: Survey, page: Plan, share: number): Page | null {
  const tail = probeEchoes(rows, 'tail', page);
  const whole = probeEchoes(rows, 'whole', page);
  // Either kind explains most of the other's lines: the true one needs fewer to do so, as it leaves no first lines over.
  const [kind, probed] =
    weightOf(tail) <= weightOf(whole) ? (['tail', tail] as const) : (['whole', whole] as const);
  const needed = kind === 'tail' ? share : Math.max(share, WHOLE_ECHO_SHARE);
  const sureNeeded = kind === 'tail' ? 1 : FEW;
  if (probed.clean < needed * probed.rows || probed.sure < sureNeeded) return null;
  const parting = page.headers === null && page.rules.size === 0 ? 0 : PARTING * probed.posts;
  return { plan: foldedPlan(page, found, kind, probed), weight: weightOf(probed) + parting };
}

/** The same where blank lines part prints. What stands twice there whole, with a blank line between, is a repost. */
function probeParted(rows: Rows, found: Survey, page: Plan): Plan | null {
  const tail = probeEchoes(rows, 'tail', page);
  if (tail.clean < NEARLY_ALL * tail.rows || tail.sure < FEW) return null;
  if (tail.parted < NEARLY_ALL * tail.echoes) return null;
  const whole = probeEchoes(rows, 'whole', page);
  return weightOf(tail) <= weightOf(whole) ? foldedPlan(page, found, 'tail', tail) : null;
}

/** The plan with echoes, and what tells of them. */
function foldedPlan(page: Plan, found: Survey, kind: EchoKind, probed: Probed): Plan {
  const quotations = probed.posts - probed.echoes < probed.posts * COMMON;
  const confidence = probed.sure === 1 ? 'low' : probed.sure < FEW ? 'medium' : 'high';
  const evidence = [...echoEvidence(probed, kind), ...pageEvidence(found), ...page.shape.evidence];
  return { ...page, echo: kind, quotations, shape: { ...page.shape, confidence, evidence } };
}

/** What it takes to describe the dump by one kind; posts printed once leave something over on a page that prints them twice. */
function weightOf({ lines, rows, cost, posts, echoes }: Probed): number {
  return lines - rows + cost + LEFT_OVER * (posts - echoes);
}

function echoEvidence(probed: Probed, kind: EchoKind): string[] {
  const are = probed.echoes === 1 ? 'is' : 'are';
  const how = kind === 'tail' ? 'all but their first line' : 'the whole of it';
  const evidence = [
    `${probed.echoes} of ${counted(probed.posts, 'post')} looked at ${are} printed twice (${how})`,
    `${percent(probed)} of the lines of text`,
  ];
  return probed.sure === 1 ? [...evidence, 'a text that repeats itself looks like that, too'] : evidence;
}

/** The user says that it is a page: echoes are folded even where the dump alone would not tell that it has any. */
export function forcedPagePlan(rows: Rows, found: Survey, days: boolean): Plan {
  const seen = echoPlan(rows, found, days);
  const few = found.gaps[1] + found.gaps[2] <= found.rows * BLANK;
  const { echo = 'tail', quotations = false, gap = few ? 1 : 0 } = seen ?? {};
  const unlike = seen === null && pageEvidence(found).length === 0 && found.rows > 0;
  const evidence = unlike ? ['forced', 'no echoes, no forward headers, no placeholders'] : ['forced'];
  return makePlan('telegram-page-text', unlike ? 'low' : 'high', evidence, { echo, quotations, gap, days });
}

/** The lines that only a page or an app has. */
export function pageEvidence(found: Survey): string[] {
  const forwards = countOf(found, Cue.forward, Cue.forwardAlone);
  const placeholders = countOf(found, Cue.placeholderBefore, Cue.placeholderAfter);
  const evidence: string[] = [];
  if (forwards > 0) evidence.push(counted(forwards, 'forward header'));
  if (placeholders > 0) evidence.push(`${counted(placeholders, 'placeholder')} of the web page`);
  return evidence;
}

function percent(share: Probed): string {
  return `${Math.round((100 * share.echoed) / share.rows)} %`;
}
