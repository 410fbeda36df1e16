/** What every decompressor is: a function from packed bytes to what they hold. */
import type { Bytes } from '../bytes.js';

/** XXH64 of what is given to it, for containers that carry it. */
export type CreateHash = () => { update(bytes: Uint8Array): void; hex(): string };

/**
 * Packed bytes → pieces of what they hold. A container that is broken gives everything before the break, then throws.
 */
export type Unpack = (packed: Bytes, createHash: CreateHash) => AsyncGenerator<Uint8Array>;
