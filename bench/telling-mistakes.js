// Promises: a mistake on the command line of a benchmark is told in a line, with 2; anything else shows its stack.

/** What the user got wrong. */
export class Mistake extends Error {}

/** @param {() => void} run */
export function tellingMistakes(run) {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Mistake) && !isOfParseArgs(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isOfParseArgs(error) {
  return error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS_/.test(String(error.code));
}
