/** What the threads of a crew tell, one after the other, as it comes. */
import type { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import type { Answer } from './crew-orders.js';

/** Messages that have come. */
export interface Inbox {
  /** Whether there is one that was not taken. */
  readonly hasMore: boolean;
  /** Takes the next one of a kind; rejects where a thread has failed, or tells anything else. */
  take<Kind extends Answer['kind']>(kind: Kind): Promise<Extract<Answer, { kind: Kind }>>;
}

/** The inbox of `workers`. */
export function createInbox(workers: readonly Worker[]): Inbox {
  const come: Answer[] = [];
  let failure: Error | null = null;
  let wake = (): void => {};
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  for (const worker of workers) {
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'refused') return fail(new UserError(answer.message));
      come.push(answer);
      wake();
    });
    worker.on('error', (error) => fail(isOutOfMemory(error) ? outOfMemory() : error));
    worker.on('exit', (code) => fail(new Error(`A thread ended with ${code} before it was stopped`)));
  }
  return {
    get hasMore() {
      return come.length > 0 || failure !== null;
    },
    async take(kind) {
      while (come.length === 0 && failure === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (failure !== null) throw failure;
      const answer = come.shift();
      if (!isOf(answer, kind))
        throw new Error(`Expected a thread to tell "${kind}", found "${answer?.kind}"`);
      return answer;
    },
  };
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(): UserError {
  return new UserError('A thread has run out of memory: try --threads 1, or --memory SIZE');
}

function isOf<Kind extends Answer['kind']>(
  answer: Answer | undefined,
  kind: Kind,
): answer is Extract<Answer, { kind: Kind }> {
  return answer?.kind === kind;
}
