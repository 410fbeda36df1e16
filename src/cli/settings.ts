/** Options → what the stages are told. */
import { availableParallelism } from 'node:os';
import { defaultSettings } from '../default-settings.js';
import { UserError } from '../errors.js';
import type { FieldNames } from '../formats/format.js';
import { checkedFormat } from '../formats/formats.js';
import type { Format, Settings, Told } from '../model.js';
import type { CutOptions, ScanCliOptions } from './options.js';

/** Where generic formats have things, as the user says. */
export function fieldsOf(options: CutOptions): FieldNames {
  const {
    textField: text,
    idField: id,
    dateField: date,
    sourceField: source,
    forwardField: forward,
  } = options;
  return { text, id, date, source, forward };
}

/** The thresholds for the pure stages. */
export function settingsOf(options: ScanCliOptions): Settings {
  return { ...cutSettings(options), minCharacters: options.minCharacters, rung: options.rung };
}

/** The thresholds that cutting needs; the rest at their defaults. */
export function cutSettings(options: CutOptions): Settings {
  const { echoes } = options;
  return { ...defaultSettings, ...toldBy(options), echoes, format: checkedFormat(inputFormatOf(options)) };
}

/** What the user said of reading and cutting. */
function toldBy(options: CutOptions): Told {
  return {
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
    textField: options.textField ?? null,
    idField: options.idField ?? null,
    dateField: options.dateField ?? null,
    sourceField: options.sourceField ?? null,
    forwardField: options.forwardField ?? null,
    postStart: options.postStart ?? null,
    postEnd: options.postEnd ?? null,
    separator: options.separator ?? null,
    forwardPhrases: options.forwardPhrase ?? [],
  };
}

/** More threads than these wait for the one that puts things together. */
const MOST_THREADS = 4;

/** How many threads to use. */
export function threadsOf({ threads }: CutOptions): number {
  return threads ?? Math.min(MOST_THREADS, availableParallelism());
}

/** What the dumps are to be taken for; null: each is detected. The user's own boundaries are for text. */
export function inputFormatOf(options: CutOptions): Format | null {
  refuseEmpty(options);
  if (options.onePostPerLine === true && options.inputFormat !== undefined) {
    throw new UserError('--one-post-per-line and --input-format exclude each other: give one of them');
  }
  if (options.onePostPerLine === true) return 'line-text';
  if (options.inputFormat !== undefined) return options.inputFormat;
  const patterns = [options.postStart, options.postEnd, options.separator];
  return patterns.some((pattern) => pattern !== undefined) ? 'custom-text' : null;
}

/** An empty value is a slip of the shell: a variable that was not set. */
function refuseEmpty(options: CutOptions): void {
  const given = {
    '--post-start': options.postStart,
    '--post-end': options.postEnd,
    '--separator': options.separator,
    '--output': options.output,
    '--text-field': options.textField,
    '--id-field': options.idField,
    '--date-field': options.dateField,
    '--source-field': options.sourceField,
    '--forward-field': options.forwardField,
  };
  for (const [flag, value] of Object.entries(given)) {
    if (value === '') throw new UserError(`${flag} expects a value, found an empty one`);
  }
}
