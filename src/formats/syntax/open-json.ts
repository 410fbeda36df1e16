/** JSON records, whichever way they are written: one a line, or within one document. */
import type { OpenRequest, RecordReader, RecordSink } from '../format.js';
import { readJsonLines } from './json-lines.js';
import { type JsonRecords, readJsonValues } from './json-values.js';
import { parseJson } from './parse-json.js';

/** What surrounds a record that stands on a line of its own: nothing. */
const ALONE = { keys: [], around: [] };

/**
 * Opens a dump of JSON. Where it does not show where it holds its records, it is one record after another: each on a
 * line, or over several.
 */
export function openJson(sink: RecordSink, request: OpenRequest, wanted: JsonRecords): RecordReader {
  const { text } = request.head;
  if (holdsRecords(text, wanted.paths)) return readJsonValues(sink, request, wanted);
  return looksLikeJsonLines(text)
    ? readJsonLines(sink, request, (value) => wanted.toPost(value, ALONE))
    : readJsonValues(sink, request, { ...wanted, paths: [''] });
}

/** Whether the document is an array, or names what its records are in. */
function holdsRecords(text: string, paths: readonly string[]): boolean {
  if (/^\s*\[/.test(text)) return true;
  return paths.some((path) => {
    const [container] = path.split('.').slice(-2, -1);
    return container !== undefined && new RegExp(`"${container}"\\s*:\\s*[[{]`).test(text);
  });
}

/**
 * Whether `text` begins as an object or an array of objects, strings or rows does: hardly anything else is written so. A row has
 * a comma behind its first value, where a link to another note has none: `[[2025-05-30]]`.
 */
export function beginsAsJson(text: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[{"]|\[[\s[]*(?:\{\s*"|(?:"[^"\n]*"|-?\d[\d.]*)\s*,))/.test(text);
}

/** More lines than these need not be looked at. */
const LOOKED_AT = 20;

/** Most of the first lines are objects, each a whole one. The last may be cut short: it is looked at only if alone. */
export function looksLikeJsonLines(text: string): boolean {
  const all = text.split('\n', LOOKED_AT + 1);
  const lines = (all.length > 1 ? all.slice(0, -1) : all).filter((line) => line.trim() !== '');
  return lines.filter((line) => isWholeObject(line.trim())).length * 2 > lines.length;
}

function isWholeObject(line: string): boolean {
  return line.startsWith('{') && parseJson(line).broken === null;
}
