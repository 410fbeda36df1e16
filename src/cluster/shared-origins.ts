/** The posts that may be the origin of the post at hand, and how much each shares with it. */

import type { Column, Columns, Releasable, WritableColumn } from '../model.js';
import { NumberList } from './number-list.js';

/** Possible origins in the order in which they were added: reused, never made anew. */
export class SharedOrigins implements Releasable {
  readonly #list: NumberList;
  readonly #own: WritableColumn;
  readonly #theirs: WritableColumn;

  /** An empty list that can hold any of `posts`. */
  constructor(columns: Columns, posts: number) {
    this.#list = new NumberList(columns, posts);
    this.#own = columns.float64(0);
    this.#theirs = columns.float64(0);
  }

  get count(): number {
    return this.#list.count;
  }

  /** The columns are filled up to `count`. */
  get post(): Column {
    return this.#list.numbers;
  }

  /** By place, the characters that the post at hand shares with each. */
  get own(): Column {
    return this.#own;
  }

  /** By place, the characters that each shares with the post at hand. */
  get theirs(): Column {
    return this.#theirs;
  }

  clear(): void {
    this.#list.clear();
  }

  /** Credits `post` with characters. */
  add(post: number, own: number, theirs: number): void {
    const known = this.#list.placeOf(post);
    const place = known < 0 ? this.#list.add(post) : known;
    this.#own.set(place, own + (known < 0 ? 0 : this.#own.at(place)));
    this.#theirs.set(place, theirs + (known < 0 ? 0 : this.#theirs.at(place)));
  }

  /** The place of `post` in the list, -1 where it is not in it. */
  placeOf(post: number): number {
    return this.#list.placeOf(post);
  }

  release(): void {
    for (const done of [this.#list, this.#own, this.#theirs]) done.release();
  }
}
