/** xz, by xz-embedded compiled to WebAssembly; it stands in the package itself, so nothing is fetched. */
import { ReadableStream } from 'node:stream/web';
import { type Bytes, piecesOf } from '../bytes.js';

/** All streams, one after the other, with the padding there may be between them. */
export async function* unpackXz(packed: Bytes): AsyncGenerator<Uint8Array> {
  const { XzReadableStream } = (await import('xz-decompress')).default;
  const reader = new XzReadableStream(feed(packed)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } catch (error) {
    throw new Error(explain(error));
  } finally {
    // One file is unpacked at a time: the next waits until this one lets go.
    await reader.cancel().catch(() => {});
  }
}

/** Gives `packed` to the decoder, never more than it asks for. */
function feed(packed: Bytes): ReadableStream<Uint8Array> {
  const pieces = piecesOf(packed);
  let ended = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces.next();
        // That nothing follows is told by an empty piece; who asks for more has not come to an end.
        if (ended) throw new Error('unexpected end of file');
        ended = piece.done === true;
        controller.enqueue(piece.done === true ? new Uint8Array(0) : piece.value);
      },
    },
    { highWaterMark: 0 },
  );
}

const CAUSES: Readonly<Record<string, string>> = {
  '3': 'there is not enough memory',
  '4': 'its dictionary is larger than 64 MiB: decompress it yourself',
  '5': 'what follows the end of a stream is no xz',
  '6': 'it uses a filter or a checksum that is not known: decompress it yourself',
  '7': 'the data is corrupt',
  '8': 'unexpected end of file',
};

/** The decoder tells a number; the words are those of xz-embedded. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = /error code (\d+)/.exec(message)?.[1] ?? '';
  return CAUSES[code] ?? message;
}
