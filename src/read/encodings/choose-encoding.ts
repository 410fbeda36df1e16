/** Which encoding a dump is in, and how that is known. */

import { isBinary } from './is-binary.js';
import { measureUtf8 } from './measure-utf8.js';
import type { Utf16 } from './utf16.js';
import { guessUtf16, isTextIn } from './utf16.js';

/** An encoding and the reason for it. */
export interface EncodingChoice {
  /** The name in the Encoding Standard, in lower case, as in `windows-1251`. */
  readonly encoding: string;
  /** `default`: nothing speaks against UTF-8. */
  readonly by: 'default' | 'bom' | 'detected' | 'told';
  /** Of a detector, 0 to 100; null where none was asked. */
  readonly confidence: number | null;
}

/** Fewer broken sequences than this are a slip of whoever wrote UTF-8. */
const FEWEST_BROKEN = 8;
const SURE_ENOUGH = 20;

/**
 * Chooses by the first bytes of a dump: a byte order mark, else what was told, else UTF-16 where every other byte of
 * what is no plain text is NUL, else UTF-8, unless most of what is not ASCII is no UTF-8 and a detector knows what it is
 * instead.
 */
export async function chooseEncoding(head: Uint8Array, told: string | null): Promise<EncodingChoice> {
  const marked = markedEncoding(head);
  if (marked !== null) return { encoding: marked, by: 'bom', confidence: null };
  if (told !== null) return { encoding: told, by: 'told', confidence: null };
  const wide = isSlippedUtf8(head) ? null : guessUtf16(head);
  if (wide !== null) return { encoding: wide, by: 'detected', confidence: null };
  return (await detectOther(head)) ?? { encoding: 'utf-8', by: 'default', confidence: null };
}

/** UTF-8 with a NUL byte in it: two bytes a character, it would make Chinese of a kind. */
function isSlippedUtf8(head: Uint8Array): boolean {
  return head.includes(0) && !isBinary(head) && measureUtf8(head).broken === 0;
}

function markedEncoding(head: Uint8Array): 'utf-8' | Utf16 | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/** Encodings that the detector names and a text is never taken for: UTF-8 has been ruled out, UTF-16 and NUL looked at. */
const NEVER = /^(utf|ascii|iso-2022)/;

async function detectOther(head: Uint8Array): Promise<EncodingChoice | null> {
  const { valid, broken } = measureUtf8(head);
  if (broken < FEWEST_BROKEN || broken <= valid) return null;
  // What holds so many that it is no text is not this function's to say.
  const withoutNuls = head.filter((byte) => byte !== 0);
  const { analyse } = await import('chardet');
  for (const { name, confidence } of analyse(wordsBeyondAscii(head))) {
    const encoding = knownEncoding(name);
    if (encoding === null || NEVER.test(encoding)) continue;
    if (confidence < SURE_ENOUGH) return null;
    if (isTextIn(encoding, withoutNuls)) return { encoding, by: 'detected', confidence };
  }
  return null;
}

/** The name of the encoding that goes by `label` in the Encoding Standard; null where it is not known or not readable. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const SPACES: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);

/** The words that hold bytes beyond ASCII: markup and addresses say nothing of the language, which tells the encoding. */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(bytes.length + 1);
  let length = 0;
  let start = 0;
  let beyond = false;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0x20;
    beyond ||= byte >= 0x80;
    if (!SPACES.has(byte)) continue;
    if (beyond) {
      words.set(bytes.subarray(start, at), length);
      length += at - start;
      words[length] = 0x20;
      length += 1;
    }
    start = at + 1;
    beyond = false;
  }
  return words.subarray(0, length);
}
