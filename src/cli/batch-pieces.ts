/** Pieces of a report → what is worth a write each: short texts are gathered, what is bytes already goes on as it is. */

/** UTF-16 units. */
const BATCH = 64 * 1024;

/** Yields the same text in UTF-8. */
export function* batchPieces(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (text !== '' && (text.length >= BATCH || typeof piece !== 'string')) {
      yield Buffer.from(text);
      text = '';
    }
    if (typeof piece !== 'string') yield piece;
  }
  if (text !== '') yield Buffer.from(text);
}
