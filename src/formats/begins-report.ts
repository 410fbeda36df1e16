/** Reports of this program among dumps: what is in them was posted by nobody. */

/** How those begin that would be read as posts, each passage as a copy more. */
const beginnings: readonly RegExp[] = [
  // JSON and NDJSON, however they are spaced.
  /^\s*\{\s*(?:"type"\s*:\s*"report"\s*,\s*)?"schemaVersion"\s*:\s*\d+\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"reposted"/,
  /^rule,level,fingerprint,kind,id,relation,coverage,origin_coverage,/,
  // Text and Markdown, of a scan and of a check; PowerShell writes them with line ends of its own.
  /^.+ {2}\d+ posts?, \d+ lines?, [\d.]+ (?:[KMGT]i)?B\r?\n {2}read as [a-z]/,
  /^Check (?:passed|failed|incomplete): \d+ posts? of \d+ dumps?/,
  /^## Reposts: .+(?:\r?\n){2}\| dumps \| posts \|/,
  /^## \S+ Check (?:passed|failed|incomplete)(?:\r?\n){2}- /,
];

/** Whether `text` is the beginning of one. */
export function beginsReport(text: string): boolean {
  return beginnings.some((beginning) => beginning.test(text));
}
