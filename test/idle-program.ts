import { buildProgram } from '../src/cli/program.js';

const never = () => Promise.reject(new Error('Not meant to act'));

/** The whole command line as it is defined, with nothing behind it: to ask which commands and flags there are. */
export const idleProgram = buildProgram({
  scan: never,
  check: never,
  audit: never,
  split: never,
  formats: never,
  completion: never,
  index: { make: never, list: never, remove: never, verify: never, export: never },
  configure: never,
});
