/**
 * Memory of pieces that were written, for those to come: fresh memory must be made by the system page by page, which
 * takes as long as filling it, and a report of gigabytes would leave thousands of pieces for the language to clear away.
 */

/** Lends memory to who makes pieces; who has written them gives it back. */
export class SparePieces {
  readonly #lent = new Set<ArrayBufferLike>();
  readonly #spare: Buffer[] = [];

  /** So much memory, of any content. */
  lend(bytes: number): Buffer {
    const at = this.#spare.findIndex(({ length }) => length === bytes);
    const [room = Buffer.allocUnsafeSlow(bytes)] = at < 0 ? [] : this.#spare.splice(at, 1);
    this.#lent.add(room.buffer);
    return room;
  }

  /** Takes a piece back that nobody will read any more; one that is not from here is let go. */
  giveBack({ buffer }: Buffer): void {
    if (this.#lent.delete(buffer)) this.#spare.push(Buffer.from(buffer));
  }
}
