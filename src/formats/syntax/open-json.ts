/** JSON records, whichever way they are written: one a line, or within one document. */
import type { OpenRequest, RecordReader, RecordSink } from '../format.js';
import { readJsonLines } from './json-lines.js';
import { type JsonRecords, readJsonValues } from './json-values.js';

/** What surrounds a record that stands on a line of its own: nothing. */
const ALONE = { keys: [], around: [] };

/** Opens a dump that {@link looksLikeJsonLines} or not. */
export function openJson(sink: RecordSink, request: OpenRequest, wanted: JsonRecords): RecordReader {
  return looksLikeJsonLines(request.head.text)
    ? readJsonLines(sink, request, (value) => wanted.toPost(value, ALONE))
    : readJsonValues(sink, request, wanted);
}

/** More lines than these need not be looked at. */
const LOOKED_AT = 20;

/** Most of the first lines are objects, each a whole one. */
export function looksLikeJsonLines(text: string): boolean {
  const complete = text.split('\n', LOOKED_AT + 1).slice(0, LOOKED_AT);
  const lines = complete.map((line) => line.trim()).filter((line) => line !== '');
  const whole = lines.filter(isWholeObject).length;
  return whole > 0 && whole * 2 >= lines.length - 1;
}

function isWholeObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
