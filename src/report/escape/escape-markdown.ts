/**
 * Foreign text in Markdown as GitHub and GitLab render it. It stands in code, always: there HTML, links, `@mentions`,
 * `#123`, emphasis and autolinks are text, while a backslash before an `@` would still mention.
 */
import { escapeText } from './escape-text.js';

/** As code within a line; a fence longer than any run of backticks in it. Empty text is shown as nothing. */
export function codeSpan(text: string): string {
  const shown = escapeText(text);
  if (shown.trim() === '') return '';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The same in a cell of a table, which a `|` would end. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** Lines, shown as they are; each must already be fit for a terminal, as {@link excerpt} makes them. */
export function codeBlock(lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return `${fence}text\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
