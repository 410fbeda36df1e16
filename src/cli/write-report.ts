/** The one place that writes a report: in pieces, at the reader's pace; a reader that leaves is no error. */
import { fstatSync, write, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { UserError } from '../errors.js';
import { causeOf } from '../read/cause-of.js';
import { batchPieces } from './batch-pieces.js';

/** Pieces that are worth a write each. */
type Batches = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const writeSome = promisify(write);

/**
 * Writes to the file at `path`, or to standard output (`-`). The piece behind the one at hand is asked for meanwhile, and no more than that.
 * Throws a {@link UserError} where it cannot be written.
 */
export async function writeReport(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>,
  path = '-',
): Promise<void> {
  const batches = Symbol.asyncIterator in pieces ? pieces : batchPieces(pieces);
  try {
    if (path !== '-') await writeNamed(batches, path);
    else if (fstatSync(process.stdout.fd).isFile()) await writeFile(batches, process.stdout.fd);
    else await writeStream(batches, process.stdout);
  } catch (error) {
    // Of making the pieces: who made them knows what to say.
    if (!(error instanceof WriteError)) throw error;
    if (error.code === 'EPIPE') return;
    const where = path === '-' ? 'standard output' : path;
    throw new UserError(`Cannot write the report to ${where}: ${causeOf(error.cause)}`);
  }
}

/** What the system says of a report that cannot be written. */
class WriteError extends Error {
  readonly code: unknown;

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  }
}

function failWriting(cause: unknown): never {
  throw new WriteError(cause);
}

async function writeNamed(batches: Batches, path: string): Promise<void> {
  const file = await open(path, 'w').catch(failWriting);
  try {
    await writeFile(batches, file.fd);
  } finally {
    await file.close();
  }
}

async function writeFile(batches: Batches, file: number): Promise<void> {
  if (Symbol.asyncIterator in batches) await writeHere(batches, file);
  else await writeBeside(batches, file);
}

/** Where several threads make batches, each core has one at work: to wait for yet another would take longer than to write. */
async function writeHere(batches: AsyncIterable<Uint8Array>, file: number): Promise<void> {
  for await (const batch of batches) {
    try {
      for (let at = 0; at < batch.length; ) at += writeSync(file, batch, at);
    } catch (error) {
      failWriting(error);
    }
  }
}

/** A batch is written, in a thread of the platform's, while the next is made. */
async function writeBeside(batches: Iterable<Uint8Array>, file: number): Promise<void> {
  let writing = Promise.resolve();
  try {
    for (const batch of batches) {
      await writing;
      writing = writeWhole(batch, file).catch(failWriting);
      // Who waits for it hears of an error; until then it is nobody's.
      writing.catch(() => {});
    }
    await writing;
  } finally {
    // Where making a batch failed, the one before it may still be on its way.
    await Promise.allSettled([writing]);
  }
}

async function writeWhole(batch: Uint8Array, file: number): Promise<void> {
  for (let at = 0; at < batch.length; ) at += (await writeSome(file, batch, at)).bytesWritten;
}

async function writeStream(batches: Batches, stream: Writable): Promise<void> {
  let failure: WriteError | null = null;
  const fail = (error: Error) => {
    failure = new WriteError(error);
  };
  stream.on('error', fail);
  for await (const batch of batches) {
    if (failure !== null) throw failure;
    await new Promise<void>((resolve) => {
      stream.write(batch, () => resolve());
    });
  }
  if (failure !== null) throw failure;
}
