/** The configuration file: found, parsed and checked; each value with the line that it stands on. */
import { dirname, join, relative, resolve } from 'node:path';
import type { AnyNode, MemberNode, ObjectNode } from '@humanwhocodes/momoa';
import { evaluate, parse } from '@humanwhocodes/momoa';
import { UserError } from '../errors.js';
import { projectFolders } from '../read/find-upwards.js';
import { readTextFile } from '../read/read-text-file.js';
import { closestName } from './closest-name.js';
import { configKeys, type KeyKind, kindWords } from './config-keys.js';

const CONFIG_FILE = 'reposted.config.json';
const WHAT = 'the configuration';

/** A value of the configuration; `place` is `path:line:column`. */
export interface ConfigValue {
  readonly key: string;
  readonly kind: KeyKind;
  readonly value: unknown;
  readonly place: string;
}

/** What a file says. */
export interface ConfigFile {
  /** As shown to people. */
  readonly path: string;
  /** What paths in it are relative to. */
  readonly folder: string;
  readonly values: readonly ConfigValue[];
}

/** Reads the file that is named, or else the nearest one; null where there is none. Throws a {@link UserError}. */
export async function readConfig(cwd: string, named: string | undefined): Promise<ConfigFile | null> {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    const text = await readTextFile(file, WHAT);
    if (text === null)
      throw new UserError(`No configuration at ${named}: --config expects a file (looked in ${cwd})`);
    return parseConfig(text, { file, path: named });
  }
  for (const folder of await projectFolders(cwd)) {
    const file = join(folder, CONFIG_FILE);
    const text = await readTextFile(file, WHAT);
    if (text !== null) return parseConfig(text, { file, path: relative(cwd, file) });
    const manifest = join(folder, 'package.json');
    const found = await readManifest(manifest, relative(cwd, manifest));
    if (found !== null) return found;
  }
  return null;
}

/** The `reposted` key of a package.json; null where it has none. */
async function readManifest(file: string, path: string): Promise<ConfigFile | null> {
  const text = await readTextFile(file, WHAT);
  // Most have none, and need not be understood.
  if (text === null || !/"reposted"\s*:\s*\{/.test(text)) return null;
  const root = parseText(text, path);
  const member = root.members.find((candidate) => nameOf(candidate) === 'reposted');
  if (member === undefined) return null;
  if (member.value.type !== 'Object')
    throw expected(member.value, path, 'the key reposted to hold an object');
  return { path, folder: dirname(file), values: valuesOf(member.value, path) };
}

function parseConfig(text: string, { file, path }: { file: string; path: string }): ConfigFile {
  return { path, folder: dirname(file), values: valuesOf(parseText(text, path), path) };
}

function parseText(text: string, path: string): ObjectNode {
  const root = parseOrTell(text.replace(/^\ufeff/, ''), path);
  if (root.type !== 'Object') throw expected(root, path, 'an object, such as { "maxUncredited": 0 }');
  return root;
}

function parseOrTell(text: string, path: string): AnyNode {
  try {
    return parse(text, { mode: 'json' }).body;
  } catch (error) {
    if (!(error instanceof Error && 'line' in error && 'column' in error)) throw error;
    const reason = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new UserError(`${path}:${error.line}:${error.column}: expected JSON: ${reason}`);
  }
}

function valuesOf(root: ObjectNode, path: string): ConfigValue[] {
  const values = new Map<string, ConfigValue>();
  for (const member of root.members) {
    const key = nameOf(member);
    const { line, column } = member.loc.start;
    const place = `${path}:${line}:${column}`;
    if (key === '$schema') continue;
    const kind = kindOf(key, place);
    if (values.has(key)) throw new UserError(`${place}: ${key} is said already: expected each key once`);
    const value: unknown = evaluate(member.value);
    if (!isOfKind(value, kind)) throw expected(member.value, path, `${key} to be ${kindWords[kind]}`);
    values.set(key, { key, kind, value, place });
  }
  return [...values.values()];
}

function kindOf(key: string, place: string): KeyKind {
  const kind = Object.hasOwn(configKeys, key) ? configKeys[key] : undefined;
  if (kind !== undefined) return kind;
  const close = closestName(key, Object.keys(configKeys));
  const hint =
    close === null ? `expected one of ${Object.keys(configKeys).join(', ')}` : `did you mean ${close}?`;
  throw new UserError(`${place}: unknown key ${JSON.stringify(key)}: ${hint}`);
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function expected(node: AnyNode, path: string, what: string): UserError {
  const { line, column } = node.loc.start;
  const found = JSON.stringify(evaluate(node)) ?? 'nothing';
  return new UserError(
    `${path}:${line}:${column}: expected ${what}, found ${found.length > 60 ? `${found.slice(0, 60)}…` : found}`,
  );
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isTextOrNumber = (value: unknown): boolean => isText(value) || typeof value === 'number';

function isOfKind(value: unknown, kind: KeyKind): boolean {
  const tests: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
    flag: (found) => typeof found === 'boolean',
    whole: (found) => Number.isSafeInteger(found),
    share: isTextOrNumber,
    bytes: isTextOrNumber,
    text: isText,
    texts: isTexts,
    path: isText,
    paths: isTexts,
    accept: (found) => Array.isArray(found) && found.every(isAcceptance),
  };
  return tests[kind](value);
}

/** An id and a reason that is one, and nothing else. */
function isAcceptance(value: unknown): value is { id: string; reason: string } {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('reason' in value)) return false;
  const { id, reason, ...rest } = value;
  return (
    isText(id) &&
    /^[0-9a-f]{16}$/.test(id) &&
    isText(reason) &&
    reason.trim() !== '' &&
    Object.keys(rest).length === 0
  );
}
