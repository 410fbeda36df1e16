/** The numbers of a column, one by one. */
import type { Column } from '../model.js';

/** Walks the rows `[0, end)`, or all there are where they are fewer. */
export function* valuesOf(column: Column, end = column.length): Generator<number> {
  for (let row = 0; row < Math.min(end, column.length); row++) yield column.at(row);
}
