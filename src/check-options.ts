/** The library's options, checked: what TypeScript says of them says nothing to who writes JavaScript. */
import { UserError } from './errors.js';
import { formatNames } from './formats/formats.js';
import { rungs } from './model.js';
import { knownEncoding } from './read/encodings/choose-encoding.js';
import { LEAST_MEMORY } from './read/limits.js';

/** What an option must be, in words that end "expects …", and whether it is. */
interface Expectation {
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
}

const cue: Expectation = {
  words: 'a function that takes a line and returns whether it parts posts, as line => /^--/.test(line)',
  holds: (value) => typeof value === 'function',
};
const text: Expectation = { words: 'a text', holds: isText };
const field: Expectation = { words: 'the name of a field', holds: isText };

const options: Readonly<Record<string, Expectation>> = {
  minCharacters: { words: 'a whole number of at least 1', holds: (value) => isWhole(value, 1) },
  rung: oneOf(rungs),
  echoes: oneOf(['collapse', 'keep']),
  format: { words: 'a name that reposted formats lists', holds: (value) => isOneOf(formatNames(), value) },
  fields: { words: 'an object of names of fields', holds: isRecord },
  encoding: {
    words: 'a label of the Encoding Standard, as in utf-8, windows-1251 or gb18030',
    holds: (value) => typeof value === 'string' && knownEncoding(value) !== null,
  },
  maxBytes: { words: 'a whole number of bytes, at least 1', holds: (value) => isWhole(value, 1) },
  memory: {
    words: `a whole number of bytes, at least ${LEAST_MEMORY}`,
    holds: (value) => isWhole(value, LEAST_MEMORY),
  },
  cwd: { words: 'the path of a folder', holds: isText },
  cues: { words: 'an object of functions, and of forwardPhrases', holds: isRecord },
};

const fields = { text: field, id: field, date: field, source: field, forward: field };
const cues = {
  start: cue,
  end: cue,
  separator: cue,
  forwardPhrases: { words: 'a list of texts', holds: (value: unknown) => isList(value, text.holds) },
};

/** Throws a {@link UserError} for what `scan` cannot be called with; what is null or undefined is not given. */
export function checkScan(paths: unknown, given: unknown): void {
  if (!isList(paths, isText)) throw new UserError(`scan expects a list of paths, found ${show(paths)}`);
  if (!isRecord(given)) throw new UserError(`scan expects an object of options, found ${show(given)}`);
  checkObject(given, options, '');
  if (isRecord(given['fields'])) checkObject(given['fields'], fields, 'fields.');
  if (isRecord(given['cues'])) checkObject(given['cues'], cues, 'cues.');
}

function checkObject(
  given: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Expectation>>,
  prefix: string,
): void {
  for (const [name, value] of Object.entries(given)) {
    const expected = Object.hasOwn(known, name) ? known[name] : undefined;
    if (expected === undefined) {
      throw new UserError(
        `scan knows no option ${JSON.stringify(prefix + name)}: expected one of ${Object.keys(known).join(', ')}`,
      );
    }
    if (value !== undefined && value !== null && !expected.holds(value))
      throw new UserError(`The option ${prefix}${name} expects ${expected.words}, found ${show(value)}`);
  }
}

function oneOf(values: readonly string[]): Expectation {
  return { words: `one of ${values.join(', ')}`, holds: (value) => isOneOf(values, value) };
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isWhole(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

function isList(value: unknown, holds: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}

/** UTF-16 units of a value that are told. */
const LONGEST_TOLD = 60;

function show(value: unknown): string {
  const shown =
    typeof value === 'object' && !(value instanceof RegExp) ? JSON.stringify(value) : quoted(value);
  return shown.length > LONGEST_TOLD ? `${shown.slice(0, LONGEST_TOLD)}…` : shown;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
