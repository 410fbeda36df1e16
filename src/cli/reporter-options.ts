/** `--reporter`, `--format` and `--output` → which reports go where, checked as far as it can be without a disk. */
import { UserError } from '../errors.js';
import type { RunFile } from '../read/files/run-files.js';
import { reporterNamed, reporters } from '../report/reporters/reporters.js';
import { closestName } from './closest-name.js';

/** One report that is asked for, and where it goes. */
export interface Wanted extends RunFile {
  /** Of a reporter of the project, else the path of a module. */
  readonly name: string;
}

/** The options that say what is reported. */
export interface ReportOptions {
  readonly format?: string;
  readonly output?: string;
  readonly reporter?: readonly Wanted[];
}

/** For commander: `NAME` or `NAME:FILE`, added to those given before. */
export function addReporter(value: string, before: readonly Wanted[] = []): readonly Wanted[] {
  const colon = value.indexOf(':');
  const name = checkReporter('--reporter', colon < 0 ? value : value.slice(0, colon));
  const path = colon < 0 ? '-' : value.slice(colon + 1);
  if (path === '') {
    throw new UserError(
      `--reporter expects a file after the colon, or - for standard output, found ${JSON.stringify(value)}`,
    );
  }
  return [...before, { name, path, by: `--reporter ${name}` }];
}

/** A `NAME` or `NAME:FILE` with its paths replaced: the file's, and the name's where it is that of a module. */
export function mapReporter(value: string, map: (path: string) => string): string {
  const colon = value.indexOf(':');
  const name = colon < 0 ? value : value.slice(0, colon);
  const path = colon < 0 ? '' : value.slice(colon + 1);
  return `${isModule(name) ? map(name) : name}${colon < 0 ? '' : ':'}${path === '' ? '' : map(path)}`;
}

/** The name, or a {@link UserError} that says what may have been meant. */
export function checkReporter(flag: string, name: string): string {
  if (isModule(name) || reporterNamed(name) !== null) return name;
  const names = reporters.map((reporter) => reporter.name);
  const close = closestName(name, names);
  throw new UserError(
    `${flag} expects one of ${names.join(', ')}, or the path of a module (./mine.mjs), found ${JSON.stringify(name)}${close === null ? '' : `; did you mean ${close}?`}`,
  );
}

/** A path is told from a name by its slash, dot or ending. */
export function isModule(name: string): boolean {
  return /[/\\.]/.test(name);
}

/**
 * Everything that is asked for; beside reports in files, text on standard output. Throws a {@link UserError} where two
 * would go to standard output.
 */
export function wantedReports({ format, output, reporter = [] }: ReportOptions): readonly Wanted[] {
  const isTold = reporter.some(({ path }) => path === '-');
  const main = { name: format ?? 'text', path: output ?? '-', by: '--output' };
  const wanted = [...(isTold && format === undefined && output === undefined ? [] : [main]), ...reporter];
  const [one, other] = wanted.filter(({ path }) => path === '-');
  if (one === undefined || other === undefined) return wanted;
  throw new UserError(
    `Both ${one.name} and ${other.name} would go to standard output: expected one report there at most; give the others a file, as in --reporter ${other.name}:FILE`,
  );
}
