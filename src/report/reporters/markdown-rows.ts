/** Rows of tables in Markdown. */
import { codeCell } from '../escape/escape-markdown.js';
import type { PostPlace } from '../report.js';
import { tellPlace } from './text-words.js';

/** A row of cells that are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** The cells of a post: its place and number, what of its source is not simply its dump, its date. */
export function where(post: PostPlace): string[] {
  const source = post.source === post.dump ? '' : codeCell(post.source);
  return [`${codeCell(tellPlace(post))} post ${post.post}`, source, post.date ?? ''];
}
