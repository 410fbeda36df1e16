/**
 * Annotations for GitHub Actions, as workflow commands. A runner shows ten of a type and step and drops the rest without
 * a word, so the gravest of each are given, and a notice before them says how many are not.
 */
import { escapeMessage, escapeProperty } from '../escape-command.js';
import type { Finding, FindingLevel, FindingPlace, Report } from '../report.js';
import { ruleWords, tellFinding } from './finding-words.js';
import { count, take } from './text-words.js';

/** Of each type, in one step. */
const MOST = 10;

const commands: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Yields the commands, a line each. */
export function* reportGithub(report: Report): Generator<string> {
  const levels = (['error', 'warning', 'note'] as const).map((level) => ({
    level,
    findings: report.findings(level),
  }));
  const isCut = levels.some(({ findings }) => findings.length > MOST);
  // What tells of the cut is a notice itself.
  const most = (level: FindingLevel) => (isCut && level === 'note' ? MOST - 1 : MOST);
  if (isCut) {
    const cut = levels.map(({ level, findings }) => tellCut(findings.length, most(level), commands[level]));
    yield `::notice title=reposted::${escapeMessage(`GitHub shows ${MOST} annotations of a type; ${cut.filter((part) => part !== '').join(', ')} left out here are in the other reports`)}\n`;
  }
  for (const { level, findings } of levels) {
    for (const finding of take(findings, most(level))) yield annotate(finding);
  }
}

function tellCut(length: number, most: number, type: string): string {
  return length > most ? count(length - most, `more ${type}`) : '';
}

function annotate(finding: Finding): string {
  const properties = [
    ...locate(finding.copy),
    `title=${escapeProperty(`${ruleWords[finding.rule].name} (${finding.rule})`)}`,
  ];
  return `::${commands[finding.level]} ${properties.join(',')}::${escapeMessage(tellFinding(finding))}\n`;
}

/** Standard input is no file of the checkout, and lines of an archive's member are no lines of the archive. */
function locate({ dump, lines: [first, last] }: FindingPlace): string[] {
  if (dump === '-') return [];
  const [archive = '', member] = dump.split('!');
  if (member !== undefined) return [`file=${escapeProperty(archive)}`];
  return [`file=${escapeProperty(dump)}`, `line=${first}`, `endLine=${last}`];
}
