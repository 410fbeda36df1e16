/** `--reporter`, `--format` and `--output` → which reports go where, checked as far as it can be without a disk. */
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { reporterNamed, reporters } from '../report/reporters/reporters.js';
import { closestName } from './closest-name.js';

/** One report that is asked for. */
export interface Wanted {
  /** Of a reporter of the project, else the path of a module. */
  readonly name: string;
  /** Null is standard output. */
  readonly file: string | null;
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
  const file = colon < 0 ? '-' : value.slice(colon + 1);
  if (file === '') {
    throw new UserError(
      `--reporter expects a file after the colon, or - for standard output, found ${JSON.stringify(value)}`,
    );
  }
  return [...before, { name, file: file === '-' ? null : file }];
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

/** Everything that is asked for; text on standard output where nothing is. Two reports in one place are refused. */
export function wantedReports(
  { format, output, reporter = [] }: ReportOptions,
  cwd: string,
): readonly Wanted[] {
  const plain = format === undefined && output === undefined && reporter.length > 0;
  const named = [...(plain ? [] : [{ name: format ?? 'text', file: output ?? null }]), ...reporter];
  const placed = new Map<string | null, Wanted>();
  for (const wanted of named) {
    const place = wanted.file === null ? null : resolve(cwd, wanted.file);
    const other = placed.get(place);
    if (other !== undefined) throw new UserError(tellClash(other, wanted));
    placed.set(place, wanted);
  }
  return named;
}

function tellClash(one: Wanted, other: Wanted): string {
  if (one.file === null) {
    return `Both ${one.name} and ${other.name} would go to standard output: expected one report there at most; give the others a file, as in --reporter ${other.name}:FILE`;
  }
  return `Both ${one.name} and ${other.name} would be written to ${one.file}: expected one report a file (--format and --output ask for one, each --reporter for another)`;
}
