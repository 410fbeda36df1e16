/** One JSON object a line. A line that is none is told and left out; the next one is read all the same. */
import type { RecordPlace } from '../../model.js';
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import type { Json } from './json.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';
import { ENDS_TOO_EARLY, parseJson } from './parse-json.js';

const LF = 0x0a;

/** Makes a reader that turns the value of each line into a post with `toPost`. */
export function readJsonLines(
  sink: RecordSink,
  request: OpenRequest,
  toPost: (value: Json) => Outcome,
): RecordReader {
  const decoder = new TextDecoder();
  let base = request.start;
  let line = 0;
  let skipping = false;
  /** The line before was broken by a line end: what has no beginning is the rest of it. */
  let goesOn = false;

  const take = (bytes: Uint8Array, start: number, end: number, isLast = false): void => {
    line += 1;
    if (skipping) {
      skipping = false;
      return;
    }
    const text = decoder.decode(bytes.subarray(start, end)).trim();
    if (text === '') return;
    const place: RecordPlace = { line, endLine: line, start: base + start, end: base + end };
    const parsed = parseJson(text);
    if (parsed.broken === null) settle(sink, toPost(parsed.value), place);
    else if (isLast && isCutOff(text, parsed.broken)) sink.lose(line, parsed.broken);
    else if (!goesOn || text.startsWith('{')) sink.skip(line, parsed.broken);
    goesOn = parsed.broken === ENDS_TOO_EARLY;
  };

  return {
    push(bytes, length) {
      let used = 0;
      for (let end = bytes.indexOf(LF); end >= 0 && end < length; end = bytes.indexOf(LF, used)) {
        take(bytes, used, end);
        used = end + 1;
      }
      if (length - used > LONGEST_RECORD) {
        if (!skipping) sink.lose(line + 1, tooLong('a line'));
        skipping = true;
        used = length;
      }
      base += used;
      return used;
    },
    end(bytes, length) {
      if (length > 0) take(bytes, 0, length, true);
    },
  };
}

/** Cut off within a number or an escape, a line is broken in another way than by its end. */
function isCutOff(text: string, broken: string): boolean {
  return broken === ENDS_TOO_EARLY || !text.endsWith('}');
}
