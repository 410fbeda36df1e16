/**
 * What a record format is. To add one: write a file here that exports a {@link RecordFormat}, add it to formats.ts,
 * and a fixture in fixtures/formats; CONTRIBUTING.md has the steps.
 */
import type { FieldFacts, FieldKind, PostRecord, RecordPlace, Source } from '../model.js';

/** The beginning of a dump, decoded: what it is recognised by. */
export interface Head {
  /** Some tens of KB, more where a first record is longer, or the whole dump; without a byte order mark. */
  readonly text: string;
  /** As shown to people. A format is recognised by its content; a name may only say what the content does not. */
  readonly path: string;
  /** The file that holds it, from the root; absent where nobody knows. */
  readonly file?: string;
}

/** The columns or keys that the user says hold a thing, as dotted paths: `post.author.name`. */
export type FieldNames = { readonly [what in FieldKind]?: string | undefined };

/** Takes what a reader finds, in order of the dump. */
export interface RecordSink {
  /** `textLine`: the line where the text begins, for formats whose text stands in the dump line for line. */
  add(record: PostRecord, place: RecordPlace, textLine?: number): void;
  /** A record that is no post: a service message, a post that was deleted. */
  pass(): void;
  /** A record that only says what a source is called, wherever in the dump it stands. */
  know(source: Source): void;
  /** A record that had to be left out: where it begins, and why, as "expected …, found …". */
  skip(line: number, reason: string): void;
  /** The same where nobody knows how much is missing: the dump ends in it, or it is too long to be read. */
  lose(line: number, reason: string): void;
}

/** Reads one dump from its UTF-8 bytes, piece by piece. */
export interface RecordReader {
  /**
   * Takes `bytes[0, length)`, or as much as makes whole pieces, never a part of a character; returns how much: the
   * rest comes again, longer.
   */
  push(bytes: Uint8Array, length: number): number;
  /** The rest, behind which nothing comes. A dump that ends in mid-record is told with {@link RecordSink.lose}. */
  end(bytes: Uint8Array, length: number): void;
  /** Which fields the records had, once all are read; of generic formats alone. */
  readonly fields?: () => FieldFacts | null;
  /** What was left out of posts on purpose, in words for the report, once all are read; null where nothing was. */
  readonly leftOut?: () => string | null;
}

/** What a format can say of a post beside its text. */
export type Carried = 'id' | 'date' | 'source' | 'author' | 'forward' | 'edited' | 'reply' | 'media' | 'link';

/** What is known when a dump of a format is opened. */
export interface OpenRequest {
  readonly head: Head;
  readonly fields: FieldNames;
  /** Where in the dump the first byte stands: behind a byte order mark. */
  readonly start: number;
}

/**
 * What a value that was parsed turned out to be: a post, no post (null), who a source is, nothing a post can be
 * made of, or none of the records (undefined).
 */
export type Outcome =
  | PostRecord
  | { readonly known: Source }
  | { readonly broken: string }
  | null
  | undefined;

/** Hands an outcome on to where it belongs; `textLine` as in {@link RecordSink.add}. */
export function settle(sink: RecordSink, outcome: Outcome, place: RecordPlace, textLine?: number): void {
  if (outcome === undefined) return;
  if (outcome === null) sink.pass();
  else if ('broken' in outcome) sink.skip(place.line, outcome.broken);
  else if ('known' in outcome) sink.know(outcome.known);
  else sink.add(outcome, place, textLine);
}

/** One format, one object of this kind. */
export interface RecordFormat {
  /** What `--input-format` takes, as in `telegram-desktop-json`. */
  readonly name: string;
  /** For people, as in `Telegram Desktop export, JSON`. */
  readonly title: string;
  /** Ids of sources and messages mean the same in all formats of one network; null where they are the dump's own. */
  readonly network: string | null;
  readonly carries: readonly Carried[];
  /**
   * The evidence that a dump is of this format, in words for the report; null where there is none. The fields that the
   * user named matter to generic formats alone.
   */
  sniff(head: Head, fields?: FieldNames): string | null;
  /**
   * Why a dump that is written as this generic format reads them is none of it after all, and what to do; null where it
   * is not written so. Asked where no format recognises the dump.
   */
  refuse?(head: Head, fields: FieldNames): string | null;
  /** Opens a reader. A library that it needs is loaded here, so that it is loaded only when the format is met. */
  open(sink: RecordSink, request: OpenRequest): RecordReader | Promise<RecordReader>;
}
