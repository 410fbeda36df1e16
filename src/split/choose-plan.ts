/**
 * Decides what a dump is taken for, and says why. The cues are weighed strongest first: a header with a date
 * outweighs a view count, a view count an echo, an echo a rule, a rule a blank line.
 */
import { Cue, type Format, type Shape } from '../model.js';
import type { Plan } from './plan.js';
import { type Probed, probeEchoes, type Rows } from './probe-echoes.js';
import { type Survey, survey } from './survey.js';

/** Chooses for the rows of a dump, or follows the format the user forces. */
export function choosePlan(rows: Rows, forced: Format | null): Plan {
  const found = survey(rows.lines, rows.from, rows.end);
  if (forced !== null) return forcePlan(rows, found, forced);
  return (
    customPlan(found) ??
    stampPlan(found) ??
    viewsPlan(found) ??
    echoPlan(rows, found) ??
    separatorPlan(found) ??
    blankLinePlan(found) ??
    flatPlan(found)
  );
}

function plan(
  format: Format,
  confidence: Shape['confidence'],
  evidence: readonly string[],
  how: Partial<Omit<Plan, 'shape'>> = {},
): Plan {
  return {
    echo: null,
    quotations: false,
    gap: 0,
    separator: null,
    ...how,
    shape: { format, confidence, evidence },
  };
}

function count(found: Survey, cue: number): number {
  return found.cues[cue] ?? 0;
}

function customPlan(found: Survey): Plan | null {
  const own = count(found, Cue.userStart) + count(found, Cue.userEnd) + count(found, Cue.userSeparator);
  return own === 0
    ? null
    : plan('custom-text', 'high', [`${counted(own, 'line')} matched by the given patterns`]);
}

function stampPlan(found: Survey): Plan | null {
  const stamps = count(found, Cue.stamp);
  if (stamps < 3 && !(found.startsWithStamp && stamps > 0)) return null;
  return plan('telegram-desktop-text', 'high', [`${counted(stamps, 'header')} of the form "NAME, [date]"`]);
}

/** Fewer footers than one in so many lines are chance. */
const RARE = 200;

function viewsPlan(found: Survey): Plan | null {
  const views = count(found, Cue.views);
  const reactions = count(found, Cue.reactions);
  if (views + reactions < Math.max(2, found.rows / RARE)) return null;
  const evidence: string[] = [];
  if (views > 0) evidence.push(`${counted(views, 'line')} with a count of views`);
  if (reactions > 0) evidence.push(`${counted(reactions, 'line')} of reactions`);
  return plan('telegram-views-text', 'high', evidence);
}

/** An echo-printed page has nearly all its lines in echoes, and no other text has a third. */
const ECHO_SHARE = 0.3;
/** A post printed whole twice may be a repost, so most of the dump must be so. */
const WHOLE_ECHO_SHARE = 0.6;
/** Fewer echoes than this may be chance. */
const FEW = 3;

/** From this share on, posts of one line are nothing odd. */
const COMMON = 0.1;

function echoPlan(rows: Rows, found: Survey): Plan | null {
  const blank = found.gaps[1] + found.gaps[2];
  if (blank > found.rows * 0.3) return null;
  const bounds = { gap: blank > 0 ? 1 : 0 };
  const page = plan('telegram-page-text', 'high', [], bounds);
  const tail = probeEchoes(rows, 'tail', page);
  const whole = probeEchoes(rows, 'whole', page);
  // Either kind explains most of the other's lines: the true one leaves no first lines over.
  const [kind, probed] = tail.clean >= whole.clean ? (['tail', tail] as const) : (['whole', whole] as const);
  const needed = kind === 'tail' ? ECHO_SHARE : WHOLE_ECHO_SHARE;
  const sureNeeded = kind === 'tail' ? 1 : FEW;
  if (probed.clean < needed * probed.rows || probed.sure < sureNeeded) return null;
  const how = kind === 'tail' ? 'all but their first line' : 'the whole of it';
  const evidence = [
    `${probed.echoes} of ${counted(probed.posts, 'post')} looked at are printed twice (${how})`,
    `${percent(probed)} of the lines of text`,
    ...pageEvidence(found),
  ];
  const quotations = probed.posts - probed.echoes < probed.posts * COMMON;
  const confidence = probed.sure < FEW ? 'medium' : 'high';
  return plan('telegram-page-text', confidence, evidence, { ...bounds, echo: kind, quotations });
}

function percent(share: Probed): string {
  return `${Math.round((100 * share.echoed) / share.rows)} %`;
}

function pageEvidence(found: Survey): string[] {
  const forwards = count(found, Cue.forward) + count(found, Cue.forwardAlone);
  const placeholders = count(found, Cue.placeholderBefore) + count(found, Cue.placeholderAfter);
  const evidence: string[] = [];
  if (forwards > 0) evidence.push(counted(forwards, 'forward header'));
  if (placeholders > 0) evidence.push(`${counted(placeholders, 'placeholder')} of the web page`);
  return evidence;
}

function separatorPlan(found: Survey): Plan | null {
  const { head, count: rules } = found.separator;
  if (rules < Math.max(2, found.rows / RARE) || rules < found.gaps[2] / 2) return null;
  return plan('separator-text', rules > 2 ? 'high' : 'medium', [counted(rules, 'equal separator line')], {
    separator: head,
  });
}

/** Two lengths of gaps are paragraphs and posts; one length is posts where lines also stand together. */
function blankLinePlan(found: Survey): Plan | null {
  const [together, single, more] = found.gaps;
  if (single + more < Math.max(1, found.rows / RARE)) return null;
  if (single > 0 && more > 0) {
    const evidence = `${counted(more, 'gap')} of two or more blank lines, ${single} of one`;
    return plan('blank-line-text', more > 2 ? 'high' : 'medium', [evidence], { gap: 2 });
  }
  const evidence = `${counted(single + more, 'gap')} of blank lines, ${counted(together, 'line')} without one before`;
  if (together > 0) return plan('blank-line-text', 'medium', [evidence], { gap: 1 });
  const doubt = 'every line stands alone: they may be posts or paragraphs';
  return plan('blank-line-text', more > 0 ? 'medium' : 'low', [evidence, doubt], { gap: 1 });
}

function flatPlan(found: Survey): Plan {
  const page = pageEvidence(found);
  const nothing = 'no echoes, no blank lines, no separators, no dates';
  if (page.length > 0) return plan('telegram-page-text', 'low', [...page, nothing]);
  if (found.rows <= 1) return plan('flat-text', 'high', [counted(found.rows, 'line')]);
  return plan('flat-text', 'low', [nothing]);
}

function forcePlan(rows: Rows, found: Survey, format: Format): Plan {
  const evidence = ['forced'];
  if (format === 'telegram-page-text') {
    const { echo = 'tail', quotations = false } = echoPlan(rows, found) ?? {};
    return plan(format, 'high', evidence, {
      echo,
      quotations,
      gap: found.gaps[1] + found.gaps[2] > found.rows * 0.3 ? 0 : 1,
    });
  }
  if (format === 'separator-text') {
    const { head, count: rules } = found.separator;
    return plan(format, rules > 0 ? 'high' : 'low', [...evidence, counted(rules, 'equal separator line')], {
      separator: head,
    });
  }
  if (format === 'blank-line-text')
    return plan(format, 'high', evidence, { gap: found.gaps[1] > 0 && found.gaps[2] > 0 ? 2 : 1 });
  if (format === 'custom-text')
    return customPlan(found) ?? plan(format, 'low', ['no line matches the given patterns']);
  return plan(format, format === 'flat-text' ? 'low' : 'high', evidence);
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
