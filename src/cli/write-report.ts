/** The one place that writes a report: in pieces, at the reader's pace; a reader that leaves is no error. */
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { UserError } from '../errors.js';

const BATCH = 64 * 1024;

/** Writes to `file`, or to standard output. Throws a {@link UserError} where it cannot be written. */
export async function writeReport(pieces: Iterable<string>, file: string | undefined): Promise<void> {
  try {
    if (file === undefined) await writePieces(batch(pieces), process.stdout);
    else await writeFile(batch(pieces), await open(file, 'w'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EPIPE') return;
    throw new UserError(`Cannot write the report to ${file ?? 'standard output'}: ${error.message}`);
  }
}

/** A batch is written while the next is made. */
async function writeFile(pieces: Iterable<string>, file: FileHandle): Promise<void> {
  let writing = Promise.resolve();
  try {
    for (const piece of pieces) {
      await writing;
      writing = file.writeFile(piece);
    }
    await writing;
  } finally {
    // Where making a batch failed, the one before it may still be on its way.
    await Promise.allSettled([writing]);
    await file.close();
  }
}

async function writePieces(pieces: Iterable<string>, stream: Writable): Promise<void> {
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure = error;
  };
  stream.on('error', fail);
  for (const piece of pieces) {
    if (failure !== null) throw failure;
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  await new Promise<void>((resolve, reject) => {
    stream.write('', (error) => (error ? reject(error) : resolve()));
  });
}

function* batch(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < BATCH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
