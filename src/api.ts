/**
 * reposted as a library: the stages, typed.
 *
 * ```ts
 * import { scan } from 'reposted';
 *
 * const { report, close } = await scan(['channel.txt']);
 * for (const { id, occurrences } of report.blocks()) {
 *   for (const { dump, lines } of occurrences) console.log(id, `${dump}:${lines[0]}`);
 * }
 * close();
 * ```
 */
import { checkScan } from './check-options.js';
import { defaultSettings } from './default-settings.js';
import type { FieldNames } from './formats/format.js';
import { makeReport } from './make-report.js';
import type { Format, Settings } from './model.js';
import { findDumps, sizeOfDumps } from './read/find/find-dumps.js';
import { refuseAbsentFields } from './refuse-absent-fields.js';
import { allBlocks } from './report/describe/listed-blocks.js';
import type { Report } from './report/report.js';
import { scanDumps } from './scan-dumps.js';
import type { UserCues } from './split/cues/read-cue.js';

// The stages, in order; `scan` below is all of them.
export { analyze } from './analyze.js';
export { clusterPosts } from './cluster/cluster-posts.js';
export { defaultSettings } from './default-settings.js';
export { UserError } from './errors.js';
export { fingerprintText } from './fingerprint-text.js';
export { makeReport } from './make-report.js';
export { matchParagraphs } from './match/match-paragraphs.js';
export type * from './model.js';
export { lowestRung } from './normalize/lowest-rung.js';
export { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
export { findDumps } from './read/find/find-dumps.js';
export type * from './report/report.js';
export type { Reporter, ReporterOptions } from './report/reporter.js';
export { reportJson } from './report/reporters/json-reporter.js';
export { reportNdjson } from './report/reporters/ndjson-reporter.js';
export { type NamedReporter, reporterNamed, reporters } from './report/reporters/reporters.js';
export { reportSplit } from './report/reporters/split-reporter.js';
export { plainStyle, type Style } from './report/style.js';
export { scanDumps } from './scan-dumps.js';
export type { UserCues } from './split/cues/read-cue.js';
export { cutPosts } from './split/cut-posts.js';

/** Everything may be left out: what is null or undefined is not given. */
type Optional<T> = { readonly [Name in keyof T]?: T[Name] | null | undefined };

/** What can be set; what is not given has the default of the command line. */
export interface ScanOptions extends Optional<Pick<Settings, 'minCharacters' | 'rung' | 'echoes'>> {
  /** The name of a text shape or record format; each dump's is detected by default. */
  readonly format?: Format | null | undefined;
  /** Where generic formats have things, where their names do not tell. */
  readonly fields?: Optional<FieldNames> | null | undefined;
  /** A label of the Encoding Standard; each dump's is detected by default. */
  readonly encoding?: string | null | undefined;
  /** Bytes of one dump, unpacked, beyond which it is not read on. */
  readonly maxBytes?: number | null | undefined;
  /** Bytes of memory to keep to; no bound by default. */
  readonly memory?: number | null | undefined;
  /** Where relative paths start; the working folder by default. */
  readonly cwd?: string | null | undefined;
  /** Tests of a line's text that part posts, and more words for "Forwarded from". */
  readonly cues?: Optional<UserCues> | null | undefined;
}

/**
 * Reads the dumps that `paths` name (files, folders, globs, `-`) and finds what repeats in them. The report reads
 * texts again while its lists are walked: call `close` when done. What names nothing, or cannot be read, is told in
 * `report.troubles`, and the rest is reported. Rejects with a {@link UserError} where all paths name nothing, for an
 * option that is none, and for a field that no record has.
 */
export async function scan(
  paths: readonly string[],
  options: ScanOptions = {},
): Promise<{ report: Report; close: () => void }> {
  checkScan(paths, options);
  const settings = settingsOf(options);
  const fields = fieldsOf(options.fields ?? {});
  const dumps = await findDumps(paths, options.cwd ?? process.cwd());
  const scanned = await scanDumps(dumps, {
    userCues: userCuesOf(options.cues ?? {}),
    format: settings.format,
    fields,
    encoding: settings.encoding,
    maxBytes: settings.maxBytes,
    memory: options.memory ?? null,
    expectedBytes: await sizeOfDumps(dumps),
    onBytes: () => {},
  });
  const { close } = scanned.reading;
  try {
    refuseAbsentFields(scanned.reading.facts, { fields, optionOf: (what) => `The option fields.${what}` });
    return { report: makeReport(scanned, settings, allBlocks), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What is not given is as on the command line. */
function settingsOf(options: ScanOptions): Settings {
  const fields = options.fields ?? {};
  const cues = options.cues ?? {};
  return {
    minCharacters: options.minCharacters ?? defaultSettings.minCharacters,
    rung: options.rung ?? defaultSettings.rung,
    echoes: options.echoes ?? defaultSettings.echoes,
    format: options.format ?? null,
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
    textField: fields.text ?? null,
    idField: fields.id ?? null,
    dateField: fields.date ?? null,
    sourceField: fields.source ?? null,
    forwardField: fields.forward ?? null,
    postStart: cues.start?.toString() ?? null,
    postEnd: cues.end?.toString() ?? null,
    separator: cues.separator?.toString() ?? null,
    forwardPhrases: cues.forwardPhrases ?? [],
  };
}

function fieldsOf({ text, id, date, source, forward }: Optional<FieldNames>): FieldNames {
  return {
    text: text ?? undefined,
    id: id ?? undefined,
    date: date ?? undefined,
    source: source ?? undefined,
    forward: forward ?? undefined,
  };
}

function userCuesOf({ start, end, separator, forwardPhrases }: Optional<UserCues>): UserCues {
  return {
    start: start ?? null,
    end: end ?? null,
    separator: separator ?? null,
    forwardPhrases: forwardPhrases ?? [],
  };
}
