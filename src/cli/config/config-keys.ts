/** What the configuration may say: one table for the file, for the environment and for `--print-config`. */

/**
 * How a value is written in JSON: `whole` a number; `share` a number or `"5%"`; `bytes` a number or `"500M"`; `path` and
 * `paths` are relative to the configuration's folder, and so are the module and the file of a `reporter`, of a list of
 * `reporters`. commander checks the rest, as it does for the flag of the name.
 */
export type KeyKind =
  | 'flag'
  | 'whole'
  | 'share'
  | 'bytes'
  | 'text'
  | 'texts'
  | 'path'
  | 'paths'
  | 'reporter'
  | 'reporters'
  | 'accept';

/** Whether a key of the kind takes a list of texts. */
export function isList(kind: KeyKind | undefined): boolean {
  return kind === 'texts' || kind === 'paths' || kind === 'reporters';
}

/** Every key, by the name of its flag in camel case, in the order in which it is printed. */
export const configKeys: Readonly<Record<string, KeyKind>> = {
  against: 'paths',
  maxUncredited: 'whole',
  maxBlocks: 'whole',
  maxRepeated: 'share',
  blocklist: 'path',
  failLength: 'whole',
  failStale: 'flag',
  failOn: 'text',
  baseline: 'path',
  accept: 'accept',
  ignore: 'texts',
  minCharacters: 'whole',
  rung: 'text',
  echoes: 'text',
  inputFormat: 'text',
  textField: 'text',
  idField: 'text',
  dateField: 'text',
  sourceField: 'text',
  forwardField: 'text',
  encoding: 'text',
  maxBytes: 'bytes',
  strict: 'flag',
  postStart: 'text',
  postEnd: 'text',
  separator: 'text',
  onePostPerLine: 'flag',
  forwardPhrase: 'texts',
  threads: 'whole',
  memory: 'bytes',
  format: 'reporter',
  reporter: 'reporters',
  top: 'whole',
  color: 'flag',
  hyperlinks: 'text',
  quiet: 'flag',
};

/** What each kind expects, for messages. */
export const kindWords: Readonly<Record<KeyKind, string>> = {
  flag: 'true or false',
  whole: 'a whole number',
  share: 'a share, such as "5%" or 0.05',
  bytes: 'a number of bytes, such as "500M"',
  text: 'a text',
  texts: 'a list of texts',
  path: 'a path',
  paths: 'a list of paths',
  reporter: 'a text',
  reporters: 'a list of texts',
  accept: 'a list of { "id": "16 hex digits", "reason": "why" }',
};

/** How the names of our variables begin. */
export const VARIABLE_PREFIX = 'REPOSTED_';

/** `REPOSTED_MIN_CHARACTERS` for `minCharacters`. */
export function variableOf(key: string): string {
  return `${VARIABLE_PREFIX}${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
