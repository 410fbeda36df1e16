/** Bytes in any encoding → UTF-8. */
import { type Bytes, bytesOf, piecesOf } from '../bytes.js';

/** Bytes as UTF-8, and what was lost on the way. */
export interface Transcoded {
  readonly bytes: Bytes;
  /** Sequences so far that are not valid in the encoding: each became U+FFFD. */
  replaced(): number;
}

/** Decodes `bytes` from `encoding`; the byte order mark goes, what is not valid becomes U+FFFD and is counted. */
export function transcode(bytes: Bytes, encoding: string): Transcoded {
  let replaced = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const decoder = new TextDecoder(encoding);
    const encoder = new TextEncoder();
    for await (const piece of piecesOf(bytes)) {
      const text = decoder.decode(piece, { stream: true });
      replaced += countReplaced(text);
      if (text !== '') yield encoder.encode(text);
    }
    const text = decoder.decode();
    replaced += countReplaced(text);
    if (text !== '') yield encoder.encode(text);
  }
  return { bytes: bytesOf(pieces(), bytes.close), replaced: () => replaced };
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
