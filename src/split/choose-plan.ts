/**
 * Decides what a dump is taken for, and says why. The cues are weighed strongest first: a header with a date outweighs a view
 * count, a view count an echo, an echo a rule, a rule a blank line. What parts the posts of a page that is printed twice parts
 * its echoes, too.
 */
import { Cue, type Format, textShapes } from '../model.js';
import { customPlan } from './custom-plan.js';
import { daysRise } from './day-chips.js';
import { forcePlan } from './force-plan.js';
import { type FormSeen, headerForms, standAlone } from './header-forms.js';
import { headerPlan } from './header-plan.js';
import { echoPlan, pageEvidence, withEchoes } from './page-plan.js';
import { counted, FEW_BOUNDARIES, LONG_POST, makePlan, type Plan } from './plan.js';
import { rulePlan, singleRulePlan } from './rule-plans.js';
import { countOf, type Survey, survey } from './survey.js';
import type { Rows } from './windows.js';

/** Chooses for the rows of a dump, or follows the shape the user forces. */
export function choosePlan(rows: Rows, format: Format | null): Plan {
  const forced = textShapes.find((shape) => shape === format);
  const found = survey(rows.lines, rows.from, rows.end);
  const days = daysRise(rows, found);
  if (forced !== undefined) return forcePlan(rows, found, forced, days);
  return (
    customPlan(found) ??
    stampPlan(found) ??
    viewsPlan(rows, found) ??
    withDays(weakerPlan(rows, found, days), found, days)
  );
}

/** By what any text may have, strongest first: echoes, headers that count, rules, blank lines, lines that come back. */
function weakerPlan(rows: Rows, found: Survey, days: boolean): Plan {
  const forms = headerForms(rows);
  const headed = headerPlan(rows, found, forms);
  const ruled = rulePlan(rows, found);
  const page = echoPlan(rows, found, days, [headed, ruled]);
  const blank = blankLinePlan(rows, found, forms);
  const ordered = headed?.headers?.ordered === true ? headed : null;
  const likely = headed?.headers?.fit === 'unlike' ? null : headed;
  return (
    sure(page) ??
    sure(ordered) ??
    sure(ruled) ??
    page ??
    (blank?.shape.confidence === 'high' ? blank : null) ??
    likely ??
    ruled ??
    blank ??
    headed ??
    pageLinesPlan(found) ??
    singleRulePlan(found) ??
    flatPlan(found)
  );
}

/** The plan, if it is no guess. */
function sure(plan: Plan | null): Plan | null {
  return plan?.shape.confidence === 'low' ? null : plan;
}

/** Days in order are evidence beside what a plan rests on. */
function withDays(plan: Plan, found: Survey, days: boolean): Plan {
  if (!days) return plan;
  const evidence = [...plan.shape.evidence, `${counted(countOf(found, Cue.day), 'day')} in rising order`];
  return { ...plan, days, shape: { ...plan.shape, evidence } };
}

function stampPlan(found: Survey): Plan | null {
  const stamps = countOf(found, Cue.stamp);
  if (stamps < 3 && !(found.startsWithStamp && stamps > 0)) return null;
  return makePlan('telegram-desktop-text', 'high', [
    `${counted(stamps, 'header')} of the form "NAME, [date]"`,
  ]);
}

/** Fewer footers than one in so many lines are chance. */
const RARE = 200;

function viewsPlan(rows: Rows, found: Survey): Plan | null {
  const views = countOf(found, Cue.views);
  const reactions = countOf(found, Cue.reactions);
  if (views + reactions < Math.max(2, found.rows / RARE)) return null;
  const evidence: string[] = [];
  if (views > 0) evidence.push(`${counted(views, 'line')} with a count of views`);
  if (reactions > 0) evidence.push(`${counted(reactions, 'line')} of reactions`);
  return withEchoes(rows, found, makePlan('telegram-views-text', 'high', evidence));
}

/** Two lengths of gaps are paragraphs and posts; one length is posts where lines also stand together. */
function blankLinePlan(rows: Rows, found: Survey, forms: readonly FormSeen[]): Plan | null {
  const [together, single, more] = found.gaps;
  if (single + more < Math.max(1, found.rows / RARE)) return null;
  if (single > 0 && more > 0) {
    const evidence = `${counted(more, 'gap')} of two or more blank lines, ${single} of one`;
    if (more * LONG_POST < found.rows)
      return makePlan('blank-line-text', 'low', [evidence, FEW_BOUNDARIES], { gap: 2 });
    return makePlan('blank-line-text', more > 2 ? 'high' : 'medium', [evidence], { gap: 2 });
  }
  const evidence = `${counted(single + more, 'gap')} of blank lines, ${counted(together, 'line')} without one before`;
  if ((single + more) * LONG_POST < found.rows)
    return makePlan('blank-line-text', 'low', [evidence, FEW_BOUNDARIES], { gap: 1 });
  if (together > 0) {
    const alone = forms.some((seen) => standAlone(rows, seen));
    const doubts = alone ? ['lines of one form stand alone all through the dump, as parts of posts do'] : [];
    return makePlan('blank-line-text', alone ? 'low' : 'medium', [evidence, ...doubts], { gap: 1 });
  }
  const doubt = 'every line stands alone: they may be posts or paragraphs';
  return makePlan('blank-line-text', more > 0 ? 'medium' : 'low', [evidence, doubt], { gap: 1 });
}

const NOTHING = 'no echoes, no blank lines, no separators, no dates';

function pageLinesPlan(found: Survey): Plan | null {
  const page = pageEvidence(found);
  return page.length === 0 ? null : makePlan('telegram-page-text', 'low', [...page, NOTHING]);
}

function flatPlan(found: Survey): Plan {
  if (found.rows <= 1) return makePlan('flat-text', 'high', [counted(found.rows, 'line')]);
  return makePlan('flat-text', 'low', [NOTHING]);
}
