/** What the user asked for, checked as far as it can be without touching the machine. */
import { defaultSettings } from '../default-settings.js';
import { UserError } from '../errors.js';
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

/** The thresholds for the pure stages. */
export function settingsOf(options: ScanCliOptions): Settings {
  return { ...cutSettings(options), minCharacters: options.minCharacters, rung: options.rung };
}

/** The thresholds that cutting needs; the rest at their defaults. */
export function cutSettings(options: CutOptions): Settings {
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
