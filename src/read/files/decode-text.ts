/** Bytes of a small file → its text. */
import { isUtf8 } from 'node:buffer';
import { UserError } from '../../errors.js';

/** A file, and what it is to the user: messages begin with that. */
export interface NamedFile {
  readonly path: string;
  readonly what: string;
}

/**
 * The text of UTF-8, or of UTF-16 with a byte order mark, as PowerShell writes it; the mark is no part of it. Throws a
 * {@link UserError} for anything else: what a list has in another encoding would be met nowhere, and nobody told.
 */
export function decodeText(bytes: Buffer, { path, what }: NamedFile): string {
  const text = textOf(bytes);
  if (text !== null) return text;
  const line = firstBrokenLine(bytes);
  throw new UserError(
    `Cannot read ${what}: ${path}:${line}: expected UTF-8, found bytes that are none: save it as UTF-8`,
  );
}

/** NUL is UTF-8 by its rules, and in no text: UTF-16 without its mark is full of it. */
function textOf(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8, but where a byte order mark says otherwise. */
export function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return 'utf-16le';
  return mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
}

/** A line of Latin-1 is a line of bytes, as no letter of UTF-8 has a line end in it. */
function firstBrokenLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return 1 + lines.findIndex((line) => line.includes('\0') || !isUtf8(Buffer.from(line, 'latin1')));
}
