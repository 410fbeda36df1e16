// Promises: the real binary, run as a shell runs it: arguments, standard input, environment and folder in; output,
// exit code and signal out. The environment is bare, so that no variable of the machine colours what is tested.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** What the shell would run for `reposted`. */
export const binary = resolve(import.meta.dirname, '../bin/reposted.js');

/** Everything that is seen of a run from outside. */
export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface CliOptions {
  /** Standard input, whole; nothing by default. */
  readonly stdin?: string | Uint8Array;
  /** Beside PATH; nothing by default. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Milliseconds after which the run is killed. */
  readonly timeout?: number;
  /** For Node itself, before the script. */
  readonly nodeFlags?: readonly string[];
}

/** Runs to the end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = startCli(args, options);
  child.stdin.end(options.stdin ?? '');
  return ended(child);
}

/** Starts a run whose standard input stays open until the caller ends it. */
export function startCli(args: readonly string[], options: CliOptions = {}): ChildProcessWithoutNullStreams {
  return startProgram(process.execPath, [...(options.nodeFlags ?? []), binary, ...args], options);
}

/** Starts any program, in the same bare environment. */
export function startProgram(
  program: string,
  args: readonly string[],
  options: CliOptions = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'], ...options.env },
    timeout: options.timeout ?? 50_000,
    killSignal: 'SIGKILL',
  });
  // A program that leaves before it has read all its input is no error of the test.
  child.stdin.on('error', () => {});
  return child;
}

/** What a started run has said when it is over. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<CliRun> {
  const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), closed(child)]);
  return { stdout, stderr, ...end };
}

/** How a started run ended, whoever reads what it says. */
export function closed(child: ChildProcessWithoutNullStreams): Promise<Pick<CliRun, 'code' | 'signal'>> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
}
