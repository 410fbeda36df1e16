/** Dumps whose posts have headers of a form of their own. */
import { findHeaders, type Headers } from './find-headers.js';
import { type FormSeen, headerForms } from './header-forms.js';
import { counted, makePlan, type Plan } from './plan.js';
import { partingGap, type Survey } from './survey.js';
import type { Rows } from './windows.js';

/** So many headers are no chance. */
const MANY = 8;

/** Null where no lines are headers. */
export function headerPlan(rows: Rows, found: Survey, forms: readonly FormSeen[]): Plan | null {
  const headers = findHeaders(rows, forms, partingGap(found));
  if (headers === null) return null;
  const many = headers.ordered && headers.count >= MANY;
  const confidence = headers.fit !== 'sure' ? 'low' : many ? 'high' : 'medium';
  return makePlan('headed-text', confidence, evidenceOf(headers), { headers });
}

/** The user says that there are headers: where no lines are, the dump is one post. */
export function forcedHeaderPlan(rows: Rows, found: Survey): Plan {
  const plan = headerPlan(rows, found, headerForms(rows));
  if (plan === null) return makePlan('headed-text', 'low', ['forced', 'no lines of one form in order']);
  return { ...plan, shape: { ...plan.shape, evidence: ['forced', ...plan.shape.evidence] } };
}

function evidenceOf({ count, ordered, fit, timed, under }: Headers): string[] {
  const what = ordered ? `each ${timed ? 'with a time' : 'with a number'}, in order` : 'all through the dump';
  const where = under ? 'under' : 'over';
  const evidence = `${counted(count, 'line')} looked at of one form, ${what}, ${where} the posts`;
  return fit === 'sure' ? [evidence] : [evidence, 'they may as well stand within posts'];
}
