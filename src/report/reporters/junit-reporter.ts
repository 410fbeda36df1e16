/**
 * The findings as tests, for servers that show nothing else: each dump is a test that passes, each finding one that fails
 * where it is a warning or worse. So a clean run is a report of passed tests, not an empty one.
 */
import { escapeXml } from '../escape-xml.js';
import type { DumpReport, Finding, LeftOut, Report } from '../report.js';
import { ruleWords, tellFinding, tellPlace } from './finding-words.js';
import { count } from './text-words.js';

/** Yields the XML: one suite, its dumps first. */
export function* reportJunit(report: Report): Generator<string> {
  const failures = report.findings('error').length + report.findings('warning').length;
  const skipped = report.leftOut.length;
  const tests = report.dumps.length + skipped + report.findings().length;
  const totals = `name="reposted" tests="${tests}" failures="${failures}" errors="0"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites ${totals}>\n<testsuite ${totals} skipped="${skipped}" time="0">\n`;
  for (const dump of report.dumps) yield showDump(dump);
  for (const left of report.leftOut) yield showLeftOut(left);
  for (const finding of report.findings()) yield showFinding(finding);
  yield '</testsuite>\n</testsuites>\n';
}

function showDump({ path, format, posts }: DumpReport): string {
  const name = `${path}: read as ${format}, ${count(posts, 'post')}`;
  return `<testcase classname="reposted.dump" name="${escapeXml(name)}" time="0"/>\n`;
}

function showLeftOut({ path, reason }: LeftOut): string {
  const open = `<testcase classname="reposted.dump" name="${escapeXml(path)}" time="0">`;
  return `${open}<skipped message="${escapeXml(reason)}"/></testcase>\n`;
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
