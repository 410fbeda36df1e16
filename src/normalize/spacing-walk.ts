/** Two texts, read side by side at the rung `spacing`; what both have is passed over. */

import { alikeBytes, type FoldPoint } from './alike-bytes.js';
import type { PlaceInBoth } from './compare-words.js';
import { characterBefore } from './equal-bytes.js';
import { createSpacingActions, foldAlone } from './spacing-actions.js';
import { END, SpacingReader, UNCLEAR } from './spacing-reader.js';

const SPACE = 0x20;

/** It reuses its readers. */
export class SpacingWalk {
  readonly #one;
  readonly #other;
  #model: Uint8Array = new Uint8Array(0);
  #copy: Uint8Array = new Uint8Array(0);
  #wordAt = 0;
  #wordCopyAt = 0;
  readonly #foldPoint: FoldPoint;

  constructor(actions = createSpacingActions()) {
    this.#one = new SpacingReader(actions);
    this.#other = new SpacingReader(actions);
    this.#foldPoint = (point) => foldAlone(actions, point);
  }

  /** Compares from where a word begins in both texts on. */
  compare(
    model: Uint8Array,
    copy: Uint8Array,
    { at, copyAt }: PlaceInBoth,
  ): 'same' | 'different' | 'unclear' {
    this.#model = model;
    this.#copy = copy;
    this.#wordAt = at;
    this.#wordCopyAt = copyAt;
    this.#one.open(model, at);
    this.#other.open(copy, copyAt);
    for (;;) {
      this.#passEqual();
      const point = this.#one.next();
      const copied = this.#other.next();
      if (point === UNCLEAR || copied === UNCLEAR) return 'unclear';
      if (point !== copied) return this.#one.isSettled() && this.#other.isSettled() ? 'different' : 'unclear';
      if (point === END) return 'same';
    }
  }

  /** Where a word begins in both texts, up to which they are the same; and the place behind what is unclear. */
  get word(): PlaceInBoth {
    return { at: this.#wordAt, copyAt: this.#wordCopyAt };
  }

  get unclear(): PlaceInBoth {
    const at = Math.min(this.#one.at + 1, this.#model.length);
    return { at, copyAt: Math.min(this.#other.at + 1, this.#copy.length) };
  }

  /** Passes over what both texts have, up to a character that goes on as if it were the first. */
  #passEqual(): void {
    const one = this.#one;
    const other = this.#other;
    const { at } = one;
    if (!one.isLevel || !other.isLevel) return;
    if (this.#model[at] === SPACE && this.#copy[other.at] === SPACE) this.#beginWord(at + 1, other.at + 1);
    if (!one.isSolidAt(at) || !other.isSolidAt(other.at)) return;
    const ahead = other.at - at;
    const from = { at, copyAt: other.at, foldPoint: this.#foldPoint };
    let end = at + alikeBytes(this.#model, this.#copy, from);
    if (end < this.#model.length || end + ahead < this.#copy.length) {
      do end = characterBefore(this.#model, end);
      while (end > at && !(one.isSolidAt(end) && other.isSolidAt(end + ahead)));
      // At the first one there is nothing to pass over.
      if (end <= at) return;
      let word = end;
      while (word > at && this.#model[word - 1] !== SPACE) word -= 1;
      if (word > at) this.#beginWord(word, word + ahead);
    }
    one.at = end;
    other.at = end + ahead;
  }

  #beginWord(at: number, copyAt: number): void {
    this.#wordAt = at;
    this.#wordCopyAt = copyAt;
  }
}
