/** The command that accepts what a check has found: the one that was run, and two flags. */

/** Where a baseline is proposed to be. */
const DEFAULT_BASELINE = 'reposted-baseline.txt';

/** `words` are what was typed behind `reposted`; `baseline` is the one in use. For a shell, quoted where need be. */
export function acceptCommand(words: readonly string[], baseline: string | undefined): string {
  const named = words.some((word) => /^--baseline(?:=|$)/.test(word)) || baseline !== undefined;
  const rest = withoutFailOn(words.filter((word, at) => at > 0 || (word !== 'check' && word !== 'scan')));
  const flags = named ? ['--update-baseline'] : ['--baseline', DEFAULT_BASELINE, '--update-baseline'];
  // Before the rest, in which there may be a `--`.
  return ['reposted', 'check', ...flags, ...rest].map(quote).join(' ');
}

/** `check` has policies of its own. */
function withoutFailOn(words: readonly string[]): string[] {
  return words.filter(
    (word, at) =>
      !/^--fail-on(?:=|$)/.test(word) && words[at - 1] !== '--fail-on' && word !== '--update-baseline',
  );
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
