/** What the kernel asks of its host, which has the whole of the normalizer. */

/** Finds out what is done with a character, and writes it to the tables. */
// @ts-expect-error: decorator
export declare function learn(point: u32): void;

/**
 * Whether `mark` may be written behind `before`, which `raw` was folded to: 0 when it may, the character that the two
 * make when they make one, a negative number when only the host can say.
 */
// @ts-expect-error: decorator
export declare function join(raw: u32, before: u32, mark: u32): i32;

/** Measures the line `[start, end)` itself, into ANSWER. */
// @ts-expect-error: decorator
export declare function measure(start: usize, end: usize): void;
