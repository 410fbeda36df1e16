/** What could not be read, and what was not compared, in Markdown. */
import { codeSpan } from '../escape/escape-markdown.js';
import type { Report } from '../report.js';
import { tellLeftAside } from './tell-unread.js';
import { take } from './text-words.js';

/** A line for each trouble, and one for what an index has of what is at hand. */
export function* tellUnreadMarkdown(report: Report, top: number): Generator<string> {
  const { troubles } = report;
  for (const { reason } of take(troubles, top)) yield `- **not read**: ${codeSpan(reason)}\n`;
  if (troubles.length > top) yield `- … and ${troubles.length - top} more not read\n`;
  const aside = tellLeftAside(report, codeSpan);
  if (aside !== null) yield `- left aside: ${aside}\n`;
}
