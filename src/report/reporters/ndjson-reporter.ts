/** The report as JSON lines: each line has a `type`, the first is `report`, the last `summary`. */
import { JsonBytes } from '../json/json-bytes.js';
import { writeEntry } from '../json/write-entry.js';
import { writeParts } from '../json/write-parts.js';
import type { LongLists } from '../long-lists.js';
import type { LongPart } from '../long-part.js';
import type { Report } from '../report.js';

/** Yields the text of the report; a long line comes in pieces. */
export function reportNdjson(report: Report): Generator<Uint8Array> {
  return writeParts(ndjsonParts(report), report.longLists);
}

/** The same, but for its long lists. */
export function* ndjsonParts(report: Report): Generator<Uint8Array | LongPart> {
  const json = new JsonBytes();
  for (const [type, entry] of entriesOf(report)) {
    const opening = `{"type":"${type}",`;
    if (typeof entry !== 'string') yield* writeEntry(json, entry, opening);
    else if (report.longLists[entry].length === 0) continue;
    else {
      yield json.take();
      yield { list: entry, length: report.longLists[entry].length, opening, between: '\n' };
    }
    json.add('\n');
  }
  yield json.take();
}

/** Entries, each with its type, and long lists of them by name. */
function* entriesOf(report: Report): Generator<readonly [type: string, entry: object | keyof LongLists]> {
  const { schemaVersion, tool, settings } = report;
  yield ['report', { schemaVersion, tool, settings }];
  for (const dump of report.dumps) yield ['dump', dump];
  for (const left of report.leftOut) yield ['leftOut', left];
  for (const trouble of report.troubles) yield ['trouble', trouble];
  yield ['block', 'blocks'];
  for (const echo of report.writtenEchoes()) yield ['block', echo];
  for (const forward of report.forwards()) yield ['forward', forward];
  yield ['cluster', 'clusters'];
  if (report.index !== null) yield ['index', report.index];
  for (const seen of report.seenBefore) yield ['seenBefore', seen];
  for (const signature of report.signatures) yield ['signature', signature];
  if (report.check !== null) yield ['check', report.check];
  yield ['summary', report.summary];
}
