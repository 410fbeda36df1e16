/** A dump before it is opened. */
import type { WhyLeftOut } from '../model.js';

/** Where a dump is; `path` is `-` for standard input, else relative to the working folder. */
export interface DumpPath {
  readonly path: string;
  /** What to hand to the file system. */
  readonly file: string;
  /** Named by the user, not found in a folder or by a pattern: what is wrong with it is an error. */
  readonly named: boolean;
  /** As in DumpFacts. */
  readonly against: boolean;
  /** Why it is known already that it will not be read. */
  readonly unread?: Unread;
  /** Why a member of it, if it is an archive, is not read; undefined where it is. */
  readonly unreadMember?: (name: string) => Unread | undefined;
}

/** Why a dump is not read. */
export interface Unread {
  readonly reason: string;
  readonly why: WhyLeftOut;
}
