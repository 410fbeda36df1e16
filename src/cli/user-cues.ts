/**
 * The user's own boundaries. Patterns run on RE2 semantics (re2js): linear in the length of a line whatever the
 * pattern, so none can hang the run. It is loaded only when a pattern is given.
 */
import { UserError } from '../errors.js';
import type { UserCues } from '../split/cues/read-cue.js';
import type { CutOptions } from './options.js';

/** Compiles the patterns of the options; throws a {@link UserError} that names the flag. */
export async function userCuesOf(options: CutOptions): Promise<UserCues> {
  return {
    start: await compile('--post-start', options.postStart),
    end: await compile('--post-end', options.postEnd),
    separator: await compile('--separator', options.separator),
    forwardPhrases: options.forwardPhrase ?? [],
  };
}

async function compile(
  flag: string,
  pattern: string | undefined,
): Promise<((line: string) => boolean) | null> {
  if (pattern === undefined) return null;
  const { RE2JS } = await import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return (line) => compiled.matcher(line).find();
  } catch (error) {
    throw new UserError(
      `${flag} expects a regular expression in RE2 syntax (no look-around, no back-references), found ` +
        `${JSON.stringify(pattern)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
