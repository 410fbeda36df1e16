/**
 * A fixed number of frames in memory that the pages of many columns share. When all are taken, a page that was not
 * used for a while goes to a file (the clock algorithm: Corbató, A Paging Experiment with the Multics System, 1968).
 */

/** Where pages go that there is no room for. */
export interface PageFile {
  /** Reads page `slot` into `bytes`, from `offset` on. */
  read(slot: number, bytes: Uint8Array, offset: number): void;
  write(slot: number, bytes: Uint8Array, offset: number): void;
}

/** A column, as the pool sees it. */
export interface PageOwner {
  /** Told when the frame of a page is taken away; its content is in `slot` of the file, -1 where it need not be. */
  lost(page: number, slot: number): void;
  /** The slot that a page has in the file already, or -1. */
  slotOf(page: number): number;
}

/** Larger pages are read for nothing where rows are asked for in no order; smaller ones cost a call each. */
export const PAGE_BYTES = 8192;

/** The frame that is all zeros: what a page reads as that was never written. */
export const ZERO_FRAME = 0;

/** The frames; which column a frame is of, and when it was last used. */
export class PagePool {
  readonly uint8: Uint8Array;
  readonly uint16: Uint16Array;
  readonly uint32: Uint32Array;
  readonly float64: Float64Array;
  readonly #file: PageFile;
  readonly #frames: number;
  readonly #owner: (PageOwner | undefined)[] = [undefined];
  readonly #page: Uint32Array;
  readonly #used: Uint8Array;
  readonly #changed: Uint8Array;
  readonly #freeFrames: number[] = [];
  readonly #freeSlots: number[] = [];
  #taken = 1;
  #slots = 0;
  #hand = 1;

  /** `bytes` is all that frames may take. */
  constructor(file: PageFile, bytes: number) {
    this.#file = file;
    this.#frames = Math.max(FEWEST_FRAMES, Math.floor(bytes / PAGE_BYTES));
    const buffer = new ArrayBuffer(this.#frames * PAGE_BYTES);
    this.uint8 = new Uint8Array(buffer);
    this.uint16 = new Uint16Array(buffer);
    this.uint32 = new Uint32Array(buffer);
    this.float64 = new Float64Array(buffer);
    this.#page = new Uint32Array(this.#frames);
    this.#used = new Uint8Array(this.#frames);
    this.#changed = new Uint8Array(this.#frames);
  }

  /** A frame for a page of `owner`, with what the file has of it, or zeros. */
  load(owner: PageOwner, page: number): number {
    const frame = this.#freeFrames.pop() ?? (this.#taken < this.#frames ? this.#taken++ : this.#evict());
    this.#owner[frame] = owner;
    this.#page[frame] = page;
    this.#changed[frame] = 0;
    const slot = owner.slotOf(page);
    const offset = frame * PAGE_BYTES;
    if (slot < 0) this.uint8.fill(0, offset, offset + PAGE_BYTES);
    else this.#file.read(slot, this.uint8, offset);
    return frame;
  }

  /** Notes that a frame is used, so that it is not the next to go. */
  use(frame: number): void {
    this.#used[frame] = 1;
  }

  /** Notes that a frame is no longer what the file has. */
  change(frame: number): void {
    this.#changed[frame] = 1;
  }

  /** Takes back the frame (or {@link ZERO_FRAME}) and the slot (or -1) of a page that nobody wants any more. */
  free(frame: number, slot: number): void {
    if (frame !== ZERO_FRAME) {
      this.#owner[frame] = undefined;
      this.#used[frame] = 0;
      this.#freeFrames.push(frame);
    }
    if (slot >= 0) this.#freeSlots.push(slot);
  }

  #evict(): number {
    while (this.#used[this.#hand] === 1) {
      this.#used[this.#hand] = 0;
      this.#advance();
    }
    const frame = this.#hand;
    this.#advance();
    const owner = this.#owner[frame];
    const page = this.#page[frame] ?? 0;
    owner?.lost(page, this.#save(frame, owner.slotOf(page)));
    return frame;
  }

  #advance(): void {
    this.#hand = this.#hand + 1 === this.#frames ? 1 : this.#hand + 1;
  }

  /** The slot of a frame's page, in which the file has what the frame has. */
  #save(frame: number, known: number): number {
    if (this.#changed[frame] === 0) return known;
    const slot = known >= 0 ? known : (this.#freeSlots.pop() ?? this.#slots++);
    this.#file.write(slot, this.uint8, frame * PAGE_BYTES);
    return slot;
  }
}

/** With fewer, columns that are walked side by side would push one another out. */
const FEWEST_FRAMES = 256;
