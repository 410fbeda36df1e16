/** Values as JSON has them, and safe ways into them: a dump may hold anything at any place. */

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON; a key that is not there is undefined. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Whether `value` is an object: no array, no null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `key`; an empty one where there is none, so that ways into it can go on. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

/** The elements of the array at `key`, none where there is none. */
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const inner = isObject(value) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}

/** The string at `key`, or a number as its digits; undefined for anything else and for the empty string. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const inner = isObject(value) ? value[key] : undefined;
  if (typeof inner === 'number') return String(inner);
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

/** What stands at a dotted path, as in `post.author.name`; a key that has dots itself comes first. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : valueAt(value[path.slice(0, dot)], path.slice(dot + 1));
}
