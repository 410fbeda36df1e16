/** What the user asked for, checked as far as it can be without touching the machine. */
import { UserError } from '../errors.js';
import type { Format, Rung } from '../model.js';
import type { ReportOptions } from './reporter-options.js';

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
  readonly threads?: number;
}

/** The options of `scan`. */
export interface ScanCliOptions extends CutOptions, ReportOptions {
  readonly top: number;
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly against?: string;
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
