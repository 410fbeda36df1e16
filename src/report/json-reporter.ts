/** The report as one JSON object, in pieces: the long lists are never held whole. */
import type { Report } from './report.js';
import { showJson } from './show-json.js';

/** Yields the text of the report; schema/report.schema.json describes it. */
export function* reportJson(report: Report): Generator<string> {
  const { schemaVersion, tool, settings, summary, dumps, leftOut, signatures } = report;
  yield '{\n';
  for (const [name, value] of Object.entries({ schemaVersion, tool, settings, summary })) {
    yield `${showJson(name)}: ${showJson(value)},\n`;
  }
  yield* list('dumps', dumps);
  yield* list('leftOut', leftOut);
  yield* list('blocks', report.blocks());
  yield* list('forwards', report.forwards());
  yield* list('clusters', report.clusters());
  yield* list('signatures', signatures, '\n}\n');
}

/** One element a line, so that a report can be compared with diff. */
function* list(name: string, values: Iterable<unknown>, after = ',\n'): Generator<string> {
  yield `${showJson(name)}: [`;
  let separator = '\n';
  for (const value of values) {
    yield separator + showJson(value);
    separator = ',\n';
  }
  yield `${separator === '\n' ? '' : '\n'}]${after}`;
}
