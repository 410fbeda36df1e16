/**
 * Every domain type and column table. No functions, no imports.
 *
 * Bulk data travels as columns: equal-length typed arrays, one row a line, a post or a paragraph. Objects are
 * made only for what is reported. Every interval is end-exclusive and every offset counts bytes, except the
 * line numbers of the report, which are 1-based and inclusive as editors have them.
 */

/** A read-only typed array: a `Uint32Array` may be passed for it, and writing to it is a compile error. */
export interface Column {
  readonly length: number;
  readonly [row: number]: number;
}

/** The rungs of the ladder, lowest first: each folds all that the ones before it fold, and more. */
export const rungs = ['exact', 'spacing', 'typography', 'links', 'homoglyphs'] as const;

/** How much is folded before two texts are called equal. */
export type Rung = (typeof rungs)[number];

/** What the line itself says about where posts begin and end: one code a line, seen by its bytes alone. */
export const Cue = {
  none: 0,
  /** `Forwarded from NAME`, in any of the known languages. */
  forward: 1,
  /** `Forwarded from` with the name on the next line. */
  forwardAlone: 2,
  /** `NAME, [30.05.2025 10:00]`, as pasted from Telegram Desktop. */
  stamp: 3,
  /** `Media is too big` and its kin: stands before the post's text. */
  placeholderBefore: 4,
  /** `Please open Telegram to view this post`: stands after the post's text, or in its place. */
  placeholderAfter: 5,
  /** `VIEW IN TELEGRAM`: the second line of a placeholder. */
  placeholderLink: 6,
  /** `12.3K views10:00`: ends a post. */
  views: 7,
  /** Only emoji and counts: ends a post. */
  reactions: 8,
  /** A rule of equal symbols, or a form feed. */
  separator: 9,
  /** One link and nothing else. */
  link: 10,
  /** Hashtags and nothing else. */
  hashtags: 11,
  /** `Channel created`, `X pinned «…»`: the client's own news. */
  service: 12,
  /** `May 30`: the day chip of a page saved from a browser. */
  day: 13,
  /** The user's own `--post-start`, `--post-end` and `--separator`. */
  userStart: 14,
  userEnd: 15,
  userSeparator: 16,
  /** The name, on the line after `Forwarded from`. */
  forwardName: 17,
} as const;

/** What a header line declares, read once while its bytes are at hand. */
export type Header =
  | { readonly kind: 'forward'; readonly from: string; readonly author: string | null }
  | { readonly kind: 'stamp'; readonly name: string; readonly date: string };

/**
 * One row a visible line, in order of reading; the rows of one dump stand together.
 * `start` and `bytes` are the line without its end
 * (`start` modulo 2^32: ask lineStart); `line` is 1-based, 0 for a line of a
 * record that has no line of its own in the dump; `gap` counts the blank lines before it
 * (255 for more); `low` and `high` are the fingerprint of its top-rung key; `characters` counts code points;
 * `weight` is twice the key's letters and digits, a letter of a script without spaces counted 2.5-fold (65,535
 * for more), 0 for a line with nothing to compare; `head` hashes the beginning of the key (0: too short, or of a record).
 */
export interface LineTable {
  readonly rows: number;
  readonly start: Column;
  readonly bytes: Column;
  readonly line: Column;
  readonly gap: Column;
  readonly cue: Column;
  readonly low: Column;
  readonly high: Column;
  readonly characters: Column;
  readonly weight: Column;
  readonly head: Column;
  readonly headers: ReadonlyMap<number, Header>;
  /** The rows from which on `start` is to be read in another span of 2^32 bytes. */
  readonly spans: readonly { readonly row: number; readonly span: number }[];
}

/** The shapes a text dump can have; `--input-format` takes them beside the names of the record formats. */
export const textShapes = [
  'telegram-page-text',
  'telegram-desktop-text',
  'telegram-views-text',
  'separator-text',
  'blank-line-text',
  'line-text',
  'custom-text',
  'flat-text',
] as const;

/** A text shape's name; `flat-text` is text that could not be cut with confidence. */
export type TextShape = (typeof textShapes)[number];

/** The name of a text shape, or of a record format (src/formats/formats.ts lists them). */
export type Format = string;

/** How sure the cut is: `low` is said on standard error and in the report. */
export type Confidence = 'high' | 'medium' | 'low';

/** What a dump was taken for, and why. */
export interface Shape {
  readonly format: Format;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
}

/** What was learnt of a dump while its bytes went by. */
export interface DumpFacts {
  /** As shown to people and written in the report: relative to the working folder, forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly lines: number;
  /** XXH64 of the (decompressed) bytes, 16 hex digits. */
  readonly xxh64: string;
  /** The label of the Encoding Standard, as in `windows-1251`. */
  readonly encoding: string;
  /** How it is known: by a byte order mark, told by the user, detected, or because nothing spoke against it. */
  readonly encodingBy: 'default' | 'bom' | 'detected' | 'told';
  readonly invalidBytes: number;
  /** Line numbers left out because they are longer than a line may be. */
  readonly oversizedLines: readonly number[];
  readonly firstRow: number;
  readonly endRow: number;
  /** Null for text, which has no records. */
  readonly records: RecordFacts | null;
}

/** A moment as a dump gives it: seconds since 1970, in UTC or in a local time whose zone is not known. */
export interface PostDate {
  readonly seconds: number;
  readonly utc: boolean;
}

/** Who posted, as far as a format says: a number or key, a handle without `@`, a name for people. */
export interface Source {
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
  readonly name?: string | undefined;
}

/** Where a forwarded post is from. */
export interface ForwardedFrom extends Source {
  /** The id that the original has in its source. */
  readonly message?: string | undefined;
  readonly date?: PostDate | undefined;
  readonly author?: string | undefined;
  readonly link?: string | undefined;
}

/** One post as a record format gives it; what the format does not carry, or the record does not say, is absent. */
export interface PostRecord {
  /** As a reader would see it: plain text, paragraphs parted by line ends. Empty for a post of media alone. */
  readonly text: string;
  readonly id?: string | undefined;
  readonly date?: PostDate | undefined;
  readonly source?: Source | undefined;
  readonly author?: string | undefined;
  readonly forward?: ForwardedFrom | undefined;
  readonly edited?: PostDate | undefined;
  /** The id of the post that this one answers. */
  readonly replyTo?: string | undefined;
  /** What is attached, in the format's own word: `photo`, `video_file`. */
  readonly media?: string | undefined;
  /** Where the post can be seen. */
  readonly link?: string | undefined;
}

/** Where a record stands in its dump: 1-based lines, inclusive; byte offsets, end-exclusive. */
export interface RecordPlace {
  readonly line: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

/** A record that was left out. */
export interface BrokenRecord {
  readonly line: number;
  readonly reason: string;
}

/** What was learnt of the records of one dump. */
export interface RecordFacts {
  readonly format: Format;
  readonly evidence: readonly string[];
  /** Rows of the {@link RecordTable}. */
  readonly firstRecord: number;
  readonly endRecord: number;
  /** Records that are no posts: service messages. */
  readonly passed: number;
  /** How many were left out, and the first of them. */
  readonly broken: number;
  readonly brokenRecords: readonly BrokenRecord[];
}

/**
 * One row a record, in order of reading. Its lines are the rows from `firstRow` to the next record's `firstRow` (the
 * dump's last row for its last record). `source` and `forward` index `names` (0: none said). `seconds` and `utc`
 * are its date, 0 for none. `identityLow` and `identityHigh` fingerprint which message it is, or, of a forward, which
 * message it is a copy of: equal for copies of one message, 0 where the record does not say. `card` is where the rest
 * of what it says stands (JSON of a {@link RecordCard}), in what is read again for the dump, and `cardBytes` its length.
 */
export interface RecordTable {
  readonly rows: number;
  readonly firstRow: Column;
  readonly source: Column;
  readonly forward: Column;
  readonly seconds: Column;
  readonly utc: Column;
  readonly identityLow: Column;
  readonly identityHigh: Column;
  readonly card: Column;
  readonly cardBytes: Column;
  readonly names: readonly string[];
}

/** What a report says of a record and no stage needs. */
export interface RecordCard {
  readonly place: RecordPlace;
  readonly id?: string | undefined;
  readonly author?: string | undefined;
  readonly edited?: PostDate | undefined;
  readonly replyTo?: string | undefined;
  readonly media?: string | undefined;
  readonly link?: string | undefined;
  readonly forward?: ForwardedFrom | undefined;
}

/** Why a boundary was made: the word in the `cue` column of `reposted split`. */
export const postCues = [
  'start-of-dump',
  'echo',
  'once',
  'forward-header',
  'placeholder',
  'after-placeholder',
  'blank-lines',
  'separator',
  'stamp',
  'footer',
  'post-start',
  'post-end',
  'line',
  'record',
  'guess',
] as const;

/** See {@link postCues}. */
export type PostCue = (typeof postCues)[number];

/**
 * One row a post, in order of reading. `firstRow`/`endRow` is the whole extent in the {@link LineTable}, header,
 * echo and placeholders included; `echoRow`/`echoEnd` the second print (both 0 when there is none); `cue` indexes
 * {@link postCues}; `source` indexes `names`; `forwardedFrom` and `author` index `names` too, 0 for none;
 * `seconds` and `utc` are the date as in {@link PostDate}, 0 for none; `record` is 1 + the row in the
 * {@link RecordTable}, 0 for a post cut from text; `firstParagraph`/`endParagraph` are positions in the
 * {@link ParagraphTable}.
 */
export interface PostTable {
  readonly rows: number;
  readonly dump: Column;
  readonly firstRow: Column;
  readonly endRow: Column;
  readonly echoRow: Column;
  readonly echoEnd: Column;
  readonly cue: Column;
  readonly source: Column;
  readonly author: Column;
  readonly seconds: Column;
  readonly utc: Column;
  readonly record: Column;
  readonly forwardedFrom: Column;
  readonly firstParagraph: Column;
  readonly endParagraph: Column;
  /** Interned strings; `names[0]` is the empty string and means none. */
  readonly names: readonly string[];
}

/**
 * One row a paragraph, post after post, in the order a reader would read them: `row` in the {@link LineTable}
 * (a line that only the second print has stands where it belongs, so rows may go back), `post` in the posts.
 */
export interface ParagraphTable {
  readonly rows: number;
  readonly row: Column;
  readonly post: Column;
}

/** How a second print relates to the first: without its first line, or whole. */
export type EchoKind = 'tail' | 'whole';

/** What splitting found in one dump. */
export interface DumpCut {
  readonly shape: Shape;
  /** How the posts were printed twice, if they were: without their first line, or whole. */
  readonly echoKind: EchoKind | null;
  readonly firstPost: number;
  readonly endPost: number;
  readonly echoes: number;
  /** Lines the client or the page added: headers, placeholders, footers, separators. */
  readonly chrome: number;
  /** Placeholders and forward headers that belong to no post. */
  readonly orphans: number;
}

/** All posts of all dumps. */
export interface Posts {
  readonly table: PostTable;
  readonly paragraphs: ParagraphTable;
  readonly dumps: readonly DumpCut[];
}

/** The thresholds the pure stages use. */
export interface Settings {
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly echoes: 'collapse' | 'keep';
  /** The text shape that is forced, null: each dump's is detected. */
  readonly format: TextShape | null;
}

/**
 * Repeated blocks as columns. Block `b` has the occurrences `firstOccurrence[b]` to `firstOccurrence[b + 1]`,
 * in order of reading; an occurrence is of `block`, and is the run of paragraphs `first` to `last` (inclusive)
 * of one post. `held` has the occurrences post after post, in order of reading; those of post `p` stand from
 * `firstHeld[p]` to `firstHeld[p + 1]`.
 */
export interface BlockTable {
  readonly rows: number;
  readonly firstOccurrence: Column;
  readonly block: Column;
  readonly first: Column;
  readonly last: Column;
  readonly held: Column;
  readonly firstHeld: Column;
}

/** A paragraph that one source puts under or over many of its own posts. */
export interface Signature {
  readonly source: number;
  /** One paragraph that shows its text. */
  readonly paragraph: number;
  readonly posts: number;
}

/** Why a paragraph was not compared, one code a paragraph; 0: it was. */
export const Skip = { none: 0, empty: 1, short: 2, signature: 3 } as const;

/** What the match stage found. */
export interface Matches {
  readonly blocks: BlockTable;
  readonly skip: Column;
  readonly signatures: readonly Signature[];
}

/**
 * How a member of a cluster relates to the cluster's origin, seen from the member; `same-message`: they are copies of
 * one message and have no text in common.
 */
export type Relation = 'identical' | 'contains' | 'contained' | 'overlaps' | 'same-message';

/**
 * Posts joined because each shares enough with the first of them. Cluster `c` has the members
 * `firstMember[c]` to `firstMember[c + 1]`; `coverage` is the share of the member that the origin has too,
 * `originCoverage` the share of the origin that the member has.
 */
export interface ClusterTable {
  readonly rows: number;
  readonly origin: Column;
  readonly firstMember: Column;
  readonly member: Column;
  readonly coverage: Column;
  readonly originCoverage: Column;
}

/** What matters most: blocks and clusters by the characters they repeat, ties in order of reading. */
export interface Ranking {
  /** Block numbers and cluster numbers, the most repeated characters first. */
  readonly blocks: Uint32Array;
  readonly clusters: Uint32Array;
  /** By block number: characters of all its occurrences, and of all but one. */
  readonly characters: Float64Array;
  readonly copied: Float64Array;
}

/** Everything that was found, before anything is worded. */
export interface Analysis {
  readonly settings: Settings;
  readonly facts: readonly DumpFacts[];
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
  readonly clusters: ClusterTable;
  readonly ranking: Ranking;
}

/** Reads a span again; what only the machine can do, given to the stages that need it. */
export type ReadBytes = (dump: number, start: number, length: number) => Uint8Array;

/** A part of a dump, in bytes. */
export interface Span {
  readonly dump: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Gives `items` as they are, batch by batch, when the spans that `spansOf` names for them have been read in one sweep:
 * {@link ReadBytes} has them at hand while they are walked. What it gives then holds for one item: the next batch may
 * be written over it.
 */
export type ReadAhead = <Item>(
  items: Iterable<Item>,
  spansOf: (item: Item) => Iterable<Span>,
) => Iterable<Item>;

/** Normalizes and fingerprints one line: call `measure`, then read the columns of that line off the fields. */
export interface LineMeter {
  measure(bytes: Uint8Array, start: number, end: number): void;
  readonly low: number;
  readonly high: number;
  readonly characters: number;
  readonly weight: number;
  readonly head: number;
  /** False for a line of nothing but white space and invisible characters: such a line is blank. */
  readonly visible: boolean;
  readonly invalidBytes: number;
}

/** Makes the keys of lines, bytes to bytes; what is told holds for the line last made, until the next `make`. */
export interface KeyMaker {
  /**
   * Makes the key of `bytes[start, end)`: one line, meant to be UTF-8. Returns the key's length in bytes; the key is
   * `key.subarray(0, length)`.
   */
  make(bytes: Uint8Array, start: number, end: number): number;
  /** May be another array after a `make`. */
  readonly key: Uint8Array;
  /** Code points of the line as written; an invalid sequence counts as what a decoder shows for it. */
  readonly characters: number;
  /** Letters and digits of the key, without `denseLetters`. */
  readonly letters: number;
  /** Letters of the key that are of scripts written without spaces. */
  readonly denseLetters: number;
  /** Bytes of the line that are not valid UTF-8. */
  readonly invalidBytes: number;
  /** False when the line holds nothing but white space, invisible characters and braille blanks. */
  readonly visible: boolean;
}

/** Scans pieces of text: see src/kernel. What it tells holds until the next call. */
export interface LineKernel {
  /** Where a piece is put. */
  readonly input: Uint8Array;
  /** Goes on behind line `line` of a dump and so many blank ones. */
  begin(line: number, blanks: number): void;
  /**
   * Scans the complete lines of `input[from, end)`, whose first byte stands at `base` in its dump; returns where it
   * stopped: there are no more, or no more room for rows, or the line there is left to the caller.
   */
  scan(from: number, end: number, base: number): number;
  /** Lines with text that were scanned since `forget`; they fill the first rows of `columns`. */
  readonly rows: number;
  forget(): void;
  readonly lines: number;
  readonly gap: number;
  readonly invalidBytes: number;
  /** As in the {@link LineTable}; `mayBeCue` is 1 where a look for a cue is worth it. */
  readonly columns: {
    readonly start: Uint32Array;
    readonly bytes: Uint32Array;
    readonly line: Uint32Array;
    readonly low: Uint32Array;
    readonly high: Uint32Array;
    readonly characters: Uint32Array;
    readonly head: Uint32Array;
    readonly weight: Uint16Array;
    readonly gap: Uint8Array;
    readonly mayBeCue: Uint8Array;
  };
}
