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

/** The first line is an object, or the first of several lines begins one and ends one. */
export function looksLikeJsonLines(text: string): boolean {
  const lines = text.split('\n', 3).map((line) => line.trim());
  const [first = '', second = ''] = lines;
  if (!first.startsWith('{') || !(first.endsWith('}') || second.startsWith('{'))) return false;
  return second.startsWith('{') || (second === '' && isWholeObject(first));
}

function isWholeObject(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
