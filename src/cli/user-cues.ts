/**
 * The user's own boundaries. Patterns run on RE2 semantics (re2js): linear in the length of a line whatever the
 * pattern, so none can hang the run. It is loaded only when a pattern is given.
 */
import { UserError } from '../errors.js';
import type { UserCues } from '../split/cues/read-cue.js';
import { atPlace } from './at-place.js';
import { boundaryFlags } from './boundary-flags.js';
import type { CutOptions } from './options.js';

/** Compiles the patterns of the options; throws a {@link UserError} that names the flag. */
export async function userCuesOf(options: CutOptions): Promise<UserCues> {
  const { postStart, postEnd, separator, forwardPhrase: forwardPhrases = [] } = options;
  if (boundaryFlags(options).length === 0) return { start: null, end: null, separator: null, forwardPhrases };
  const { RE2JS } = await import('re2js');
  const compile: Compile = (pattern) => {
    const compiled = RE2JS.compile(pattern);
    return (line) => compiled.matcher(line).find();
  };
  return {
    start: atPlace(options, 'postStart', () => testOf('--post-start', postStart, compile)),
    end: atPlace(options, 'postEnd', () => testOf('--post-end', postEnd, compile)),
    separator: atPlace(options, 'separator', () => testOf('--separator', separator, compile)),
    forwardPhrases,
  };
}

type LineTest = (line: string) => boolean;
type Compile = (pattern: string) => LineTest;

function testOf(flag: string, pattern: string | undefined, compile: Compile): LineTest | null {
  if (pattern === undefined) return null;
  try {
    return compile(pattern);
  } catch (error) {
    throw new UserError(
      `${flag} expects a regular expression in RE2 syntax (no look-around, no back-references), found ` +
        `${JSON.stringify(pattern)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
