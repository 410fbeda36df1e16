/** Channel pages that an extractor prints twice, and what else tells a page. */
import { Cue } from '../model.js';
import { counted, makePlan, type Plan } from './plan.js';
import { mayBeEchoed, type Probed, probeEchoes, type Rows } from './probe-echoes.js';
import { countOf, type Survey } from './survey.js';

/** An echo-printed page has nearly all its lines in echoes, and no other text has a third. */
const ECHO_SHARE = 0.3;
/** A post printed whole twice may be a repost, so most of the dump must be so. */
const WHOLE_ECHO_SHARE = 0.6;
/** Fewer echoes than this may be chance. */
const FEW = 3;
/** From this share on, posts of one line are nothing odd. */
const COMMON = 0.1;
/** From this share on, blank lines are no chance: a page printed twice has few. */
const BLANK = 0.3;

/** A page printed twice, or null. */
export function echoPlan(rows: Rows, found: Survey, days: boolean): Plan | null {
  const blank = found.gaps[1] + found.gaps[2];
  if (blank > found.rows * BLANK) return null;
  const bounds = { gap: blank > 0 ? 1 : 0, days };
  const page = makePlan('telegram-page-text', 'high', [], bounds);
  if (!mayBeEchoed(rows, ECHO_SHARE, page)) return null;
  const tail = probeEchoes(rows, 'tail', page);
  const whole = probeEchoes(rows, 'whole', page);
  // Either kind explains most of the other's lines: the true one needs fewer to do so, as it leaves no first lines over.
  const [kind, probed] = tail.cost <= whole.cost ? (['tail', tail] as const) : (['whole', whole] as const);
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
  return makePlan('telegram-page-text', confidence, evidence, { ...bounds, echo: kind, quotations });
}

/** The user says that it is a page: echoes are folded even where the dump alone would not tell that it has any. */
export function forcedPagePlan(rows: Rows, found: Survey, days: boolean): Plan {
  const seen = echoPlan(rows, found, days);
  const { echo = 'tail', quotations = false } = seen ?? {};
  const gap = found.gaps[1] + found.gaps[2] > found.rows * BLANK ? 0 : 1;
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
