// Promises: JSON of unknown make, read with its types checked; a missing or wrong field throws and is named.

export type Json = Readonly<Record<string, unknown>>;

export function parseJson(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (!isJson(value)) throw new TypeError('Expected a JSON object');
  return value;
}

export function parseJsonLines(text: string): readonly Json[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseJson);
}

export function textOf(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== 'string') throw wrong(field, 'a string', value);
  return value;
}

export function numberOf(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number') throw wrong(field, 'a number', value);
  return value;
}

export function isTrue(json: Json, field: string): boolean {
  return json[field] === true;
}

export function textOrNull(json: Json, field: string): string | null {
  return isAbsent(json, field) ? null : textOf(json, field);
}

export function listOf(json: Json, field: string): readonly unknown[] {
  const value = json[field];
  if (!Array.isArray(value)) throw wrong(field, 'a list', value);
  return value;
}

export function recordsOf(json: Json, field: string): readonly Json[] {
  return listOf(json, field).map((value) => {
    if (!isJson(value)) throw wrong(field, 'a list of objects', value);
    return value;
  });
}

export function recordOf(json: Json, field: string): Json {
  const value = json[field];
  if (!isJson(value)) throw wrong(field, 'an object', value);
  return value;
}

export function pairOf(json: Json, field: string): readonly [number, number] {
  const [first, last] = listOf(json, field);
  if (typeof first !== 'number' || typeof last !== 'number') throw wrong(field, 'two numbers', json[field]);
  return [first, last];
}

export function pairOrNull(json: Json, field: string): readonly [number, number] | null {
  return isAbsent(json, field) ? null : pairOf(json, field);
}

function isAbsent(json: Json, field: string): boolean {
  return json[field] === null || json[field] === undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(field: string, expected: string, found: unknown): TypeError {
  return new TypeError(`Expected ${expected} in "${field}", found ${JSON.stringify(found)?.slice(0, 80)}`);
}
