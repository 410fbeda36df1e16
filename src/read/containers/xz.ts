/**
 * xz, by xz-embedded compiled to WebAssembly. It unpacks one stream and does not tell where that ended, so the end is
 * looked for here: files of many streams (pixz, `cat a.xz b.xz`) are read whole.
 */
import { ReadableStream } from 'node:stream/web';
import { crc32 } from 'node:zlib';
import { type Bytes, fill, prependBytes } from '../bytes.js';

/** Small enough that the end of a stream is soon found in the piece that held it. */
const PIECE = 8 * 1024;
const FOOTER = 12;
const MAGIC = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00);

/** All streams, one after the other, with the padding there may be between them. */
export async function* unpackXz(packed: Bytes): AsyncGenerator<Uint8Array> {
  let rest: Bytes | null = packed;
  while (rest !== null) {
    const fed = feed(rest);
    yield* unpackStream(fed.stream);
    rest = await nextStream(prependBytes(fed.behindEnd(), rest));
  }
}

async function* unpackStream(packed: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { XzReadableStream } = (await import('xz-decompress')).default;
  const reader = new XzReadableStream(packed).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } catch (error) {
    throw new Error(explain(error));
  } finally {
    // One stream is unpacked at a time: the next waits until this one lets go.
    await reader.cancel().catch(() => {});
  }
}

/** Gives `packed` to the decoder, never more than it asks for, and remembers the last of it. */
function feed(packed: Bytes): { stream: ReadableStream<Uint8Array>; behindEnd: () => Uint8Array } {
  let last: Uint8Array = new Uint8Array(0);
  let ended = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = new Uint8Array(PIECE);
        const length = await fill(packed, piece);
        // Where a stream ends with its file, the decoder asks once more before it says so.
        if (ended) throw new Error('unexpected end of file');
        ended = length === 0;
        last = Buffer.concat([last.subarray(-FOOTER), piece.subarray(0, length)]);
        controller.enqueue(piece.subarray(0, length));
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, behindEnd: () => last.subarray(endOfStream(last)) };
}

/** Where a footer that nothing but padding or another stream follows ends: its last two bytes are `YZ`. */
function endOfStream(bytes: Uint8Array): number {
  for (let end = FOOTER; end <= bytes.length; end += 1) {
    if (bytes[end - 1] !== 0x5a || bytes[end - 2] !== 0x59) continue;
    const footer = Buffer.from(bytes.subarray(end - FOOTER, end));
    if (footer.readUInt32LE(0) === crc32(footer.subarray(4, 10)) && mayFollow(bytes.subarray(end)))
      return end;
  }
  throw new Error('what follows the end of a stream is no xz');
}

function mayFollow(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 || bytes.subarray(start, start + MAGIC.length).every((byte, at) => byte === MAGIC[at]);
}

/** The next stream behind padding; null at the end. */
async function nextStream(bytes: Bytes): Promise<Bytes | null> {
  const piece = new Uint8Array(PIECE);
  for (;;) {
    const length = await fill(bytes, piece);
    if (length === 0) return null;
    const start = piece.subarray(0, length).findIndex((byte) => byte !== 0);
    if (start < 0) continue;
    const head = piece.subarray(start, length);
    if (!mayFollow(head)) throw new Error('what follows the end of a stream is no xz');
    return prependBytes(head, bytes);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  '2': 'its kind of checksum is not known',
  '3': 'there is not enough memory',
  '4': 'its dictionary is larger than 64 MiB: decompress it yourself',
  '6': 'it uses a filter or a checksum that is not known: decompress it yourself',
  '7': 'the data is corrupt',
};

/** The decoder tells a number; the words are those of xz-embedded. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = /error code (\d+)/.exec(message)?.[1] ?? '';
  return CAUSES[code] ?? message;
}
