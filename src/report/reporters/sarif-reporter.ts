/**
 * The findings as SARIF 2.1.0, within the limits of GitHub's code scanning. A result is a copy, its related location the
 * origin. GitHub keeps the 5,000 gravest results of a run, so no more are given, and a notification says how many were cut.
 */
import type { Trouble } from '../../model.js';
import { escapeSarif, locateDump } from '../escape/escape-sarif.js';
import { showJson } from '../escape/show-json.js';
import { type Finding, type FindingRule, findingRules } from '../finding.js';
import type { DumpLine, PostPlace, Report } from '../report.js';
import { ruleWords, tellFinding } from './finding-words.js';
import { count, take, tellPlace } from './text-words.js';

const MOST_RESULTS = 5000;
/** Whoever has so many dumps that cannot be read needs no more of them named. */
const MOST_TROUBLES = 1000;

/** Lines of dumps that results stand on, by dump. */
type Lines = ReadonlyMap<string, ReadonlyMap<number, DumpLine> | null>;

/** Yields the log: one run, one result a line. */
export function* reportSarif(report: Report): Generator<string> {
  const all = report.findings();
  const findings = [...take(all, MOST_RESULTS)];
  const lines = readLines(report, findings);
  yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n`;
  yield `"tool": ${showJson({ driver: describeTool(report) })},\n`;
  yield `"columnKind": "utf16CodeUnits",\n`;
  yield `"originalUriBaseIds": ${showJson({ '%SRCROOT%': { description: { text: 'The folder from which reposted was run' } } })},\n`;
  yield `"invocations": ${showJson([describeRun(report, all.length - findings.length)])},\n`;
  yield '"results": [';
  let before = '\n';
  for (const finding of findings) {
    yield before + showJson(describeResult(finding, lines));
    before = ',\n';
  }
  yield `${findings.length === 0 ? '' : '\n'}]\n}]\n}\n`;
}

function describeTool({ tool }: Report): object {
  return { name: tool.name, version: tool.version, rules: findingRules.map(describeRule) };
}

function describeRule(id: FindingRule): object {
  const { name, means } = ruleWords[id];
  const isGrave = id === 'repost-uncredited';
  return {
    id,
    name: name.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: name },
    fullDescription: { text: means },
    help: { text: `${means} The earliest post among the dumps that were read counts as the origin.` },
    defaultConfiguration: { level: isGrave ? 'warning' : 'note' },
    properties: {
      tags: ['repost'],
      precision: 'high',
      'problem.severity': isGrave ? 'warning' : 'recommendation',
    },
  };
}

/** What the reader of the results must know: what was cut, and what was not read. */
function describeRun({ leftOut, troubles }: Report, cut: number): object {
  const harmless = leftOut.filter(({ ignored, isTrouble }) => !ignored && !isTrouble);
  const [first] = harmless;
  const told = [
    ...(cut > 0
      ? [`${count(cut, 'finding')} left out, the least grave: GitHub keeps ${MOST_RESULTS} results of a run`]
      : []),
    ...(first === undefined
      ? []
      : [`${count(harmless.length, 'input')} left out, the first of them: ${escapeSarif(first.reason)}`]),
  ];
  return {
    executionSuccessful: troubles.length === 0,
    toolExecutionNotifications: [
      ...[...take(troubles, MOST_TROUBLES)].map(describeTrouble),
      ...told.map((text) => ({ level: 'warning', message: { text } })),
    ],
  };
}

function describeTrouble({ path, reason }: Trouble): object {
  return {
    level: 'error',
    message: { text: escapeSarif(reason) },
    locations: [{ physicalLocation: { artifactLocation: locateDump(path) } }],
  };
}

function describeResult(finding: Finding, lines: Lines): object {
  const { rule, level, fingerprint, kind, id, copy, origin, relation, coverage, forwardedFrom } = finding;
  const link = `[${escapeSarif(tellPlace(origin))}](1)`;
  return {
    ruleId: rule,
    ruleIndex: findingRules.indexOf(rule),
    level,
    message: { text: tellFinding(finding, { show: escapeSarif, origin: link }) },
    locations: [{ physicalLocation: locate(copy, lines) }],
    relatedLocations: [{ id: 1, message: { text: 'Origin' }, physicalLocation: locate(origin, lines) }],
    partialFingerprints: {
      primaryLocationLineHash: lineOf(copy, copy.lines[0], lines)?.hash ?? `${fingerprint}:1`,
      'repostedFinding/v1': fingerprint,
    },
    properties: { [kind]: id, relation, coverage, forwardedFrom, source: copy.source, date: copy.date },
  };
}

function locate(place: PostPlace, lines: Lines): object {
  const [startLine, endLine] = place.lines;
  const last = lineOf(place, endLine, lines);
  // Without an end, a region reaches to the end of its last line.
  const end = last === undefined ? {} : { endColumn: last.units + 1 };
  return { artifactLocation: locateDump(place.dump), region: { startLine, startColumn: 1, endLine, ...end } };
}

function lineOf({ dump }: PostPlace, line: number, lines: Lines): DumpLine | undefined {
  return lines.get(dump)?.get(line);
}

/** Each dump is read once for all its results. */
function readLines(report: Report, findings: readonly Finding[]): Lines {
  const wanted = new Map<string, Set<number>>();
  for (const { copy, origin } of findings) {
    for (const { dump, lines } of [copy, origin]) {
      const of = wanted.get(dump) ?? new Set();
      wanted.set(dump, of.add(lines[0]).add(lines[1]));
    }
  }
  return new Map([...wanted].map(([dump, lines]) => [dump, report.readLines(dump, lines)]));
}
