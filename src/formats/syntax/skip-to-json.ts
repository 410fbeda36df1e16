/** JSON behind an assignment, as in `window.YTD.tweets.part0 = [`. */
import type { OpenRequest, RecordReader } from '../format.js';

const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;

/** Makes a reader that leaves out what stands, on the first line, before the first bracket. */
export function skipToJson(request: OpenRequest, open: (request: OpenRequest) => RecordReader): RecordReader {
  let inner: RecordReader | null = null;

  /** Opens the reader that goes on at the bracket; returns how much stands before. */
  const begin = (bytes: Uint8Array, length: number): number => {
    const found = bytes.findIndex((byte) => byte === OPEN_ARRAY || byte === OPEN_OBJECT);
    const prefix = found < 0 || found > length ? length : found;
    inner = open({ ...request, start: request.start + prefix });
    return prefix;
  };

  return {
    push(bytes, length) {
      if (length === 0) return 0;
      const prefix = inner === null ? begin(bytes, length) : 0;
      return prefix + (inner?.push(bytes.subarray(prefix), length - prefix) ?? 0);
    },
    end(bytes, length) {
      const prefix = inner === null ? begin(bytes, length) : 0;
      inner?.end(bytes.subarray(prefix), length - prefix);
    },
  };
}
