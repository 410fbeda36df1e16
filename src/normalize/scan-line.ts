/**
 * The fast path: one line's bytes to the bytes of its key at the top rung, in one pass. It gives exactly what the ladder
 * gives, or refuses; the tests hold it to that.
 */

import { asciiKind, asciiKinds, asciiLetters, asciiWords, markFlag } from './ascii-table.js';
import { actionKind, cyrillicTable, learnAction, letterFlag, payloadShift } from './character-actions.js';
import { decodeLastPoint, decodePoint } from './decode-point.js';
import { entityLength } from './entity-length.js';
import { foldMixedWords } from './fold-mixed-words.js';
import { closer, endsInNumber, minus, none, point, space, writeGap, writeNumberGap } from './gap.js';
import { type KeyLine, reserve } from './key-line.js';
import { linkBeginEnds, linkTokenAt } from './link-token.js';
import { staysAfter } from './stays-after.js';

/**
 * Makes the key of `bytes[start, end)`; false when only the ladder itself can.
 *
 * One long function on purpose: the state lives in local variables, and passing it to a function for each character
 * halves the speed. It reads from top to bottom: ASCII words, Cyrillic words, Han, any other character by its
 * action, and punctuation.
 */
export function scanLine(line: KeyLine, bytes: Uint8Array, start: number, end: number): boolean {
  const { actions } = line;
  // A byte of the line becomes two of the key at most; what may become more reserves for itself.
  let key = reserve(line, 2 * (end - start) + 64);
  let cyrillic = actions.cyrillic;
  let at = start;
  let length = 0;
  let gap = space;
  let otherBytes = 0;
  let denseLetters = 0;
  let restBytes = 0;
  let invalidBytes = 0;
  let hasCyrillic = false;
  let hasLink = false;
  let mayMix = false; // Cyrillic letters touch something else than Cyrillic letters
  while (at < end) {
    const byte = bytes[at] ?? 0;
    const letter = asciiLetters[byte] ?? 0;
    if (letter !== 0) {
      if (gap !== none) {
        const from = length;
        if (gap >= point && letter <= 0x39) length = writeNumberGap(key, length, gap);
        else key[length++] = 0x20;
        otherBytes += length - from;
      } else if ((key[length - 1] ?? 0) >= 0x80) mayMix = true;
      key[length++] = letter;
      // Words and what parts them, without a branch that depends on which is which: it would be guessed wrong. So the
      // flags of `asciiWords` are read as bits 8 (a blank), 9 (a mark) and 10 (white).
      let blank = 0;
      let mark = 0;
      for (at++; at < end; at++) {
        const word = asciiWords[bytes[at] ?? 0] ?? 0;
        if (word === 0 || mark > word >> 10) break;
        const next = (word >> 8) & 1;
        const again = next & blank;
        mark = (word >> 9) & ~again & 1;
        key[length] = word;
        length += 1 ^ again;
        otherBytes += next ^ again;
        blank = next;
      }
      // Before anything but white space, the mark has its own meaning.
      if (at < end) at -= mark;
      gap = blank ^ mark;
      length -= blank;
      otherBytes -= blank;
      continue;
    }
    let code = byte;
    let size = 1;
    let isDots = false;
    if (byte >= 0x80) {
      const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
      if ((byte & 0xfe) === 0xd0 && (next & 0xc0) === 0x80) {
        if (gap !== none) {
          key[length++] = 0x20;
          otherBytes++;
          gap = none;
        } else mayMix = true;
        if (cyrillic.length === 0) cyrillic = cyrillicTable(actions);
        hasCyrillic = true;
        const fromLength = length;
        let spaces = 0;
        let lead = byte;
        let last = next;
        for (;;) {
          const folded = cyrillic[((lead & 1) << 6) | (last & 0x3f)] ?? 0;
          key[length] = folded >> 8;
          key[length + 1] = folded;
          length += 2;
          at += 2;
          if (at + 1 >= end) break;
          lead = bytes[at] ?? 0;
          last = bytes[at + 1] ?? 0;
          if ((lead & 0xfe) === 0xd0 && (last & 0xc0) === 0x80) continue;
          // One space between two words, with or without a mark before it.
          const between = lead === 0x20 ? 1 : last === 0x20 && (asciiWords[lead] ?? 0) & markFlag ? 2 : 0;
          if (between === 0 || at + between + 1 >= end) break;
          lead = bytes[at + between] ?? 0;
          last = bytes[at + between + 1] ?? 0;
          if ((lead & 0xfe) !== 0xd0 || (last & 0xc0) !== 0x80) break;
          key[length++] = 0x20;
          spaces++;
          at += between;
        }
        const letters = (length - fromLength - spaces) >> 1;
        otherBytes += letters + spaces;
        restBytes += letters;
        continue;
      }
      if (isHan(byte, next)) {
        let third = at + 2 < end ? (bytes[at + 2] ?? 0) : 0;
        if ((third & 0xc0) === 0x80) {
          const from = length;
          length = writeGap(key, length, gap);
          otherBytes += length - from;
          gap = none;
          const fromAt = at;
          let lead = byte;
          let second = next;
          for (;;) {
            key[length] = lead;
            key[length + 1] = second;
            key[length + 2] = third;
            length += 3;
            at += 3;
            denseLetters++;
            if (at + 2 >= end) break;
            lead = bytes[at] ?? 0;
            second = bytes[at + 1] ?? 0;
            third = bytes[at + 2] ?? 0;
            if (!isHan(lead, second) || (third & 0xc0) !== 0x80) break;
          }
          const rest = ((at - fromAt) / 3) * 2;
          otherBytes += rest;
          restBytes += rest;
          continue;
        }
      }
      const read = decodePoint(bytes, at, end);
      if (read < 0) {
        invalidBytes -= read;
        restBytes -= read + 1;
        at -= read;
        gap = space;
        continue;
      }
      size = read & 7;
      restBytes += size - 1;
      const action = actions.table[read >> 3] || learnAction(actions, read >> 3);
      const kind = action & 0xf;
      const isStrayMark = kind === actionKind.mark && gap !== none;
      if (kind === actionKind.space || kind === actionKind.drop || isStrayMark) {
        if (kind !== actionKind.drop) gap = space;
        at += size;
        continue;
      }
      if (kind === actionKind.mark) {
        if (!staysAfter(decodeLastPoint(key, length), read >> 3)) return false;
        otherBytes++;
      }
      if (kind === actionKind.letter || kind === actionKind.number || kind === actionKind.mark) {
        const from = length;
        length = kind === actionKind.number ? writeNumberGap(key, length, gap) : writeGap(key, length, gap);
        otherBytes += length - from + size - 1;
        gap = none;
        for (let index = 0; index < size; index++) key[length++] = bytes[at++] ?? 0;
        if ((action & letterFlag.dense) !== 0) denseLetters++;
        if ((action & letterFlag.cyrillic) !== 0) hasCyrillic = true;
        if ((action & (letterFlag.cyrillic | letterFlag.latin)) !== 0) mayMix = true;
        continue;
      }
      if (kind === actionKind.map || kind === actionKind.token) {
        if (gap !== none && (action & letterFlag.attached) !== 0) return false;
        if (kind === actionKind.token) gap = space;
        const record = action >> payloadShift;
        const written = actions.pool[record] ?? 0;
        key = reserve(line, length + written + 2 * (end - at) + 64);
        const isNumeric = (action & letterFlag.number) !== 0;
        const from = length;
        length = isNumeric ? writeNumberGap(key, length, gap) : writeGap(key, length, gap);
        otherBytes += length - from + (actions.pool[record + 1] ?? 0);
        denseLetters += actions.pool[record + 2] ?? 0;
        for (let index = 0; index < written; index++) key[length++] = actions.pool[record + 3 + index] ?? 0;
        gap = kind === actionKind.token ? space : none;
        mayMix = true;
        if ((action & letterFlag.cyrillic) !== 0) hasCyrillic = true;
        at += size;
        continue;
      }
      if (kind === actionKind.exact) return false;
      isDots = kind === actionKind.dots;
      code = action >> payloadShift; // an ASCII character in disguise
    }
    const kind = asciiKinds[code] ?? 0;
    if (kind === asciiKind.space) gap = space;
    else if (kind === asciiKind.dash) gap = gap === none || gap === closer ? space : minus;
    else if (kind === asciiKind.closer) gap = closer;
    else if (kind === asciiKind.token) {
      key[length++] = 0x20;
      key[length++] = code;
      otherBytes += 2;
      gap = space;
    } else if (kind === asciiKind.ampersand) {
      const entity = entityLength(bytes, at + size - 1, end);
      if (entity === 0) return false;
      size += entity - 1;
      gap = space;
    } else {
      const mayBeLink = gap === none && code !== 0x2c && linkBeginEnds[key[length - 1] ?? 0] === 1;
      const link = mayBeLink ? linkTokenAt({ bytes, start, at, end }, key, length) : null;
      if (link === 'exact') return false;
      if (link !== null) {
        length = link.keyStart + link.text.length;
        key = reserve(line, length + 2 * (end - at) + 64);
        key.set(link.text, link.keyStart);
        otherBytes += link.otherBytes;
        gap = space;
        at = link.end;
        hasLink = true;
        continue;
      }
      const isPoint = kind === asciiKind.point && gap === none && !isDots;
      gap = isPoint && endsInNumber(key, length) ? point : space;
    }
    at += size;
  }
  line.length = length;
  line.otherBytes = otherBytes;
  line.denseLetters = denseLetters;
  line.restBytes = restBytes;
  line.invalidBytes = invalidBytes;
  const isMixed = hasCyrillic && mayMix;
  line.plain = !hasLink && !isMixed;
  if (isMixed) foldMixedWords(line);
  return true;
}

/** Whether a character of three bytes that begins so is of U+4E00 to U+9FFF. */
function isHan(lead: number, second: number): boolean {
  return lead >= 0xe4 && lead <= 0xe9 && (second & 0xc0) === 0x80 && (lead > 0xe4 || second >= 0xb8);
}
