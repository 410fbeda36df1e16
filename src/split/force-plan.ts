/** The plan for a shape that the user forces; that nothing of its kind is in the dump is said. */
import { Cue, type TextShape } from '../model.js';
import { customPlan } from './custom-plan.js';
import { forcedHeaderPlan } from './header-plan.js';
import { forcedPagePlan } from './page-plan.js';
import { makePlan, type Plan } from './plan.js';
import { forcedRulePlan } from './rule-plans.js';
import { countOf, type Survey } from './survey.js';
import type { Rows } from './windows.js';

/** See {@link choosePlan}. */
export function forcePlan(rows: Rows, found: Survey, format: TextShape, days: boolean): Plan {
  switch (format) {
    case 'telegram-page-text':
      return forcedPagePlan(rows, found, days);
    case 'headed-text':
      return forcedHeaderPlan(rows, found);
    case 'separator-text':
      return { ...forcedRulePlan(rows, found), days };
    case 'custom-text':
      return customPlan(found) ?? makePlan(format, 'low', ['no line matches the given patterns']);
    case 'blank-line-text': {
      const gap = found.gaps[1] > 0 && found.gaps[2] > 0 ? 2 : 1;
      return forcedUnless(found.gaps[1] + found.gaps[2] === 0, 'no blank lines', {
        format,
        found,
        gap,
        days,
      });
    }
    case 'telegram-desktop-text':
      return forcedUnless(countOf(found, Cue.stamp) === 0, 'no header of the form "NAME, [date]"', {
        format,
        found,
      });
    case 'telegram-views-text': {
      const none = countOf(found, Cue.views, Cue.reactions) === 0;
      return forcedUnless(none, 'no line with a count of views or of reactions', { format, found });
    }
    case 'line-text':
      return makePlan(format, 'high', ['forced']);
    case 'flat-text':
      return makePlan(format, 'low', ['forced'], { days });
  }
}

/** An empty dump leaves no doubt about how it is cut. */
function forcedUnless(
  missing: boolean,
  what: string,
  of: { format: TextShape; found: Survey; gap?: number; days?: boolean },
): Plan {
  const { format, found, gap = 0, days = false } = of;
  return missing && found.rows > 0
    ? makePlan(format, 'low', ['forced', what], { gap, days })
    : makePlan(format, 'high', ['forced'], { gap, days });
}
