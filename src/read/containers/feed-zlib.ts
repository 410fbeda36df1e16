/** Feeds one of Node's own decompressors piece by piece. */
import type { Transform } from 'node:stream';

/**
 * What `unpacker` makes of `packed`. What a piece gives has all arrived before the next piece, or the error, is
 * asked for: so nothing that came before a break is lost.
 */
export async function* feedZlib(
  unpacker: Transform,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const failures: Error[] = [];
  let wake = () => {};
  unpacker.on('data', (piece: Uint8Array) => unpacked.push(piece));
  unpacker.on('error', (error) => {
    failures.push(error);
    wake();
  });
  unpacker.on('end', () => wake());
  try {
    for await (const piece of packed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        unpacker.write(piece, () => resolve());
      });
      yield* unpacked.splice(0);
      if (failures.length > 0) throw failures[0];
    }
    await new Promise<void>((resolve) => {
      wake = resolve;
      unpacker.end();
    });
    yield* unpacked.splice(0);
    if (failures.length > 0) throw failures[0];
  } finally {
    unpacker.destroy();
  }
}
