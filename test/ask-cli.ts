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

type Own = 'cwd' | 'stdin';

/** What only a process of its own can have is refused. */
export type AskOptions = Pick<CliOptions, Own> & {
  readonly [Name in Exclude<keyof CliOptions, Own>]?: never;
};

/** One for each worker of the tests, from the first command on. */
let host: ChildProcess | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Runs to the end, after the commands before it. */
export function askCli(
  args: readonly string[],
  { cwd = process.cwd(), stdin = '' }: AskOptions = {},
): Promise<Answer> {
  const answer = last.then(() => ask({ args, cwd, stdin }));
  last = answer.catch(() => {});
  return answer;
}

async function ask(asked: Asked): Promise<Answer> {
  host ??= startHost();
  host.send(asked);
  const [answer] = await once(host, 'message');
  return answer;
}

/** Ends with the worker that started it. */
function startHost(): ChildProcess {
  const started = fork(resolve(import.meta.dirname, 'ask-cli-host.js'), {
    env: { PATH: process.env['PATH'] },
    execArgv: [],
    // As in `runCli`: no terminal and no file.
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  started.on('exit', (code) =>
    started.emit('error', new Error(`The program has ended its process: ${code}`)),
  );
  return started;
}
