/** The report as one JSON object, in pieces: the long lists are never held whole. */
import type { Report } from '../report.js';
import { showBlock, showCheck, showCluster } from '../show-findings.js';
import { showJson } from '../show-json.js';

/** Yields the text of the report; schema/report.schema.json describes it. */
export function* reportJson(report: Report): Generator<string> {
  const { schemaVersion, tool, settings, summary, dumps, leftOut, signatures } = report;
  yield '{\n';
  for (const [name, value] of Object.entries({ schemaVersion, tool, settings, summary })) {
    yield `${showJson(name)}: ${showJson(value)},\n`;
  }
  yield `${showJson('check')}: `;
  if (report.check === null) yield 'null';
  else yield* showCheck(report.check);
  yield ',\n';
  yield* list('dumps', dumps, showWhole);
  yield* list('leftOut', leftOut, showWhole);
  yield* list('blocks', report.blocks(), showBlock);
  yield* list('forwards', report.forwards(), showWhole);
  yield* list('clusters', report.clusters(), showCluster);
  yield `${showJson('index')}: ${showJson(report.index)},\n`;
  yield* list('seenBefore', report.seenBefore, showWhole);
  yield* list('signatures', signatures, showWhole, '\n}\n');
}

/** One element a line, so that a report can be compared with diff. */
function* list<T>(
  name: string,
  values: Iterable<T>,
  show: (value: T) => Iterable<string>,
  after = ',\n',
): Generator<string> {
  yield `${showJson(name)}: [`;
  let separator = '\n';
  for (const value of values) {
    yield separator;
    yield* show(value);
    separator = ',\n';
  }
  yield `${separator === '\n' ? '' : '\n'}]${after}`;
}

function showWhole(value: unknown): Iterable<string> {
  return [showJson(value)];
}
