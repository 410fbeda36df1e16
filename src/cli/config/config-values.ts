/** The text of a configuration: parsed and checked, each value with the line that it stands on. */
import type { AnyNode, MemberNode, ObjectNode } from '@humanwhocodes/momoa';
import { evaluate, parse } from '@humanwhocodes/momoa';
import { UserError } from '../../errors.js';
import { closestName } from '../closest-name.js';
import { configKeys, type KeyKind, kindWords } from './config-keys.js';

/** A value of the configuration; `place` is `path:line:column`. */
export interface ConfigValue {
  readonly key: string;
  readonly kind: KeyKind;
  readonly value: unknown;
  readonly place: string;
}

/** What a configuration file says; throws a {@link UserError} that names `path`, line and column. */
export function parseConfig(text: string, path: string): ConfigValue[] {
  return valuesOf(parseText(text, path), path);
}

/** The same of the `reposted` key of a package.json; null where it has none. */
export function parseManifest(text: string, path: string): ConfigValue[] | null {
  const root = parseText(text, path);
  const member = root.members.find((candidate) => nameOf(candidate) === 'reposted');
  if (member === undefined) return null;
  if (member.value.type !== 'Object')
    throw expected(member.value, path, 'the key reposted to hold an object');
  return valuesOf(member.value, path);
}

function parseText(text: string, path: string): ObjectNode {
  const root = parseOrTell(text, path);
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
    reporter: isText,
    reporters: isTexts,
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
