/** The flags that say where posts begin and end. */
import type { CutOptions } from './options.js';

/** The options that say it. */
export type BoundaryOptions = Pick<CutOptions, 'postStart' | 'postEnd' | 'separator'>;

/** Those that were given, as they are typed. */
export function boundaryFlags({ postStart, postEnd, separator }: BoundaryOptions): string[] {
  const flags = { '--post-start': postStart, '--post-end': postEnd, '--separator': separator };
  return Object.entries(flags).flatMap(([flag, pattern]) => (pattern === undefined ? [] : flag));
}
