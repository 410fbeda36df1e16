/** Why the file system refused, in words that are the same on every machine. */

/** `permission denied` of `EACCES: permission denied, open '/home/me/x'`: the path is told as the user knows it. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /^E[A-Z0-9]+: ([^,]+),/.exec(error.message)?.[1] ?? error.message;
}

/** Why no file may be found by the name that `file` has; null where nothing is wrong with it. */
export function nameProblem(file: string): string | null {
  // It stands for what could not be read: no file goes by that.
  return file.includes('\ufffd') ? 'its name is no UTF-8, so it cannot be asked for; rename it' : null;
}
