/** A column to change, where a table is not to be. */
import type { Column, Numbers, WritableColumn } from '../model.js';

/** Fills `target` with the rows of `column`, and returns it. */
export function copyColumn<A extends Numbers>(column: Column, target: WritableColumn<A>): WritableColumn<A> {
  for (let row = 0; row < column.length; row++) target.set(row, column.at(row));
  return target;
}
