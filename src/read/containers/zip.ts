/** The members of a zip archive, each unpacked on its own. */
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { UserError } from '../../errors.js';
import { type Bytes, bytesOf } from '../bytes.js';
import { causeOf } from '../cause-of.js';
import { compareNaturally } from '../find/natural-order.js';
import { feedZlib } from './feed-zlib.js';

/** A file in an archive. */
export interface Member {
  /** Its path in the archive, without the `./` that some programs begin it with. */
  readonly name: string;
  /** As a walk through folders says, and what macOS adds. */
  readonly isHidden: boolean;
  /** What it holds; `onPacked` is told of packed bytes as they are read. Throws a {@link UserError} where it cannot. */
  open(onPacked: (count: number) => void): Promise<Bytes>;
}

/** An archive, as far as it can be read. */
export interface Archive {
  /** In natural order, without folders. */
  readonly members: readonly Member[];
  /** Why there may be more members than these; null where all is well. */
  readonly problem: string | null;
}

/** Reads the list of members from the end of the file that is open as `fd`. */
export async function readArchive(fd: number): Promise<Archive> {
  const { default: yauzl } = await import('yauzl');
  const members: Member[] = [];
  let problem: string | null = null;
  try {
    // Names are only shown, never written to, so no name is refused; sizes are told by the checksum.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromFdPromise(fd, options);
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const told = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
      if (told.endsWith('/')) continue;
      const parts = told.split('/').filter((part) => part !== '.');
      members.push({
        name: parts.join('/'),
        isHidden: parts.some(isHiddenName),
        open: (onPacked) => openMember(zip, entry, onPacked),
      });
    }
  } catch (error) {
    problem = causeOf(error);
  }
  return { members: members.sort((a, b) => compareNaturally(a.name, b.name)), problem };
}

function isHiddenName(part: string): boolean {
  return (part.startsWith('.') && part !== '..') || part === '__MACOSX';
}

const STORED = 0;
const DEFLATED = 8;

async function openMember(zip: ZipFile, entry: Entry, onPacked: (count: number) => void): Promise<Bytes> {
  if (entry.isEncrypted()) throw new UserError('is encrypted: unpack it yourself and pass what it holds');
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    throw new UserError(`is packed by method ${method}, which is not read: unpack it yourself`);
  }
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const packed = countPieces(stream, onPacked);
  const pieces = method === STORED ? packed : feedZlib(createInflateRaw(), packed);
  return bytesOf(checkPieces(pieces, entry.crc32), () => {
    stream.destroy();
  });
}

async function* checkPieces(pieces: AsyncIterable<Uint8Array>, told: number): AsyncGenerator<Uint8Array> {
  let crc = 0;
  for await (const piece of pieces) {
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== told) throw new Error('the checksum does not match');
}

async function* countPieces(
  pieces: AsyncIterable<Uint8Array>,
  onPacked: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onPacked(piece.length);
    yield piece;
  }
}
