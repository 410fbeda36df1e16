/** Why the file system refused, in words that are the same on every machine. */

/** `permission denied` of `EACCES: permission denied, open '/home/me/x'`: the path is told as the user knows it. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /^E[A-Z0-9]+: ([^,]+),/.exec(error.message)?.[1] ?? error.message;
}
