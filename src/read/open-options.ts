/** What the user asked for → how dumps are opened. */
import { UserError } from '../errors.js';
import type { CreateHash } from './containers/unpack.js';
import { knownEncoding } from './encodings/choose-encoding.js';
import { defaultLimits } from './limits.js';
import type { OpenOptions } from './open-dump.js';

/** What of reading can be asked for, as it was given. */
export interface AskedOfReading {
  /** A label of the Encoding Standard for dumps without a byte order mark; null: each dump's is detected. */
  readonly encoding: string | null;
  /** Bytes of one dump, decompressed, beyond which it is not read on; null: no bound. */
  readonly maxBytes: number | null;
  readonly hash: CreateHash;
}

/** Throws a {@link UserError} for an encoding that is not known. */
export function openOptionsOf({ encoding, maxBytes, hash }: AskedOfReading): OpenOptions {
  return { encoding: checkedEncoding(encoding), limits: { ...defaultLimits, maxBytes }, createHash: hash };
}

/** The name of the encoding that goes by `label`, null for none; throws a {@link UserError} where it is not known. */
export function checkedEncoding(label: string | null): string | null {
  const known = label === null ? null : knownEncoding(label);
  if (label === null || known !== null) return known;
  throw new UserError(
    `--encoding ${JSON.stringify(label)} is not known: expected a label of the Encoding Standard, as in utf-8, ` +
      'utf-16le, windows-1251, koi8-r, gb18030, shift_jis, euc-kr, big5',
  );
}
