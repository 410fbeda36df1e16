/** What the host calls, and where it finds the tables. */

export * from './memory-map';
export { begin, forget, gap, invalid, lines, prepare, rows, scanLines } from './scan-lines';
