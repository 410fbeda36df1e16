/** What the terminal can do: colour and links for the report, a line of progress for the wait. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Style } from '../report/style.js';
import { plainStyle } from '../report/style.js';

/** What is known of the way out. */
export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number;
}

const PIPED_WIDTH = 100;

/** Flag, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether it is a terminal. */
function wantsColor(flag: boolean | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return env['TERM'] !== 'dumb' && isTerminal;
}

/** The dress of a text report. chalk does not know NO_COLOR, so it is told the level. */
export async function styleFor(
  options: { color?: boolean | undefined; hyperlinks: 'auto' | 'always' | 'never' },
  output: Output,
): Promise<Style> {
  const width = output.isTerminal ? Math.max(40, output.columns) : PIPED_WIDTH;
  const plain = plainStyle(width);
  const link = (await wantsLinks(options.hyperlinks, output)) ? linkTo : plain.link;
  if (!wantsColor(options.color, process.env, output.isTerminal)) return { ...plain, link };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { width, link, heading: chalk.bold, faint: chalk.dim, good: chalk.green, bad: chalk.yellow };
}

async function wantsLinks(flag: 'auto' | 'always' | 'never', output: Output): Promise<boolean> {
  if (flag !== 'auto') return flag === 'always';
  if (!output.isTerminal || process.env['TERM'] === 'dumb') return false;
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks(process.stdout);
}

/** OSC 8; the URL is percent-encoded, so nothing in a file's name can end the sequence. */
function linkTo(text: string, path: string, line: number): string {
  const url = pathToFileURL(resolve(path));
  url.hash = `L${line}`;
  return `\u001b]8;;${url.href}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** Tells how far reading is, on a terminal only, once it has taken a second. */
export interface Progress {
  add(bytes: number): void;
  clear(): void;
}

const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

/** `total` bytes are expected, or it is not known. Only a person at a terminal waits. */
export function createProgress({ quiet }: { readonly quiet?: boolean }, total: number | null): Progress {
  const isWanted = process.stderr.isTTY === true && quiet !== true && process.env['CI'] === undefined;
  let read = 0;
  let drawn = false;
  let next = Date.now() + PATIENCE_MS;
  return {
    add(bytes) {
      read += bytes;
      if (!isWanted || Date.now() < next) return;
      next = Date.now() + REDRAW_MS;
      drawn = true;
      const share =
        total === null || total === 0 ? '' : ` (${Math.min(100, Math.floor((100 * read) / total))} %)`;
      process.stderr.write(`\r\u001b[Kreading: ${Math.floor(read / 1e6)} MB${share}`);
    },
    clear() {
      if (drawn) process.stderr.write('\r\u001b[K');
      drawn = false;
    },
  };
}
