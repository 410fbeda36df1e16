/** What the host calls, and where it finds the tables. */

export { prepareCompaction as prepare } from './compact';
export * from './memory-map';
export { begin, forget, gap, invalid, lastLineEnd, lines, rows, scanLines } from './scan-lines';
