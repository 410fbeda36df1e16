/** Dumps that are cut by the user's own patterns. */
import { Cue } from '../model.js';
import { counted, makePlan, type Plan } from './plan.js';
import { countOf, type Survey } from './survey.js';

/** Null where no line is matched. A pattern that matches all of many lines tells nothing apart. */
export function customPlan(found: Survey): Plan | null {
  const own = countOf(found, Cue.userStart, Cue.userEnd, Cue.userSeparator);
  if (own === 0) return null;
  const evidence = `${counted(own, 'line')} matched by the given patterns`;
  if (own < found.rows || own === 1) return makePlan('custom-text', 'high', [evidence]);
  const consequence =
    countOf(found, Cue.userSeparator) === own ? 'no line is left to be text' : 'each is a post of its own';
  return makePlan('custom-text', 'low', [evidence, `that is every line: ${consequence}`]);
}
