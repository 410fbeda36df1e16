/** The report as JSON lines: each line has a `type`, the first is `report`, the last `summary`. */
import type { Report } from '../report.js';
import { showBlock, showCheck, showCluster } from '../show-findings.js';
import { showJson } from '../show-json.js';

/** Yields the text of the report; a long line comes in pieces. */
export function* reportNdjson(report: Report): Generator<string> {
  const { schemaVersion, tool, settings } = report;
  yield line('report', { schemaVersion, tool, settings });
  for (const dump of report.dumps) yield line('dump', dump);
  for (const left of report.leftOut) yield line('leftOut', left);
  for (const block of report.blocks()) {
    yield* showBlock(block, { type: 'block' });
    yield '\n';
  }
  for (const forward of report.forwards()) yield line('forward', forward);
  for (const cluster of report.clusters()) {
    yield* showCluster(cluster, { type: 'cluster' });
    yield '\n';
  }
  if (report.index !== null) yield line('index', report.index);
  for (const seen of report.seenBefore) yield line('seenBefore', seen);
  for (const signature of report.signatures) yield line('signature', signature);
  if (report.check !== null) {
    yield* showCheck(report.check, { type: 'check' });
    yield '\n';
  }
  yield line('summary', report.summary);
}

function line(type: string, value: object): string {
  return `${showJson({ type, ...value })}\n`;
}
