/** Every report that is asked for, made of one analysis and written where it should go. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.js';
import { createPieceRing } from '../report/json/piece-memory.js';
import { writeParts } from '../report/json/write-parts.js';
import type { ReportParts } from '../report/long-part.js';
import type { Report } from '../report/report.js';
import type { Reporter, ReporterOptions } from '../report/reporter.js';
import { type NamedReporter, reporterNamed } from '../report/reporters/reporters.js';
import type { Crew } from '../threads/crew.js';
import { acceptCommand } from './accept-command.js';
import type { CheckCliOptions, ScanCliOptions } from './options.js';
import { isModule, type Wanted } from './reporter-options.js';
import { tell } from './tell.js';
import { styleFor } from './terminal.js';
import { writeReport } from './write-report.js';

/** A report that is asked for, with what makes it. */
export interface LoadedReport extends Wanted {
  readonly report: Reporter;
  /** Makes it but for its long lists; null where it makes only all of it. */
  readonly parts: ((report: Report) => ReportParts) | null;
  /** It shows no more than the top of each list. */
  readonly showsTop: boolean;
}

/**
 * Loads the reporters before any dump is read: a slip in their names should not cost a long run. A command that has
 * something else to tell people than a scan gives reporters of its own, by name.
 */
export function loadReports(
  wanted: readonly Wanted[],
  cwd: string,
  own: Readonly<Record<string, NamedReporter['load']>> = {},
): Promise<LoadedReport[]> {
  return Promise.all(
    wanted.map(async (one) => {
      const known = reporterNamed(one.name);
      if (known === null)
        return { ...one, report: await loadModule(one.name, cwd), parts: null, showsTop: false };
      const report = await (own[known.name] ?? known.load)();
      const parts = (await known.loadParts?.()) ?? null;
      return { ...one, report, parts, showsTop: known.showsTop };
    }),
  );
}

/**
 * Writes them one after the other, standard output last: who reads it may leave early. A crew writes what it can. Where one
 * cannot be written the others are; then throws its UserError, of several the last, when the rest is told.
 */
export async function writeReports(
  loaded: readonly LoadedReport[],
  report: Report,
  options: ScanCliOptions & Pick<CheckCliOptions, 'baseline'> & { readonly crew: Crew | null },
): Promise<void> {
  const accept = acceptCommand(process.argv.slice(2), options.baseline);
  const files = loaded.filter(({ path }) => path !== '-');
  let failure: UserError | null = null;
  for (const one of [...files, ...loaded.filter(({ path }) => path === '-')]) {
    const isTerminal = one.path === '-' && process.stdout.isTTY === true;
    const style = await styleFor(options, { isTerminal, columns: process.stdout.columns ?? 0 });
    const told = { top: options.top, style, acceptCommand: accept };
    try {
      await writeReport(piecesOf(one, { report, crew: options.crew, told }), one.path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (failure !== null) tell(failure.message);
      failure = error;
    }
  }
  if (failure !== null) throw failure;
}

function piecesOf(
  { name, report: reporter, parts }: LoadedReport,
  { report, crew, told }: { report: Report; crew: Crew | null; told: ReporterOptions },
): Iterable<string | Uint8Array> | AsyncIterable<Uint8Array> {
  if (parts !== null && crew?.isFree === true) return crew.write(parts(report), report.longLists);
  if (parts !== null) return writeParts(parts(report), report.longLists, createPieceRing(3));
  return isModule(name) ? piecesOfModule(name, () => reporter(report, told)) : reporter(report, told);
}

async function loadModule(path: string, cwd: string): Promise<Reporter> {
  const expected =
    'expected a module whose default export is a function (report, options) => Iterable<string | Uint8Array>';
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(resolve(cwd, path)).href);
  } catch (error) {
    throw new UserError(`The reporter ${path} cannot be loaded: ${expected}, found ${reasonOf(error)}`);
  }
  const { default: reporter } = module;
  if (!isReporter(reporter)) {
    throw new UserError(`The reporter ${path} cannot be used: ${expected}, found ${typeof reporter}`);
  }
  return reporter;
}

/** That it takes a report cannot be seen; what it gives is checked when it does. */
function isReporter(value: unknown): value is Reporter {
  return typeof value === 'function';
}

/** What a reporter of someone else gives, as long as it is text; whatever goes wrong in it is told as its own. */
function* piecesOfModule(path: string, start: () => unknown): Generator<string | Uint8Array> {
  try {
    yield* checkPieces(start(), path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`The reporter ${path} failed: ${traceOf(error)}`);
  }
}

function* checkPieces(pieces: unknown, path: string): Generator<string | Uint8Array> {
  const expected = `The reporter ${path} must give text in pieces (Iterable<string | Uint8Array>)`;
  if (typeof pieces !== 'object' || pieces === null || !isIterable(pieces)) {
    throw new UserError(`${expected}, found ${typeof pieces}`);
  }
  for (const piece of pieces) {
    if (typeof piece !== 'string' && !(piece instanceof Uint8Array))
      throw new UserError(`${expected}, found a piece that is ${typeof piece}`);
    yield piece;
  }
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

/** On one line, as Node lists more than one where a module lacks another. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}

/** The reason, and the line of code that it is about. */
function traceOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frame = frames.find((line) => /^\s+at /.test(line));
  return frame === undefined ? reasonOf(error) : `${reasonOf(error)}, ${frame.trim()}`;
}
