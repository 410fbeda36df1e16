/**
 * XXH64, seed 0, without WebAssembly (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): some fifty times
 * slower than with it, for engines that are told to compile nothing (`node --jitless`).
 */

/** What is used of xxhash-wasm. */
export interface Xxh64 {
  h64Raw(bytes: Uint8Array): bigint;
  create64(): Xxh64State;
}

/** A hash of all that it was updated with. */
export interface Xxh64State {
  update(bytes: Uint8Array): unknown;
  digest(): bigint;
}

const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;
const STRIPE = 32;

/** The hash of texts in one piece, and of streams. */
export const plainXxh64: Xxh64 = {
  h64Raw(bytes) {
    const state = create64();
    state.update(bytes);
    return state.digest();
  },
  create64,
};

function create64(): Xxh64State {
  const lanes = [word(P1 + P2), P2, 0n, word(-P1)];
  let rest = new Uint8Array(0);
  let length = 0;
  return {
    update(bytes) {
      length += bytes.length;
      const all = rest.length === 0 ? bytes : joined(rest, bytes);
      const whole = all.length - (all.length % STRIPE);
      const view = viewOf(all);
      for (let at = 0; at < whole; at += 8) {
        const lane = (at % STRIPE) / 8;
        lanes[lane] = round(lanes[lane] ?? 0n, view.getBigUint64(at, true));
      }
      // A copy: of a Buffer, `slice` would be a view of memory that is soon something else.
      rest = new Uint8Array(all.subarray(whole));
    },
    digest: () => finish(length < STRIPE ? P5 : mergeLanes(lanes), BigInt(length), rest),
  };
}

function mergeLanes([a = 0n, b = 0n, c = 0n, d = 0n]: readonly bigint[]): bigint {
  const sum = word(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n));
  return [a, b, c, d].reduce((hash, lane) => word((hash ^ round(0n, lane)) * P1 + P4), sum);
}

/** Takes in what is behind the last whole stripe, and mixes. */
function finish(lanes: bigint, length: bigint, rest: Uint8Array): bigint {
  const view = viewOf(rest);
  let hash = word(lanes + length);
  let at = 0;
  for (; at + 8 <= rest.length; at += 8) {
    hash = word(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * P1 + P4);
  }
  if (at + 4 <= rest.length) {
    hash = word(rotate(hash ^ word(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < rest.length; at++) hash = word(rotate(hash ^ word(BigInt(view.getUint8(at)) * P5), 11n) * P1);
  hash = word((hash ^ (hash >> 33n)) * P2);
  hash = word((hash ^ (hash >> 29n)) * P3);
  return hash ^ (hash >> 32n);
}

function round(lane: bigint, input: bigint): bigint {
  return word(rotate(word(lane + input * P2), 31n) * P1);
}

function rotate(value: bigint, bits: bigint): bigint {
  return word(value << bits) | (value >> (64n - bits));
}

/** The lower 64 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
