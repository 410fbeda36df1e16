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

/** For each pair of bytes that a line begins with, first and second, and ends with, which cues it may be: see cue-pairs.ts. */
export const FIRST_PAIRS: usize = memory.data(65536, 16);
export const SECOND_PAIRS: usize = memory.data(65536, 16);
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
const KEY_BYTES: usize = 3 * 1024 * 1024;
export const KEY: usize = memory.data(3 * 1024 * 1024, 16);
export const KEY_END: usize = KEY + KEY_BYTES;

/** The text to scan, and room to read a block behind its end. */
export const INPUT_BYTES: usize = 1024 * 1024;
export const INPUT: usize = memory.data(1024 * 1024 + 64, 16);

/**
 * What links begin with: records of a length and the mark that follows, a length and whether it is a host of Telegram;
 * then the begin as a key shows it, and as it is written. Where the last two lengths are 0, only the host knows it.
 */
export const LINK_BEGIN_BYTES: usize = 64;
export const LINK_SHOWN: usize = 4;
export const LINK_WRITTEN: usize = 32;
export const LINK_BEGINS: usize = memory.data(32 * 64, 16);

/** Parameters of links that choose no place: records of a length, whether it is so with Telegram alone, and the name. */
export const LINK_PARAMETER_BYTES: usize = 16;
export const LINK_PARAMETERS: usize = memory.data(64 * 16, 16);

/** For each ASCII code whether it is cut off a link's end. */
export const LINK_TRIMS: usize = memory.data(128, 16);

/** The link in work, in small letters. */
export const LINK_TEXT_BYTES: usize = 2048;
export const LINK_TEXT: usize = memory.data(2048, 16);
