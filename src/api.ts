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
import { findDumps, sizeOfDumps } from './read/find-dumps.js';
import { refuseAbsentFields } from './refuse-absent-fields.js';
import { allBlocks } from './report/listed-blocks.js';
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
export { findDumps } from './read/find-dumps.js';
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

/** What can be set; everything has the default of the command line. */
export interface ScanOptions extends Partial<Pick<Settings, 'minCharacters' | 'rung' | 'echoes'>> {
  /** The name of a text shape or record format; each dump's is detected by default. */
  readonly format?: Format;
  /** Where generic formats have things, where their names do not tell. */
  readonly fields?: FieldNames;
  /** A label of the Encoding Standard; each dump's is detected by default. */
  readonly encoding?: string;
  /** Bytes of one dump, unpacked, beyond which it is not read on. */
  readonly maxBytes?: number;
  /** Bytes of memory to keep to; no bound by default. */
  readonly memory?: number;
  /** Where relative paths start; the working folder by default. */
  readonly cwd?: string;
  /** Tests of a line's text that part posts, and more words for "Forwarded from". */
  readonly cues?: Partial<UserCues>;
}

/**
 * Reads the dumps that `paths` name (files, folders, globs, `-`) and finds what repeats in them. The report reads
 * texts again while its lists are walked: call `close` when done. Rejects with a {@link UserError} for a path
 * that names nothing, for an option that is none, and for a field that no record has.
 */
export async function scan(
  paths: readonly string[],
  options: ScanOptions = {},
): Promise<{ report: Report; close: () => void }> {
  checkScan(paths, options);
  const { cwd = process.cwd(), cues = {}, fields = {}, memory = null } = options;
  const settings = settingsOf(options);
  const dumps = await findDumps(paths, cwd);
  const scanned = await scanDumps(dumps, {
    userCues: userCuesOf(cues),
    format: settings.format,
    fields,
    encoding: settings.encoding,
    maxBytes: settings.maxBytes,
    memory,
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
function settingsOf({ fields = {}, cues = {}, ...options }: ScanOptions): Settings {
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

function userCuesOf({
  start = null,
  end = null,
  separator = null,
  forwardPhrases = [],
}: Partial<UserCues>): UserCues {
  return { start, end, separator, forwardPhrases };
}
