/** JSON behind an assignment, as in `window.YTD.tweets.part0 = [`. */
import type { OpenRequest, RecordReader } from '../format.js';

const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;

/** Makes a reader that leaves out what stands before the first bracket. */
export function skipToJson(request: OpenRequest, open: (request: OpenRequest) => RecordReader): RecordReader {
  let inner: RecordReader | null = null;
  let skipped = 0;

  /** Opens the reader that goes on at the bracket, once there is one; returns how much stands before. */
  const begin = (bytes: Uint8Array, length: number): number => {
    const found = bytes.subarray(0, length).findIndex((byte) => byte === OPEN_ARRAY || byte === OPEN_OBJECT);
    const prefix = found < 0 ? length : found;
    skipped += prefix;
    if (found >= 0) inner = open({ ...request, start: request.start + skipped });
    return prefix;
  };

  return {
    push(bytes, length) {
      const prefix = inner === null ? begin(bytes, length) : 0;
      return prefix + (inner?.push(bytes.subarray(prefix), length - prefix) ?? 0);
    },
    end(bytes, length) {
      const prefix = inner === null ? begin(bytes, length) : 0;
      inner?.end(bytes.subarray(prefix), length - prefix);
    },
  };
}
