/** What could not be read, in Markdown. */
import { codeSpan } from '../escape/escape-markdown.js';
import type { Report } from '../report.js';
import { take } from './text-words.js';

/** A line for each trouble. */
export function* tellUnreadMarkdown({ troubles }: Report, top: number): Generator<string> {
  for (const { reason } of take(troubles, top)) yield `- **not read**: ${codeSpan(reason)}\n`;
  if (troubles.length > top) yield `- … and ${troubles.length - top} more not read\n`;
}
