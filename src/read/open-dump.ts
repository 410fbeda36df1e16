/**
 * A dump's bytes as UTF-8, whatever holds them: a file as it is, a compressed one, any encoding. What the bytes are is
 * seen from the bytes, never from the name. Reads forward, once, into the caller's buffer.
 */
import type { Bytes } from './bytes.js';
import { containerOf, unpackBytes } from './containers/containers.js';
import { beginsIndex, beginsPointer, beginsZip, foreignArchive } from './containers/foreign.js';
import type { CreateHash } from './containers/unpack.js';
import { chooseEncoding, type EncodingChoice } from './encodings/choose-encoding.js';
import { isBinary } from './encodings/is-binary.js';
import { transcode } from './encodings/transcode.js';
import type { OpenFile } from './file-ranges.js';
import { LeftOutError } from './left-out.js';
import { type Limits, limitBytes } from './limits.js';
import { type Peeked, peek, type Source } from './source.js';

/** An open dump: read it to its end, then close it. */
export interface OpenDump {
  /** As shown to people; `-` for standard input, `a.zip!b.txt` for a member of an archive. */
  readonly path: string;
  readonly encoding: EncodingChoice;
  /** The file, where it holds just these bytes; null: they must be kept for the second reading. */
  readonly file: OpenFile | null;
  /** Where the text starts in the file: behind a byte order mark. */
  readonly textStart: number;
  /** The first bytes of the text: what a format is recognised by. */
  readonly head: Uint8Array;
  /** The first `size` bytes of the text, or all, for who does not know it by its head; they are read all the same. */
  lookFurther(size: number): Promise<Uint8Array>;
  /** Fills `target` from `offset` on; resolves to the number of bytes read, 0 at the end. */
  read(target: Uint8Array, offset: number): Promise<number>;
  /** Sequences read so far that were not valid in an encoding other than UTF-8: they are U+FFFD now. */
  replaced(): number;
  /** What the file was at opening and is now differ: it was written to while it was read. */
  changed(): Promise<boolean>;
  close(): Promise<void>;
}

/** How dumps are to be opened. */
export interface OpenOptions {
  /** The name of the encoding that the user told, where a dump has no byte order mark; null: it is detected. */
  readonly encoding: string | null;
  readonly limits: Limits;
  readonly createHash: CreateHash;
}

/**
 * Opens the dump that `source` holds; throws a {@link UserError} where it cannot be read, of
 * which a {@link LeftOutError} says that there is nothing in it to read, or not in a way that is known.
 */
export async function openDump(path: string, source: Source, options: OpenOptions): Promise<OpenDump> {
  const unpacked = await unpack(path, source, options);
  const { head, bytes } = await peek(unpacked.bytes);
  refuseArchive(path, head, unpacked.container);
  refusePointer(path, head);
  const encoding = await chooseEncoding(head, options.encoding);
  refuseBinary(path, head, encoding.encoding);
  const text = await decode(encoding, head, bytes);
  let peeked: Peeked = text;
  const textStart = text.head[0] === 0xef && text.head[1] === 0xbb && text.head[2] === 0xbf ? 3 : 0;
  return {
    path,
    encoding,
    file: unpacked.container === null && encoding.encoding === 'utf-8' ? source.file : null,
    textStart,
    head: text.head.subarray(textStart),
    async lookFurther(size) {
      peeked = await peek(peeked.bytes, textStart + size);
      return peeked.head.subarray(textStart);
    },
    read: (target, offset) => peeked.bytes.read(target, offset),
    replaced: text.replaced,
    changed: source.changed,
    close: async () => {
      text.bytes.close();
      await source.close();
    },
  };
}

async function unpack(
  path: string,
  source: Source,
  options: OpenOptions,
): Promise<{ bytes: Bytes; container: string | null }> {
  const container = containerOf(source.head);
  const bytes =
    container === null ? source.bytes : await unpackBytes(container, source.bytes, { path, ...options });
  const { maxBytes } = options.limits;
  return {
    bytes: maxBytes === null ? bytes : limitBytes(bytes, path, maxBytes),
    container: container?.name ?? null,
  };
}

async function decode(
  { encoding }: EncodingChoice,
  head: Uint8Array,
  bytes: Bytes,
): Promise<Peeked & { replaced: () => number }> {
  if (encoding === 'utf-8') return { head, bytes, replaced: () => 0 };
  const transcoded = transcode(bytes, encoding);
  return { ...(await peek(transcoded.bytes)), replaced: transcoded.replaced };
}

/** One container is unpacked, not what may be packed in it. */
function refuseArchive(path: string, head: Uint8Array, container: string | null): void {
  const inner = beginsZip(head) ? 'zip' : (foreignArchive(head) ?? containerOf(head)?.name ?? null);
  if (inner === null) return;
  const what = container === null ? `a ${inner} archive` : `${inner} inside ${container}`;
  throw new LeftOutError(
    `${path} is ${what}, which is not read: unpack it and pass what it holds`,
    'not-known',
  );
}

/** A gate that took it for the dump, or for the index, would let everything pass. */
function refusePointer(path: string, head: Uint8Array): void {
  if (!beginsPointer(head)) return;
  throw new LeftOutError(
    `${path} is what Git LFS has in place of a file that was not fetched: run \`git lfs pull\``,
    'not-known',
  );
}

/** What is mostly controls is no text. A few are slips, wherever they stand: a byte must not cost a dump. */
function refuseBinary(path: string, head: Uint8Array, encoding: string): void {
  // What marks UTF-16 marks UTF-32 as well, where two NUL bytes follow.
  if (encoding === 'utf-16le' && head[0] === 0xff && head[2] === 0 && head[3] === 0) {
    throw new LeftOutError(
      `${path} is UTF-32, which is not read: convert it, as by iconv -f UTF-32 -t UTF-8`,
      'not-known',
    );
  }
  if (encoding.startsWith('utf-16') || !isBinary(head)) return;
  // A pattern or a folder may have found what should have been compared against.
  if (beginsIndex(head)) {
    throw new LeftOutError(
      `${path} is an index (or another database of DuckDB), which is no dump: it is asked where --against names it`,
      'not-known',
    );
  }
  throw new LeftOutError(
    `${path} is not text: expected UTF-8, UTF-16 or what --encoding says, ` +
      `found NUL and other control bytes all over, the first at offset ${head.indexOf(0)}`,
    'no-text',
  );
}
