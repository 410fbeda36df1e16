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

/** Bytes that a process takes beside its columns: the engine, the program, and what it reads into. */
export const BESIDE_COLUMNS = 144 * 1024 * 1024;

/** The least bound on memory that can be kept to. */
export const LEAST_MEMORY = BESIDE_COLUMNS + 16 * 1024 * 1024;

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
      const given = exceeded ? wholeCharacters(room, offset, Math.min(count, left)) : count;
      left -= given;
      if (given > 0 || !exceeded) return given;
      throw new UserError(
        `${path} is larger than --max-bytes ${maxBytes} allows (bytes of a dump, decompressed): the rest was not ` +
          'read; raise the limit if the dump is to be trusted',
      );
    },
    close: bytes.close,
  };
}

/** How many of `count` bytes to give so that no character of UTF-8 is cut: the byte behind them begins one. */
function wholeCharacters(bytes: Uint8Array, offset: number, count: number): number {
  let whole = count;
  const isWithin = (byte = 0) => byte >= 0x80 && byte < 0xc0;
  while (whole > 0 && whole > count - LONGEST && isWithin(bytes[offset + whole])) whole -= 1;
  return whole;
}

/** Bytes of a character behind its first. */
const LONGEST = 3;

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
