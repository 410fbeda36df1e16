/** The report as one JSON object, in pieces: the long lists are never held whole. */
import { JsonBytes } from '../json-bytes.js';
import type { Report } from '../report.js';
import { writeEntry } from '../write-entry.js';

/** Yields the text of the report; schema/report.schema.json describes it. */
export function* reportJson(report: Report): Generator<Buffer> {
  const json = new JsonBytes();
  const { schemaVersion, tool, settings, summary, dumps, leftOut, seenBefore, signatures } = report;
  json.add('{\n');
  writeFields(json, { schemaVersion, tool, settings, summary });
  yield* writeCheck(json, report);
  yield* writeList(json, 'dumps', dumps);
  yield* writeList(json, 'leftOut', leftOut);
  yield* writeList(json, 'blocks', report.writtenBlocks());
  yield* writeList(json, 'forwards', report.forwards());
  yield* writeList(json, 'clusters', report.clusters());
  writeFields(json, { index: report.index });
  yield* writeList(json, 'seenBefore', seenBefore);
  yield* writeList(json, 'signatures', signatures, '\n}\n');
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

function* writeCheck(json: JsonBytes, { check }: Report): Generator<Buffer> {
  if (check === null) return writeFields(json, { check });
  json.name('check', true);
  json.add(' ');
  yield* writeEntry(json, check);
  json.add(',\n');
}

/** One element a line, so that a report can be compared with diff. */
function* writeList(
  json: JsonBytes,
  name: string,
  values: Iterable<object>,
  after = ',\n',
): Generator<Buffer> {
  json.name(name, true);
  json.add(' [');
  const count = yield* writeEntries(json, values, '\n');
  json.add(`${count === 0 ? '' : '\n'}]${after}`);
}

/** Writes entries of a list, any range of it; `before` stands before the first of them. Returns how many there were. */
export function* writeEntries(
  json: JsonBytes,
  entries: Iterable<object>,
  before: string,
): Generator<Buffer, number> {
  let count = 0;
  for (const entry of entries) {
    json.add(count === 0 ? before : ',\n');
    yield* writeEntry(json, entry);
    count += 1;
  }
  return count;
}
