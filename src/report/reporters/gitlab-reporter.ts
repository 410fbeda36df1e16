/** The findings for GitLab's code quality widget: a JSON array, one object a finding. */
import type { Finding, FindingLevel, Report } from '../report.js';
import { showJson } from '../show-json.js';
import { tellFinding } from './finding-words.js';

const severities: Readonly<Record<FindingLevel, string>> = {
  error: 'critical',
  warning: 'major',
  note: 'info',
};

/** Yields the array, the gravest findings first. */
export function* reportGitlab(report: Report): Generator<string> {
  let before = '[\n';
  for (const finding of report.findings()) {
    yield before + showJson(describe(finding));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}

function describe(finding: Finding): object {
  const { rule, fingerprint, level, copy } = finding;
  const [begin, end] = copy.lines;
  return {
    description: tellFinding(finding),
    check_name: rule,
    fingerprint,
    severity: severities[level],
    location: { path: copy.dump === '-' ? 'stdin' : copy.dump, lines: { begin, end } },
  };
}
