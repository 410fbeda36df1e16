/** How much a dump may give: a bound that the user sets, and a ratio that tells a decompression bomb. */
import { UserError } from '../errors.js';
import type { Bytes } from './bytes.js';

/** What is too much of one dump. */
export interface Limits {
  /** Bytes of one dump, decompressed; null: no bound. */
  readonly maxBytes: number | null;
  /** Beyond this much output… */
  readonly bombSize: number;
  /** …a larger ratio of output to input is taken for a decompression bomb. */
  readonly maxRatio: number;
}

/** No bound but the one on bombs. */
export const defaultLimits: Limits = { maxBytes: null, bombSize: 256 * 1024 * 1024, maxRatio: 200 };

/** Gives the first `maxBytes` bytes, then a {@link UserError} where there are more. */
export function limitBytes(bytes: Bytes, path: string, maxBytes: number): Bytes {
  let left = maxBytes;
  let exceeded = false;
  return {
    async read(target, offset) {
      // One byte more than allowed is asked for: where there is none the dump just fits.
      const room = target.subarray(0, offset + left + 1);
      const count = exceeded ? 0 : await bytes.read(room, offset);
      exceeded ||= count > left;
      if (exceeded && left === 0) {
        throw new UserError(
          `${path} is larger than ${maxBytes} bytes, the limit that --max-bytes sets for a dump (decompressed): ` +
            'the rest was not read; raise the limit if the dump is to be trusted',
        );
      }
      const given = Math.min(count, left);
      left -= given;
      return given;
    },
    close: bytes.close,
  };
}

/** Counts what it is told of; throws a {@link UserError} once output is out of all proportion to `packedBytes`. */
export function createBombWatch(
  path: string,
  limits: Limits,
  packedBytes: () => number,
): (count: number) => void {
  let size = 0;
  return (count) => {
    size += count;
    if (size <= limits.bombSize || size <= packedBytes() * limits.maxRatio) return;
    throw new UserError(
      `${path} swells to more than ${limits.maxRatio} times its size (${size} bytes so far): taken for a ` +
        'decompression bomb; decompress it yourself and pass the file if it is real',
    );
  };
}
