/** Objects, seen as their fields: `Object.entries` of a million objects would make ten million more. */

/** Any object may be asked for fields, by any name. */
export function hasFields(value: object): value is Readonly<Record<string, unknown>> {
  return value !== null;
}
