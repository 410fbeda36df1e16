/** An open dump → a consumer that takes whole buffers: one buffer is reused, what is not used is kept for the next. */
import type { OpenDump } from './open-dump.js';

/** Takes bytes; `push` returns how many it used. */
export interface Sink {
  /** Where bytes are best read to, when there is such a place. */
  readonly room?: Uint8Array | null;
  push(bytes: Uint8Array, length: number): number;
  /** The rest, which nothing follows. */
  end(bytes: Uint8Array, length: number): void;
  /** Every byte as it comes, once: for hashes, spools and progress. */
  seen(bytes: Uint8Array): void;
}

const BUFFER = 1024 * 1024;

/** Pumps a dump to its end. The buffer grows while the sink uses nothing, so the sink bounds it. */
export async function pump(dump: OpenDump, sink: Sink): Promise<void> {
  let buffer = viewOf(sink.room ?? null) ?? Buffer.allocUnsafeSlow(BUFFER);
  let kept = 0;
  try {
    for (;;) {
      const count = await dump.read(buffer, kept);
      if (count === 0) break;
      sink.seen(buffer.subarray(kept, kept + count));
      const length = kept + count;
      const used = sink.push(buffer, length);
      buffer.copyWithin(0, used, length);
      kept = length - used;
      if (kept === buffer.length) buffer = grow(buffer);
    }
  } finally {
    // What was read before an error is still good.
    sink.end(buffer, kept);
  }
}

function viewOf(room: Uint8Array | null): Buffer | null {
  return room === null ? null : Buffer.from(room.buffer, room.byteOffset, room.length);
}

function grow(buffer: Buffer): Buffer {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
  buffer.copy(larger);
  return larger;
}
