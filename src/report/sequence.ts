/** Lists that need not fit into memory: of known length, described value by value while they are walked. */

/** A list that can be walked again and again, each time with the same values, made anew. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** All values at once, so that `JSON.stringify` shows an array. */
  toJSON(): readonly T[];
}

/**
 * Makes the sequence of the `length` values that each call of `walk` gives. Where there are many sequences, `walk` calls
 * a generator of its module: the language gives one that is made on the spot a prototype of its own, which is dear.
 */
export function createSequence<T>(length: number, walk: () => Iterator<T>): Sequence<T> {
  return new WalkedSequence(length, walk);
}

/** Whether a value is such a list. */
export function isSequence(value: unknown): value is Sequence<unknown> {
  return value instanceof WalkedSequence;
}

/** A class, so that a sequence has no fields of its own but its length: two are equal when their values are. */
class WalkedSequence<T> implements Sequence<T> {
  readonly length: number;
  readonly #walk: () => Iterator<T>;

  constructor(length: number, walk: () => Iterator<T>) {
    this.length = length;
    this.#walk = walk;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#walk();
  }

  toJSON(): readonly T[] {
    return [...this];
  }
}
