/**
 * Annotations for GitHub Actions, as workflow commands. A runner shows ten of a type and step and drops the rest without
 * a word, so the gravest of each are given, and a notice before them says how many are not.
 */
import type { Trouble } from '../../model.js';
import { escapeCommand, escapeProperty } from '../escape/escape-command.js';
import type { Finding, FindingLevel, PostPlace, Report } from '../report.js';
import { createSequence, type Sequence } from '../sequence.js';
import { ruleWords, tellFinding } from './finding-words.js';
import { count, take } from './text-words.js';

/** Of each type, in one step. */
const MOST = 10;

const commands: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Yields the commands, a line each: what could not be read first, as nobody knows what is in it. */
export function* reportGithub(report: Report): Generator<string> {
  const levels = (['error', 'warning', 'note'] as const).map((level) => ({
    level,
    annotations: annotationsOf(report, level),
  }));
  const isCut = levels.some(({ annotations }) => annotations.length > MOST);
  // What tells of the cut is a notice itself.
  const most = (level: FindingLevel) => (isCut && level === 'note' ? MOST - 1 : MOST);
  if (isCut) {
    const cut = levels.map(({ level, annotations }) =>
      tellCut(annotations.length, most(level), commands[level]),
    );
    yield `::notice title=reposted::${escapeCommand(`GitHub shows ${MOST} annotations of a type; ${cut.filter((part) => part !== '').join(', ')} left out here are in the other reports`)}\n`;
  }
  for (const { level, annotations } of levels) yield* take(annotations, most(level));
}

function annotationsOf(report: Report, level: FindingLevel): Sequence<string> {
  const troubles = level === 'error' ? report.troubles : [];
  const findings = report.findings(level);
  return createSequence(troubles.length + findings.length, function* () {
    for (const trouble of troubles) yield annotateTrouble(trouble);
    for (const finding of findings) yield annotate(finding);
  });
}

function annotateTrouble({ path, reason }: Trouble): string {
  const properties = [...locateFile(path), 'title=Not read'];
  return `::error ${properties.join(',')}::${escapeCommand(reason)}\n`;
}

function tellCut(length: number, most: number, type: string): string {
  return length > most ? count(length - most, `more ${type}`) : '';
}

function annotate(finding: Finding): string {
  const properties = [
    ...locate(finding.copy),
    `title=${escapeProperty(`${ruleWords[finding.rule].name} (${finding.rule})`)}`,
  ];
  return `::${commands[finding.level]} ${properties.join(',')}::${escapeCommand(tellFinding(finding))}\n`;
}

/** Standard input is no file of the checkout, and lines of an archive's member are no lines of the archive. */
function locate({ dump, lines: [first, last] }: PostPlace): string[] {
  const file = locateFile(dump);
  return dump === '-' || dump.includes('!') ? file : [...file, `line=${first}`, `endLine=${last}`];
}

function locateFile(dump: string): string[] {
  const [archive = ''] = dump.split('!');
  return dump === '-' ? [] : [`file=${escapeProperty(archive)}`];
}
