/** What is told of unpacking that goes wrong. */
import { UserError } from '../../errors.js';
import type { Bytes } from '../bytes.js';
import { causeOf } from '../cause-of.js';

/** Whose bytes are watched, in what, and who is told how many there are. */
export interface Watched {
  readonly path: string;
  readonly container: string;
  readonly onBytes: (count: number) => void;
}

/** The same bytes; a break in them becomes a {@link UserError} that says where. */
export function watchUnpacking(unpacked: Bytes, { path, container, onBytes }: Watched): Bytes {
  let size = 0;
  return {
    async read(target, offset) {
      const count = await unpacked.read(target, offset).catch((error: unknown) => {
        if (error instanceof UserError) throw new UserError(`${path}: ${error.message}`);
        throw new UserError(`${path} is broken ${container} after ${size} bytes of text: ${causeOf(error)}`);
      });
      size += count;
      onBytes(count);
      return count;
    },
    close: unpacked.close,
  };
}
