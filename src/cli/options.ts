/** What the user asked for, checked as far as it can be without touching the machine. */
import type { Acceptance } from '../check/policies.js';
import { UserError } from '../errors.js';
import type { Format, Rung } from '../model.js';
import type { EffectiveSetting } from './config/configure.js';
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
  readonly memory?: number;
  /** Globs of dumps to leave out. */
  readonly ignore?: readonly string[];
  readonly printConfig?: boolean;
  /** Where the configuration is and what it says: see configure.ts. */
  readonly configFolder?: string | null;
  readonly configPath?: string | null;
  readonly effective?: Readonly<Record<string, EffectiveSetting>>;
}

/** The options of `scan`. */
export interface ScanCliOptions extends CutOptions, ReportOptions {
  readonly top: number;
  readonly minCharacters: number;
  readonly rung: Rung;
  readonly color?: boolean;
  readonly hyperlinks: 'auto' | 'always' | 'never';
  readonly against?: readonly string[];
  readonly failOn?: (typeof failures)[number];
  readonly accept?: readonly Acceptance[];
}

/** What `scan --fail-on` may be told. */
export const failures = ['none', 'uncredited', 'any'] as const;

/** The options of `check` and `audit`. */
export interface CheckCliOptions extends Omit<ScanCliOptions, 'failOn'> {
  readonly maxUncredited?: number;
  readonly maxBlocks?: number;
  /** 0 to 1. */
  readonly maxRepeated?: number;
  readonly blocklist?: string;
  readonly failLength?: number;
  readonly failStale?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly prune?: boolean;
}

/** A whole number of at least `least` and, where there is a bound, at most `most`, for commander; `flag` is for the error. */
export function wholeNumber(
  flag: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): (value: string) => number {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return (value) => {
    const number = Number(value);
    if (number >= least && number <= most && /^\d+$/.test(value)) return number;
    throw new UserError(`${flag} expects a whole number ${bounds}, found ${JSON.stringify(value)}`);
  };
}

/** A number of bytes of at least `least`, with a unit or without: `500M`, `2G`; `flag` is for the error. */
export function byteCount(flag: string, least = 1): (value: string) => number {
  const bound = least === 1 ? '' : ` of at least ${least / 1024 ** 2}M,`;
  return (value) => {
    const [, digits, unit = ''] = /^(\d+)([KMGT]?)(?:i?B)?$/i.exec(value) ?? [];
    const bytes = Number(digits) * 1024 ** ' KMGT'.indexOf(unit.toUpperCase() || ' ');
    if (digits !== undefined && bytes >= least) return bytes;
    throw new UserError(
      `${flag} expects a number of bytes${bound} such as 500M or 2G, found ${JSON.stringify(value)}`,
    );
  };
}

/** A share as `5%` or as a fraction, 0 to 1; `flag` is for the error. */
export function share(flag: string): (value: string) => number {
  return (value) => {
    const [, digits, sign] = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(value.trim()) ?? [];
    const number = Number(digits) / (sign === '%' ? 100 : 1);
    if (digits !== undefined && number <= 1) return number;
    throw new UserError(
      `${flag} expects a share from 0 to 100 %, such as 5% or 0.05, found ${JSON.stringify(value)}`,
    );
  };
}
