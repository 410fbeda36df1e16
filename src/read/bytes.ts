/** Sources of bytes that can be put in front of one another, as what a decoder makes of another source. */

/** Bytes that are read forward, once. */
export interface Bytes {
  /** Fills `target` from `offset` on; resolves to the number of bytes read, 0 at the end. */
  read(target: Uint8Array, offset: number): Promise<number>;
  /** Lets go of what the source holds; files are closed by who opened them. */
  close(): void;
}

/**
 * The bytes of `pieces`, one after the other; a piece that does not fit is kept for the next read. Closing ends the
 * iteration, so that a generator lets go of what it holds, and then calls `close`.
 */
export function bytesOf(pieces: AsyncIterable<Uint8Array>, close: () => void): Bytes {
  const iterator = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(target, offset) {
      while (rest.length === 0) {
        const next = await iterator.next();
        if (next.done === true) return 0;
        rest = next.value;
      }
      const count = Math.min(rest.length, target.length - offset);
      target.set(rest.subarray(0, count), offset);
      rest = rest.subarray(count);
      return count;
    },
    close() {
      // It waits for nothing that anyone needs, and an error in ending matters no more.
      void iterator.return?.().catch(() => {});
      close();
    },
  };
}

/** The same bytes; once reading has failed it fails again, so that what looks ahead loses no error. */
export function keepFailing(bytes: Bytes): Bytes {
  const failures: unknown[] = [];
  return {
    async read(target, offset) {
      if (failures.length > 0) throw failures[0];
      try {
        return await bytes.read(target, offset);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    },
    close: bytes.close,
  };
}

/** `head` again, then the rest: what sniffing has taken is given back. */
export function prependBytes(head: Uint8Array, bytes: Bytes): Bytes {
  let rest = head;
  return {
    async read(target, offset) {
      if (rest.length === 0) return bytes.read(target, offset);
      const count = Math.min(rest.length, target.length - offset);
      target.set(rest.subarray(0, count), offset);
      rest = rest.subarray(count);
      return count;
    },
    close: bytes.close,
  };
}

const PIECE = 64 * 1024;

/** The bytes in pieces of their own, none longer than `size`. */
export async function* piecesOf(bytes: Bytes, size = PIECE): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = new Uint8Array(size);
    const count = await bytes.read(piece, 0);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

/** Fills `target` from `offset` on as far as the bytes go; resolves to where it ends. */
export async function fill(bytes: Bytes, target: Uint8Array, offset = 0): Promise<number> {
  let filled = offset;
  while (filled < target.length) {
    const count = await bytes.read(target, filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}
