/** Marks that mean something by what stands round them: whether they may. */
import { LINK_BEGIN_BYTES, LINK_BEGINS, LINK_ENDS, LINK_SHOWN } from './memory-map';

const LONGEST_NAME: u32 = 6;

/** Whether an entity's name may stand behind the `&` that ends at `at`: see normalize/entity-length.ts. */
export function readsAsEntity(at: usize): bool {
  for (let read: u32 = 0; read <= LONGEST_NAME; read++) {
    const byte: u32 = load<u8>(at + read);
    if (byte == 0x3b || byte >= 0x80) return true;
    const isName = (byte | 0x20) - 0x61 < 26 || byte - 0x30 < 10 || byte == 0x23;
    if (!isName) return false;
  }
  return false;
}

/** What the key up to `to` ends with, where that is a link's begin that goes on with `mark`; 0: it is none. */
export function linkBegin(mark: u32, to: usize): usize {
  if (load<u8>(LINK_ENDS + load<u8>(to - 1)) == 0) return 0;
  for (let begin = LINK_BEGINS; load<u8>(begin) != 0; begin += LINK_BEGIN_BYTES) {
    if (load<u8>(begin, 1) != mark && mark < 0x80) continue;
    const length: usize = load<u8>(begin);
    if (load<u8>(to - length - 1) == 0x20 && memory.compare(to - length, begin + LINK_SHOWN, length) == 0)
      return begin;
  }
  return 0;
}
