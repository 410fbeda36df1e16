/** Which file it is, by whatever name: two names of one file, links and hard links too, are known as such. */
import { type BigIntStats, fstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What tells a file from all others; null for a device, a pipe or a folder, which nobody overwrites. */
export type Identity = string | null;

/** Which file is at `path`, an absolute one; of one that is not there yet, where it will be. */
export function identify(path: string): Identity {
  const stats = orNull(() => statSync(path, { bigint: true }));
  return stats === null ? placeOf(path) : identityOf(stats);
}

/** Which file standard input (0) or standard output (1) is, where it is one. */
export function identifyStream(descriptor: 0 | 1): Identity {
  return identityOf(fstatSync(descriptor, { bigint: true }));
}

/** The one name that `path` has in its folder, by whichever way the folder is reached. */
export function placeOf(path: string): string {
  const folder = dirname(path);
  return join(orNull(() => realpathSync(folder)) ?? folder, basename(path));
}

function identityOf(stats: BigIntStats): Identity {
  return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
}

/** What cannot be looked at is told by who opens it. */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
