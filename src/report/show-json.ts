/**
 * JSON that is safe to print: what could steer a terminal or turn text round (C1 controls, bidirectional marks,
 * line separators) is escaped, beside what JSON escapes anyway. Parsing it gives the same strings.
 */
export function showJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
