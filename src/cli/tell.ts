/** What the program tells people beside its report. */
import { escapeText } from '../report/escape/escape-text.js';

/** Tells it in a line on standard error; text of dumps, paths and words of the user may be in it. */
export function tell(text: string): void {
  process.stderr.write(`reposted: ${escapeText(text)}\n`);
}
