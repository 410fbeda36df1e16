/** Words that reports for people share, and the beginnings of their lists. */

import { escapeText } from '../escape/escape-text.js';
import type { PostPlace } from '../report.js';
import type { ReporterOptions } from '../reporter.js';
import type { Style } from '../style.js';

/** How many entries were left out; `what` is one of them. */
export function* tellRest(
  length: number,
  options: ReporterOptions,
  what: string,
  { indent = '  ', hint = '' }: { readonly indent?: string; readonly hint?: string } = {},
): Generator<string> {
  if (length <= options.top) return;
  const rest = options.top === 0 ? count(length, what) : `and ${count(length - options.top, `more ${what}`)}`;
  yield `${indent}${options.style.faint(`… ${rest}${hint}`)}\n`;
}

/** `path:line`, which editors and terminals open, and the last line where there is another. */
function place(post: PostPlace, style: Style): string {
  const [first, last] = post.lines;
  const path = escapeText(post.dump);
  return `${style.link(`${path}:${first}`, post.dump, first)}${last > first ? style.faint(`-${last}`) : ''}`;
}

/** The same as plain text: `path:1-4`. */
export function tellPlace({ dump, lines: [first, last] }: PostPlace): string {
  return `${dump}:${first}${last > first ? `-${last}` : ''}`;
}

/** A post: where it is, who posted it, when. */
export function tellPost(post: PostPlace, style: Style): string {
  return `${place(post, style)}${tellWho(post)}`;
}

/** The first of some posts: where no date says that it was first, that stands in its place. */
export function asOrigin(post: PostPlace): PostPlace {
  return { ...post, date: post.date ?? 'undated, read first' };
}

/** One that an index has, with its id and no link, as its dump need not be there any more. */
export function tellKnown(post: PostPlace): string {
  const id = post.id === null ? '' : `  id ${escapeText(post.id)}`;
  return `${escapeText(tellPlace(post))}${id}${tellWho(post)}`;
}

function tellWho(post: PostPlace): string {
  return `  post ${post.post}${named(post)}${post.date === null ? '' : `  ${post.date}`}`;
}

/** The name of a source that is not simply the dump's. */
function named({ dump, source }: Pick<PostPlace, 'dump' | 'source'>): string {
  return source === dump ? '' : `  ${escapeText(source)}`;
}

/** `1 post`, `2 posts`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `56.1 KiB`. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length, Math.floor(Math.log2(size) / 10));
  return `${(size / 1024 ** power).toFixed(1)} ${units[power - 1]}`;
}

/** The first `most` values; what comes after them is not even asked for. */
export function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  if (most === 0) return;
  let taken = 0;
  for (const value of values) {
    yield value;
    taken += 1;
    if (taken === most) return;
  }
}
