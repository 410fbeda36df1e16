/** Bytes moved together: WebAssembly has no instruction for it, but one that picks bytes by their places. */
import { COMPACTION } from './memory-map';

/** Fills the table of places. */
export function prepareCompaction(): void {
  for (let mask: u32 = 0; mask < 256; mask++) {
    let at = COMPACTION + (mask << 3);
    for (let bit: u32 = 0; bit < 8; bit++) {
      if ((mask >> bit) & 1) store<u8>(at++, bit);
    }
  }
}

/** Writes the bytes that `kept` has a bit for; returns where they end. Up to 16 bytes behind that are written too. */
export function compact(bytes: v128, kept: u32, to: usize): usize {
  const low = kept & 0xff;
  const high = kept >> 8;
  const first = v128.load64_zero(COMPACTION + (low << 3));
  const second = i8x16.add(v128.load64_zero(COMPACTION + (high << 3)), i8x16.splat(8));
  v128.store64_lane(to, v128.swizzle(bytes, first), 0);
  const between = to + popcnt<u32>(low);
  v128.store64_lane(between, v128.swizzle(bytes, second), 0);
  return between + popcnt<u32>(high);
}
