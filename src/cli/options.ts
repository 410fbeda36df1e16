/** What the user asked for, checked as far as it can be without touching the machine. */
import { defaultSettings } from '../default-settings.js';
import { UserError } from '../errors.js';
import type { FieldNames } from '../formats/format.js';
import { textShapeNamed } from '../formats/formats.js';
import type { Format, Rung, Settings } from '../model.js';

/** Report formats. */
export const reportFormats = ['text', 'json', 'ndjson', 'jsonl'] as const;

/** The options of `scan` and `split`, as commander gives them. */
export interface CutOptions {
  readonly filesFrom?: string;
  readonly inputFormat?: Format;
  readonly postStart?: string;
  readonly postEnd?: string;
  readonly separator?: string;
  readonly onePostPerLine?: boolean;
  readonly forwardPhrase?: readonly string[];
  readonly echoes: 'collapse' | 'keep';
  readonly output?: string;
  readonly quiet?: boolean;
  readonly textField?: string;
  readonly idField?: string;
  readonly dateField?: string;
  readonly sourceField?: string;
  readonly forwardField?: string;
  readonly encoding?: string;
  readonly maxBytes?: number;
  readonly strict?: boolean;
}

/** The options of `scan`. */
export interface ScanCliOptions extends CutOptions {
  readonly format: (typeof reportFormats)[number];
  readonly top: number;
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly color?: boolean;
  readonly hyperlinks: 'auto' | 'always' | 'never';
}

/** A whole number of at least `least`, for commander; `flag` is for the error. */
export function wholeNumber(flag: string, least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= least && /^\d+$/.test(value)) return number;
    throw new UserError(
      `${flag} expects a whole number of at least ${least}, found ${JSON.stringify(value)}`,
    );
  };
}

/** A number of bytes, with a unit or without: `500M`, `2G`; `flag` is for the error. */
export function byteCount(flag: string): (value: string) => number {
  return (value) => {
    const [, digits, unit = ''] = /^(\d+)([KMGT]?)(?:i?B)?$/i.exec(value) ?? [];
    const bytes = Number(digits) * 1024 ** ' KMGT'.indexOf(unit.toUpperCase() || ' ');
    if (digits !== undefined && bytes > 0) return bytes;
    throw new UserError(
      `${flag} expects a number of bytes such as 500M or 2G, found ${JSON.stringify(value)}`,
    );
  };
}

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
  refuseEmpty(options);
  if (options.onePostPerLine === true && options.inputFormat !== undefined) {
    throw new UserError('--one-post-per-line and --input-format exclude each other: give one of them');
  }
  const patterns = [options.postStart, options.postEnd, options.separator].some(
    (pattern) => pattern !== undefined,
  );
  const own = options.onePostPerLine === true ? 'line-text' : patterns ? 'custom-text' : null;
  const format = own ?? textShapeNamed(options.inputFormat ?? null);
  return { ...defaultSettings, echoes: options.echoes, format };
}

/** An empty value is a slip of the shell: a variable that was not set. */
function refuseEmpty(options: CutOptions): void {
  const given = {
    '--post-start': options.postStart,
    '--post-end': options.postEnd,
    '--separator': options.separator,
    '--output': options.output,
    '--text-field': options.textField,
  };
  for (const [flag, value] of Object.entries(given)) {
    if (value === '') throw new UserError(`${flag} expects a value, found an empty one`);
  }
}
