/** Dumps whose posts have headers of a form of their own. */
import { findHeaders, type Headers } from './find-headers.js';
import { counted, makePlan, type Plan } from './plan.js';
import { partingGap, type Survey } from './survey.js';
import type { Rows } from './windows.js';

/** So many headers are no chance. */
const MANY = 8;

/** Null where no lines are headers. */
export function headerPlan(rows: Rows, found: Survey): Plan | null {
  const headers = findHeaders(rows, partingGap(found));
  if (headers === null) return null;
  const confidence = !headers.sure ? 'low' : headers.count >= MANY ? 'high' : 'medium';
  return makePlan('headed-text', confidence, evidenceOf(headers), { headers });
}

function evidenceOf({ count, timed, under }: Headers): string[] {
  const what = timed ? 'with a time' : 'with a number';
  return [
    `${counted(count, 'line')} of one form, each ${what}, in order, ${under ? 'under' : 'over'} the posts`,
  ];
}
