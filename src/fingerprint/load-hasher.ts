/**
 * XXH64 (seed 0, https://xxhash.com) behind the one interface the stages use. Loading WebAssembly is
 * asynchronous, so it is done once, before the first stage.
 */
import xxhash from 'xxhash-wasm';
import { plainXxh64 } from './plain-xxh64.js';

/** A 64-bit hash without a BigInt to box: read `low` and `high` right after {@link Hasher.hash}. */
export interface Hasher {
  /** Hashes `bytes` and leaves the two halves in `low` and `high`. */
  hash(bytes: Uint8Array): void;
  readonly low: number;
  readonly high: number;
  /** A running hash of a whole dump. */
  stream(): { update(bytes: Uint8Array): void; hex(): string };
}

/** Loads the hash; every later call is synchronous. */
export async function loadHasher(): Promise<Hasher> {
  const { h64Raw, create64 } = typeof WebAssembly === 'undefined' ? plainXxh64 : await xxhash();
  const whole = new BigUint64Array(1);
  const halves = new DataView(whole.buffer);
  const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  const [lowAt, highAt] = littleEndian ? [0, 4] : [4, 0];
  return {
    hash(bytes) {
      whole[0] = h64Raw(bytes);
    },
    get low() {
      return halves.getUint32(lowAt, littleEndian);
    },
    get high() {
      return halves.getUint32(highAt, littleEndian);
    },
    stream() {
      const state = create64();
      return {
        update: (bytes) => {
          state.update(bytes);
        },
        hex: () => state.digest().toString(16).padStart(16, '0'),
      };
    },
  };
}
