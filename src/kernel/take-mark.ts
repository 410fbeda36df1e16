/** One ASCII mark, or what stands for one, by what stands round it. */
import { endsInNumber } from './actions';
import { foldLink, LINK, NO_LINK } from './fold-link';
import { CLOSER, MINUS, NONE, POINT, SPACE, work } from './key-in-work';
import { linkBegin, readsAsEntity } from './look-around';
import { ASCII_KINDS } from './memory-map';

/** Kinds of ASCII characters: see normalize/ascii-table.ts. */
const KIND_SPACE: u32 = 0;
const KIND_POINT: u32 = 1;
const KIND_DASH: u32 = 2;
const KIND_CLOSER: u32 = 3;
const KIND_TOKEN: u32 = 4;
const KIND_AMPERSAND: u32 = 7;

const COMMA: u32 = 0x2c;

/** Takes the mark `code`, written in `size` bytes; false when only the host can. `isDots`: it stands for several. */
export function takeMark(code: u32, size: u32, isDots: bool): bool {
  const at = work.at;
  const to = work.to;
  const gap = work.gap;
  const kind: u32 = load<u8>(ASCII_KINDS + code);
  work.at = at + size;
  if (kind == KIND_SPACE) {
    work.gap = SPACE;
  } else if (kind == KIND_DASH) {
    work.gap = gap == NONE || gap == CLOSER ? SPACE : MINUS;
  } else if (kind == KIND_CLOSER) {
    work.gap = CLOSER;
  } else if (kind == KIND_TOKEN) {
    store<u8>(to, 0x20);
    store<u8>(to, code, 1);
    work.to = to + 2;
    work.gap = SPACE;
  } else if (kind == KIND_AMPERSAND) {
    if (readsAsEntity(at + size)) return false;
    work.gap = SPACE;
  } else {
    const begin = gap == NONE && code != COMMA ? linkBegin(load<u8>(at), to) : 0;
    if (begin != 0) {
      const found = foldLink(begin, at);
      if (found != NO_LINK) return found == LINK;
    }
    const isPoint = kind == KIND_POINT && gap == NONE && !isDots;
    work.gap = isPoint && endsInNumber(to) ? POINT : SPACE;
  }
  return true;
}
