/**
 * The findings as tests, for servers that show nothing else: each dump is a test that passes, each finding one that fails
 * where it is a warning or worse. So a clean run is a report of passed tests, not an empty one. A dump that could not be
 * read as it was asked for is a test that could not be run.
 */
import { escapeXml } from '../escape/escape-xml.js';
import type { DumpReport, Finding, LeftOut, Report } from '../report.js';
import { ruleWords, tellFinding } from './finding-words.js';
import { count, tellPlace } from './text-words.js';

/** Yields the XML: one suite, its dumps first. */
export function* reportJunit(report: Report): Generator<string> {
  const failures = report.findings('error').length + report.findings('warning').length;
  const errors = errorsOf(report);
  const skipped = report.leftOut.filter(({ isTrouble }) => !isTrouble).length;
  const tests = report.dumps.length + report.leftOut.length + report.findings().length;
  const totals = `name="reposted" tests="${tests}" failures="${failures}" errors="${errors.size}"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites ${totals}>\n<testsuite ${totals} skipped="${skipped}" time="0">\n`;
  for (const dump of report.dumps) yield showDump(dump, errors.get(dump.path));
  for (const left of report.leftOut) yield showLeftOut(left, errors.get(left.path));
  for (const finding of report.findings()) yield showFinding(finding);
  yield '</testsuite>\n</testsuites>\n';
}

/** What went wrong, by the path of a dump. */
function errorsOf({ troubles }: Report): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const { path, reason } of troubles) {
    const before = errors.get(path);
    errors.set(path, before === undefined ? reason : `${before}; ${reason}`);
  }
  return errors;
}

function showDump({ path, format, posts }: DumpReport, error: string | undefined): string {
  const name = `${path}: read as ${format}, ${count(posts, 'post')}`;
  return showTest(name, error === undefined ? '' : showError(error));
}

function showLeftOut({ path, reason }: LeftOut, error: string | undefined): string {
  return showTest(path, error === undefined ? `<skipped message="${escapeXml(reason)}"/>` : showError(error));
}

function showTest(name: string, outcome: string): string {
  return `<testcase classname="reposted.dump" name="${escapeXml(name)}" time="0">${outcome}</testcase>\n`;
}

function showError(reason: string): string {
  return `<error type="unread" message="${escapeXml(reason)}"/>`;
}

function showFinding(finding: Finding): string {
  const { rule, fingerprint, level, copy } = finding;
  const place = tellPlace(copy);
  const name = escapeXml(`${ruleWords[rule].name}: ${place} [${fingerprint}]`);
  const told = escapeXml(tellFinding(finding));
  const outcome =
    level === 'note'
      ? `<system-out>${told}</system-out>`
      : `<failure type="${rule}" message="${told}">${escapeXml(place)}</failure>`;
  return `<testcase classname="reposted.${rule}" name="${name}" time="0">${outcome}</testcase>\n`;
}
