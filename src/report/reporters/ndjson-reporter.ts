/** The report as JSON lines: each line has a `type`, the first is `report`, the last `summary`. */
import { JsonBytes } from '../json-bytes.js';
import type { Report } from '../report.js';
import { writeEntry } from '../write-entry.js';

/** Yields the text of the report; a long line comes in pieces. */
export function* reportNdjson(report: Report): Generator<Buffer> {
  const json = new JsonBytes();
  for (const [type, entry] of entriesOf(report)) {
    yield* writeEntry(json, entry, `{"type":"${type}",`);
    json.add('\n');
  }
  yield json.take();
}

function* entriesOf(report: Report): Generator<readonly [type: string, entry: object]> {
  const { schemaVersion, tool, settings } = report;
  yield ['report', { schemaVersion, tool, settings }];
  for (const dump of report.dumps) yield ['dump', dump];
  for (const left of report.leftOut) yield ['leftOut', left];
  for (const block of report.writtenBlocks()) yield ['block', block];
  for (const forward of report.forwards()) yield ['forward', forward];
  for (const cluster of report.clusters()) yield ['cluster', cluster];
  if (report.index !== null) yield ['index', report.index];
  for (const seen of report.seenBefore) yield ['seenBefore', seen];
  for (const signature of report.signatures) yield ['signature', signature];
  if (report.check !== null) yield ['check', report.check];
  yield ['summary', report.summary];
}
