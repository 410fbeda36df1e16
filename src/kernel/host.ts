/** What the kernel asks of its host, which has the whole of the normalizer. */

/** Finds out what is done with a character, and writes it to the tables. */
export declare function learn(point: u32): void;

/**
 * Whether `mark`, which ends at `end`, may be written behind `before`, the key's last character, where `raw` stands in
 * the line that starts at `start`: 0 when it may, the character that takes the place of `before` when they make one, a
 * negative number when only the ladder can say.
 */
export declare function join(raw: u32, before: u32, mark: u32, start: usize, end: usize): i32;

/** Measures the line `[start, end)` itself, into ANSWER. */
export declare function measure(start: usize, end: usize): void;
