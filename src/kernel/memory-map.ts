/** Where things stand in the kernel's memory. The host writes the tables and the input, and reads the rows. */

/** For each byte of a mask, the places of its bits: how 8 bytes are moved together. */
export const COMPACTION: usize = memory.data(256 * 8, 16);

/** For each character what is done with it: see character-actions.ts; 0 for one that was never met. */
export const ACTIONS: usize = memory.data(0x110000 * 4, 16);

/** The texts that characters become: records as in character-actions.ts. */
export const POOL_BYTES: usize = 256 * 1024;
export const POOL: usize = memory.data(256 * 1024, 16);

/** For each ASCII code its kind: see ascii-table.ts. */
export const ASCII_KINDS: usize = memory.data(128, 16);

/** For each byte whether a link's begin may end in it. */
export const LINK_ENDS: usize = memory.data(256, 16);

/** For each pair of bytes that a line begins with, and ends with, which cues it may be: bits of cue-edges.ts. */
export const FIRST_PAIRS: usize = memory.data(65536, 16);
export const LAST_PAIRS: usize = memory.data(65536, 16);

/** What is known of marks behind letters: see join-mark.ts. */
export const MARK_MEMORY: usize = memory.data(4096 * 16, 16);

/** The rows of the lines scanned, until the host takes them: columns of so many. */
export const MOST_ROWS: u32 = 8192;
export const STARTS: usize = memory.data(8192 * 4, 16);
export const BYTES: usize = memory.data(8192 * 4, 16);
export const LINES: usize = memory.data(8192 * 4, 16);
export const LOWS: usize = memory.data(8192 * 4, 16);
export const HIGHS: usize = memory.data(8192 * 4, 16);
export const CHARACTERS: usize = memory.data(8192 * 4, 16);
export const HEADS: usize = memory.data(8192 * 4, 16);
export const WEIGHTS: usize = memory.data(8192 * 2, 16);
export const GAPS: usize = memory.data(8192, 16);
export const MAY_BE_CUES: usize = memory.data(8192, 16);

/** What the host answers when a line is left to it. */
export const ANSWER: usize = memory.data(32, 16);

/** The key of the line in work; in front of it a space, so that every word stands after one. */
export const KEY_BYTES: usize = 2 * 1024 * 1024 + 256;
export const KEY: usize = memory.data(2 * 1024 * 1024 + 256, 16);

/** The text to scan, and room to read a block behind its end. */
export const INPUT_BYTES: usize = 1024 * 1024;
export const INPUT: usize = memory.data(1024 * 1024 + 64, 16);

/** What links begin with, as a key shows it: records of 32 bytes, each a length, the mark that follows, the text. */
export const LINK_BEGIN_BYTES: usize = 32;
export const LINK_BEGINS: usize = memory.data(32 * 32, 16);
