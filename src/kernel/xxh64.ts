/** XXH64, seed 0 (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). */

const P1: u64 = 0x9e3779b185ebca87;
const P2: u64 = 0xc2b2ae3d27d4eb4f;
const P3: u64 = 0x165667b19e3779f9;
const P4: u64 = 0x85ebca77c2b2ae63;
const P5: u64 = 0x27d4eb2f165667c5;

/** The hash of `length` bytes at `from`. */
export function xxh64(from: usize, length: u32): u64 {
  let at = from;
  const end = from + length;
  let hash: u64;
  if (length >= 32) {
    let a: u64 = P1 + P2;
    let b: u64 = P2;
    let c: u64 = 0;
    let d: u64 = 0 - P1;
    const last = end - 32;
    do {
      a = round(a, load<u64>(at));
      b = round(b, load<u64>(at, 8));
      c = round(c, load<u64>(at, 16));
      d = round(d, load<u64>(at, 24));
      at += 32;
    } while (at <= last);
    hash = rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18);
    hash = merge(merge(merge(merge(hash, a), b), c), d);
  } else {
    hash = P5;
  }
  hash += length;
  // How much is left is chance, and would be guessed wrong: so all steps are made, and those that count are kept.
  const rest = <u32>(end - at);
  hash = select(takeEight(hash, at), hash, rest >= 8);
  hash = select(takeEight(hash, at + 8), hash, rest >= 16);
  hash = select(takeEight(hash, at + 16), hash, rest >= 24);
  at += rest & 24;
  hash = select(takeFour(hash, at), hash, (rest & 4) != 0);
  at += rest & 4;
  hash = select(takeOne(hash, at), hash, (rest & 3) > 0);
  hash = select(takeOne(hash, at + 1), hash, (rest & 3) > 1);
  hash = select(takeOne(hash, at + 2), hash, (rest & 3) > 2);
  hash = (hash ^ (hash >> 33)) * P2;
  hash = (hash ^ (hash >> 29)) * P3;
  return hash ^ (hash >> 32);
}

function takeEight(hash: u64, at: usize): u64 {
  return rotl(hash ^ round(0, load<u64>(at)), 27) * P1 + P4;
}

function takeFour(hash: u64, at: usize): u64 {
  return rotl(hash ^ (<u64>load<u32>(at) * P1), 23) * P2 + P3;
}

function takeOne(hash: u64, at: usize): u64 {
  return rotl(hash ^ (<u64>load<u8>(at) * P5), 11) * P1;
}

function round(lane: u64, input: u64): u64 {
  return rotl(lane + input * P2, 31) * P1;
}

function merge(hash: u64, lane: u64): u64 {
  return (hash ^ round(0, lane)) * P1 + P4;
}
