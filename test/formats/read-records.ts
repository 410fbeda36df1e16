// Promises: a format's reader run as the scan runs it, on bytes that come in pieces of any size.

import type { RecordFormat } from '../../src/formats/format.js';
import type { PostRecord, RecordPlace, Source } from '../../src/model.js';

export interface ReadRecords {
  readonly posts: readonly { readonly record: PostRecord; readonly place: RecordPlace }[];
  readonly passed: number;
  readonly known: readonly Source[];
  readonly skipped: readonly string[];
  /** Those of them of which nobody knows how much they cost. */
  readonly lost: readonly string[];
}

/** Reads `bytes`, of which `piece` come at a time. */
export async function readRecords(
  format: RecordFormat,
  bytes: Buffer,
  piece = bytes.length,
): Promise<ReadRecords> {
  const posts: { record: PostRecord; place: RecordPlace }[] = [];
  const skipped: string[] = [];
  const lost: string[] = [];
  const known: Source[] = [];
  let passed = 0;
  const sink = {
    add: (record: PostRecord, place: RecordPlace) => void posts.push({ record, place }),
    pass() {
      passed += 1;
    },
    know: (source: Source) => void known.push(source),
    skip: (line: number, reason: string) => void skipped.push(`${line}: ${reason}`),
    lose(line: number, reason: string) {
      skipped.push(`${line}: ${reason}`);
      lost.push(`${line}: ${reason}`);
    },
  };
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536), { stream: true });
  const reader = await format.open(sink, { head: { text, path: 'dump' }, fields: {}, start: 0 });
  let used = 0;
  for (let end = piece; end < bytes.length; end += piece) {
    used += reader.push(bytes.subarray(used, end), end - used);
  }
  used += reader.push(bytes.subarray(used), bytes.length - used);
  reader.end(bytes.subarray(used), bytes.length - used);
  return { posts, passed, known, skipped, lost };
}
