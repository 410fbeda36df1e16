/** Words of the key that may mix scripts: see fold-mixed-words.ts. */
import { KEY } from './memory-map';

/** Whether the key up to `to` has a word with a byte that may begin a Cyrillic letter, and a Latin one. */
export function seemsMixed(to: usize): bool {
  let isCyrillic = false;
  let isLatin = false;
  for (let at = KEY + 1; at < to; at++) {
    const byte: u32 = load<u8>(at);
    if (byte == 0x20) {
      isCyrillic = false;
      isLatin = false;
    } else if (byte >= 0xc0) {
      const isCommon = byte - 0xd0 < 5;
      if (isCommon || byte >= 0xe0) isCyrillic = true;
      // CC and CD begin marks and Greek: a stress mark in a Russian word is nothing to look at.
      if (!isCommon && byte != 0xcc && byte != 0xcd) isLatin = true;
    } else if (byte - 0x61 < 26) isLatin = true;
    if (isCyrillic && isLatin) return true;
  }
  return false;
}
