/** Names of files that cannot be asked for. */

/** Why no file may be found by the name that `file` has; null where nothing is wrong with it. */
export function nameProblem(file: string): string | null {
  // It stands for what could not be read: no file goes by that.
  return file.includes('\ufffd') ? 'its name is no UTF-8, so it cannot be asked for; rename it' : null;
}
