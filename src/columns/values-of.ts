/** The numbers of a column, one by one. */
import type { Column } from '../model.js';

/** Walks the rows `[from, end)`, or all there are where they are fewer. */
export function* valuesOf(column: Column, end = column.length, from = 0): Generator<number> {
  for (let row = from; row < Math.min(end, column.length); row++) yield column.at(row);
}
