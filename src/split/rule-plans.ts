/** Dumps whose posts are parted by rules: which rules part posts, and which stand within them. */
import { Cue } from '../model.js';
import { counted, FEW_BOUNDARIES, LONG_POST, makePlan, type Plan } from './plan.js';
import type { Survey } from './survey.js';
import type { Rows } from './windows.js';

/** Fewer rules than one in so many lines are chance. */
const RARE = 200;
/** A rule of another kind that is fewer than so, or so much rarer than the first kind, stands within posts. */
const FEW = 3;
const RARER = 4;
/** Where lines stand together, so many times as many blank lines part posts, and rules stand within them. */
const BLANKER = 8;
/** More kinds than this are ornaments. */
const MOST_KINDS = 4;
/** By so much at least must a second kind make the posts' lengths more even. */
const EVENER = 0.9;

/** Rules in regular use, or null. */
export function rulePlan(rows: Rows, found: Survey): Plan | null {
  const kinds = regularKinds(rows, found);
  const rules = countRules(found, kinds);
  if (rules < Math.max(2, found.rows / RARE) || rules < found.gaps[2] / 2) return null;
  if (blankLinesPart(found, rules)) return null;
  const evidence =
    kinds.length === 1
      ? counted(rules, 'equal separator line')
      : `${counted(rules, 'separator line')} of ${kinds.length} kinds, all in regular use`;
  const plan = { rules: new Set(kinds) };
  if (rules * LONG_POST < found.rows)
    return makePlan('separator-text', 'low', [evidence, FEW_BOUNDARIES], plan);
  return makePlan('separator-text', rules > 2 ? 'high' : 'medium', [evidence], plan);
}

/** Whether blank lines say more of posts than so many rules do; where each line stands alone, they part paragraphs. */
function blankLinesPart({ gaps: [together, single, more] }: Survey, rules: number): boolean {
  const blank = single + more;
  return blank > rules * BLANKER && together * 4 > blank;
}

/** One rule in all the dump: it is the best guess there is, and may as well stand within a post. */
export function singleRulePlan(found: Survey): Plan | null {
  const [head] = found.rules.keys();
  if (head === undefined || found.rules.size > 1 || found.rules.get(head) !== 1 || found.rows > RARE)
    return null;
  const doubt = 'a single separator line, which may as well stand within a post';
  return makePlan('separator-text', 'low', [doubt], { rules: new Set([head]) });
}

/** The user says that rules part posts: then those of the most frequent kind do, even where there is one. */
export function forcedRulePlan(rows: Rows, found: Survey): Plan {
  const kinds = regularKinds(rows, found);
  const rules = countRules(found, kinds);
  const evidence = ['forced', counted(rules, kinds.length > 1 ? 'separator line' : 'equal separator line')];
  return makePlan('separator-text', rules > 0 ? 'high' : 'low', evidence, { rules: new Set(kinds) });
}

function countRules(found: Survey, kinds: readonly number[]): number {
  return kinds.reduce((count, head) => count + (found.rules.get(head) ?? 0), 0);
}

/**
 * The most frequent rule, and others in regular use. A rule within posts cuts them into shorter pieces; one that
 * parts posts cuts what was too long: so a second kind counts where it makes the lengths of posts more even.
 */
function regularKinds(rows: Rows, found: Survey): number[] {
  const byCount = [...found.rules].sort(([, a], [, b]) => b - a);
  const [first, ...others] = byCount;
  if (first === undefined) return [];
  const kinds = [first[0]];
  let spread = spreadOfPosts(rows, kinds);
  for (const [head, count] of others.slice(0, MOST_KINDS - 1)) {
    if (count < FEW || count * RARER < first[1]) break;
    const wider = spreadOfPosts(rows, [...kinds, head]);
    if (wider >= spread * EVENER) continue;
    kinds.push(head);
    spread = wider;
  }
  return kinds;
}

/** How uneven the posts between the rules are: the deviation of their lengths, in lines, over the mean. */
function spreadOfPosts({ lines, from, end }: Rows, kinds: readonly number[]): number {
  const parting = new Set(kinds);
  let start = from;
  let posts = 0;
  let sum = 0;
  let squares = 0;
  for (let row = from; row <= end; row++) {
    const parts = row === end || (lines.cue.at(row) === Cue.separator && parting.has(lines.head.at(row)));
    if (!parts) continue;
    const length = row - start;
    start = row + 1;
    if (length === 0) continue;
    posts += 1;
    sum += length;
    squares += length * length;
  }
  const mean = sum / Math.max(1, posts);
  return mean === 0 ? 0 : Math.sqrt(Math.max(0, squares / posts - mean * mean)) / mean;
}
