// Promises: a value as JSON has it, with every sequence an array: what expectations on whole objects are held against.

export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
