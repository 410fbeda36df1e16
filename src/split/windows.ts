/** The rows of one dump, and a few windows spread over them: enough to know its shape, cheap however large it is. */
import type { Columns, LineTable } from '../model.js';
import type { CompareLines } from './compare-lines.js';

/** The rows of one dump, and how to compare them. */
export interface Rows {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly from: number;
  readonly end: number;
  readonly compare: CompareLines;
}

const WINDOWS = 8;
const WINDOW_ROWS = 4096;

/** Where a dump is looked at: the whole of it where it is small. */
export function windows({ from, end }: Rows): { from: number; end: number }[] {
  if (end - from <= WINDOWS * WINDOW_ROWS) return [{ from, end }];
  const stride = Math.floor((end - from) / WINDOWS);
  return Array.from({ length: WINDOWS }, (_, at) => {
    const start = from + at * stride;
    return { from: start, end: start + WINDOW_ROWS };
  });
}
