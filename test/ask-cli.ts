// Promises: what the built program says of a command, from a process that has it loaded: a start takes longer than most
// commands. For what it says and does with files; what is about the process itself (its start and end, streams, signals,
// environment, memory) takes the real binary, `runCli`.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { CliOptions, CliRun } from './run-cli.js';

/** A message to the process. */
export interface Asked {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly stdin: string | Uint8Array;
}

/** What is seen of a run. */
export type Answer = Omit<CliRun, 'signal'>;

interface Measured {
  readonly answer: Answer;
  /** Of processors, that it took. */
  readonly milliseconds: number;
}

type Own = 'cwd' | 'stdin';

/** What only a process of its own can have is refused. */
export type AskOptions = Pick<CliOptions, Own> & {
  readonly [Name in Exclude<keyof CliOptions, Own>]?: never;
};

/** One for each worker of the tests, from the first command on. */
let host: Host | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Runs to the end, after the commands before it. */
export async function askCli(args: readonly string[], options: AskOptions = {}): Promise<Answer> {
  return (await measureCli(args, options)).answer;
}

/** The same, with what it took. */
export function measureCli(
  args: readonly string[],
  { cwd = process.cwd(), stdin = '' }: AskOptions = {},
): Promise<Measured> {
  const measured = last.then(() => ask({ args, cwd, stdin }));
  last = measured.catch(() => {});
  return measured;
}

async function ask(asked: Asked): Promise<Measured> {
  host ??= startHost();
  const { child, gone } = host;
  child.send(asked);
  const killing = setTimeout(() => child.kill('SIGKILL'), 50_000);
  try {
    const [measured] = await once(child, 'message', { signal: gone });
    return measured;
  } catch (error) {
    // The next command gets another.
    host = null;
    throw error;
  } finally {
    clearTimeout(killing);
  }
}

interface Host {
  readonly child: ChildProcess;
  /** Aborted when the process has ended. */
  readonly gone: AbortSignal;
}

/** Ends with the worker that started it. */
function startHost(): Host {
  const child = fork(resolve(import.meta.dirname, 'ask-cli-host.js'), {
    env: { PATH: process.env['PATH'] },
    execArgv: [],
    // As in `runCli`: no terminal and no file.
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ending = new AbortController();
  child.on('exit', () => ending.abort(new Error('The program has ended its process')));
  return { child, gone: ending.signal };
}
