/** The findings for GitLab's code quality widget: a JSON array, one object a finding or a dump that could not be read. */
import type { Trouble } from '../../model.js';
import { escapeText } from '../escape/escape-text.js';
import { showJson } from '../escape/show-json.js';
import type { Finding, FindingLevel, Report } from '../report.js';
import { tellFinding } from './finding-words.js';

const severities: Readonly<Record<FindingLevel, string>> = {
  error: 'critical',
  warning: 'major',
  note: 'info',
};

/** Yields the array: what could not be read, then the gravest findings first. */
export function* reportGitlab(report: Report): Generator<string> {
  let before = '[\n';
  for (const entry of entriesOf(report)) {
    yield before + showJson(entry);
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}

function* entriesOf(report: Report): Generator<object> {
  for (const trouble of report.troubles) yield describeTrouble(trouble);
  for (const finding of report.findings()) yield describe(finding);
}

function describeTrouble({ path, reason }: Trouble): object {
  return {
    description: escapeText(reason),
    check_name: 'not-read',
    fingerprint: `not-read ${path}`,
    severity: 'blocker',
    location: { path: pathOf(path), lines: { begin: 1 } },
  };
}

function pathOf(dump: string): string {
  return dump === '-' ? 'stdin' : dump;
}

function describe(finding: Finding): object {
  const { rule, fingerprint, level, copy } = finding;
  const [begin, end] = copy.lines;
  return {
    description: tellFinding(finding),
    check_name: rule,
    fingerprint,
    severity: severities[level],
    location: { path: pathOf(copy.dump), lines: { begin, end } },
  };
}
