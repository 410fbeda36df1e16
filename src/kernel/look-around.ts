/** Marks that mean something by what stands round them: whether the host should look. */
import { LINK_BEGIN_BYTES, LINK_BEGINS, LINK_ENDS } from './memory-map';

const LONGEST_NAME: u32 = 6;

/** Whether an entity's name may stand behind the `&` that ends at `at`: see entity-length.ts. */
export function readsAsEntity(at: usize, end: usize): bool {
  for (let read: u32 = 0; read < LONGEST_NAME && at + read < end; read++) {
    const byte: u32 = load<u8>(at + read);
    if (byte == 0x3b || byte >= 0x80) return true;
    const isName = (byte | 0x20) - 0x61 < 26 || byte - 0x30 < 10 || byte == 0x23;
    if (!isName) return false;
  }
  return false;
}

/** Whether the key up to `to` ends as a link begins that goes on with `mark`: see link-token.ts. */
export function mayBeginLink(mark: u32, to: usize): bool {
  if (load<u8>(LINK_ENDS + load<u8>(to - 1)) == 0) return false;
  for (let begin = LINK_BEGINS; load<u8>(begin) != 0; begin += LINK_BEGIN_BYTES) {
    if (load<u8>(begin, 1) != mark && mark < 0x80) continue;
    const length: usize = load<u8>(begin);
    if (load<u8>(to - length - 1) == 0x20 && memory.compare(to - length, begin + 2, length) == 0) return true;
  }
  return false;
}
