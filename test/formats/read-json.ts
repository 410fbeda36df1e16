// Reads JSON the way a dump is read: in pieces, what is not used comes again; keeps what the reader says.

import type { RecordReader, RecordSink } from '../../src/formats/format.js';
import { isObject, type Json } from '../../src/formats/syntax/json.js';
import { openJson } from '../../src/formats/syntax/open-json.js';
import type { RecordPlace } from '../../src/model.js';

/** Everything that a reader told its sink. */
export interface Told {
  readonly records: { readonly text: string; readonly id: string | undefined; readonly place: RecordPlace }[];
  readonly skips: { readonly line: number; readonly reason: string }[];
  passed: number;
}

/** Feeds `bytes` to a reader in pieces; `pieceOf` gives the length of the next. */
export function feed(
  open: (sink: RecordSink) => RecordReader,
  bytes: Uint8Array,
  pieceOf: () => number,
): Told {
  const told: Told = { records: [], skips: [], passed: 0 };
  const reader = open({
    add: ({ text, id }, place) => told.records.push({ text, id, place }),
    pass() {
      told.passed += 1;
    },
    know() {},
    skip: (line, reason) => told.skips.push({ line, reason }),
    lose: (line, reason) => told.skips.push({ line, reason }),
  });
  let used = 0;
  let end = 0;
  while (end < bytes.length) {
    end = Math.min(bytes.length, end + pieceOf());
    // A copy with something stale behind, as the buffer of the pump has.
    const buffer = Buffer.concat([bytes.subarray(used, end), Buffer.from('}]\n"{')]);
    used += reader.push(buffer, end - used);
  }
  reader.end(Buffer.from(bytes.subarray(used)), bytes.length - used);
  return told;
}

/** Records `{"id":…,"text":…}` with anything beside, wherever `paths` say. */
export function readJson(
  bytes: Uint8Array,
  pieceOf: () => number,
  paths: readonly string[] = ['[]', 'messages.*'],
): Told {
  const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  const request = { head: { text, path: 'dump.json' }, fields: {}, start: 0 };
  const toPost = (value: Json) => {
    if (!isObject(value) || value['text'] === undefined) return { broken: 'no message' };
    return { text: String(value['text']), id: String(value['id']) };
  };
  return feed((sink) => openJson(sink, request, { paths, toPost }), bytes, pieceOf);
}
