/** The report as one JSON object, in pieces: the long lists are never held whole. */
import { JsonBytes } from '../json/json-bytes.js';
import { writeEntry } from '../json/write-entry.js';
import { writeParts } from '../json/write-parts.js';
import type { LongLists } from '../long-lists.js';
import type { LongPart } from '../long-part.js';
import type { Report } from '../report.js';

/** Yields the text of the report; schema/report.schema.json describes it. */
export function reportJson(report: Report): Generator<Uint8Array> {
  return writeParts(jsonParts(report), report.longLists);
}

/** The same, but for its long lists. */
export function* jsonParts(report: Report): Generator<Uint8Array | LongPart> {
  const json = new JsonBytes();
  const { schemaVersion, tool, settings, summary, dumps, longLists, seenBefore, signatures } = report;
  json.add('{\n');
  writeFields(json, { schemaVersion, tool, settings, summary });
  yield* writeCheck(json, report);
  yield* writeList(json, 'dumps', dumps);
  yield* writeList(json, 'leftOut', report.leftOut);
  yield* writeList(json, 'troubles', report.troubles);
  yield* writeList(json, 'blocks', report.writtenEchoes(), { long: longPart(longLists, 'blocks') });
  yield* writeList(json, 'forwards', report.forwards());
  yield* writeList(json, 'clusters', [], { long: longPart(longLists, 'clusters') });
  writeFields(json, { index: report.index });
  yield* writeList(json, 'seenBefore', seenBefore);
  yield* writeList(json, 'signatures', signatures, { after: '\n}\n' });
  yield json.take();
}

function writeFields(json: JsonBytes, fields: object): void {
  for (const [name, value] of Object.entries(fields)) {
    json.name(name, true);
    json.add(' ');
    json.value(value);
    json.add(',\n');
  }
}

function* writeCheck(json: JsonBytes, { check }: Report): Generator<Uint8Array> {
  if (check === null) return writeFields(json, { check });
  json.name('check', true);
  json.add(' ');
  yield* writeEntry(json, check);
  json.add(',\n');
}

function longPart(lists: LongLists, list: keyof LongLists): LongPart {
  return { list, length: lists[list].length, opening: '{', between: ',\n' };
}

/** One element a line, so that a report can be compared with diff; those of a long list stand before the others. */
function* writeList(
  json: JsonBytes,
  name: string,
  values: Iterable<object>,
  { long, after = ',\n' }: { long?: LongPart; after?: string } = {},
): Generator<Uint8Array | LongPart> {
  json.name(name, true);
  json.add(' [');
  let separator = '\n';
  if (long !== undefined && long.length > 0) {
    json.add(separator);
    yield json.take();
    yield long;
    separator = long.between;
  }
  for (const value of values) {
    json.add(separator);
    yield* writeEntry(json, value);
    separator = ',\n';
  }
  json.add(`${separator === '\n' ? '' : '\n'}]${after}`);
}
