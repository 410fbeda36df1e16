/** A list of numbers, each once. It is filled for one post after the other, and never made anew. */
import type { Columns, Releasable, WritableColumn } from '../model.js';

/** So many are looked through: most lists are no longer, and a look into a large table takes more time. */
const FEW = 8;

/** Numbers in the order in which they were added. */
export class NumberList implements Releasable {
  count = 0;
  /** The numbers, up to `count`. */
  readonly numbers: WritableColumn;
  /** Where a number behind the first few may stand: what an earlier list has left here is told by a look at the list. */
  readonly #places: WritableColumn;

  /** An empty list, for numbers below `bound`. */
  constructor(columns: Columns, bound: number) {
    this.numbers = columns.uint32(0);
    this.#places = columns.uint32(bound);
  }

  clear(): void {
    this.count = 0;
  }

  /** Where a number stands, -1 where it does not. */
  placeOf(number: number): number {
    const { count, numbers } = this;
    for (let place = 0; place < count && place < FEW; place++) if (numbers.at(place) === number) return place;
    if (count <= FEW) return -1;
    const place = this.#places.at(number);
    return place < count && numbers.at(place) === number ? place : -1;
  }

  /** Adds a number that is not in the list, and returns its place. */
  add(number: number): number {
    const place = this.count;
    this.numbers.set(place, number);
    if (place >= FEW) this.#places.set(number, place);
    this.count = place + 1;
    return place;
  }

  release(): void {
    for (const column of [this.numbers, this.#places]) column.release();
  }
}
