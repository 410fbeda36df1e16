/** A thread of a crew: verifies blocks, and writes entries of the report, of what another thread found. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMemoryColumns } from '../columns/memory-columns.js';
import { reviveColumns } from '../columns/share-columns.js';
import { createBlockWords, createVerifier } from '../create-block-tools.js';
import { UserError } from '../errors.js';
import { loadHasher } from '../fingerprint/load-hasher.js';
import { openReread } from '../read/again/reread.js';
import { describeLongLists } from '../report/describe/describe-long-lists.js';
import type { LongLists } from '../report/long-lists.js';
import type { Answer, CrewTask, KnowOrder, Order, VerifyOrder, WriteOrder } from './crew-orders.js';
import { verifyRanges } from './verify-ranges.js';
import { createThreadBytes, writeRanges } from './write-ranges.js';

const { thread, texts, rooms, pieces }: CrewTask = workerData;
const reread = openReread(texts);
const hasher = await loadHasher();
const json = createThreadBytes(pieces);
let verified: Pick<VerifyOrder, 'matched' | 'rung'> | null = null;
let lists: LongLists | null = null;

parentPort?.on('message', (order: Order) => {
  try {
    if (order.kind === 'verify') verify(reviveColumns(order));
    else if (order.kind === 'know') know(reviveColumns(order));
    else write(order);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell({ kind: 'refused', message: error.message });
  }
});

function verify({ queue, matched, rung }: VerifyOrder): void {
  verified = { matched, rung };
  const verifier = createVerifier(reread, matched.settings.rung);
  tell({ kind: 'verified', collisions: verifyRanges(queue, { places: matched, rung, verifier }) });
}

function know({ rest, seenBlocks }: KnowOrder): void {
  if (verified === null) throw new Error('Expected an order to verify before one to know the rest');
  const { matched, rung } = verified;
  const analysis = { ...matched, ...rest, columns: createMemoryColumns() };
  lists = describeLongLists(createBlockWords(analysis, { texts: reread, rung, seenBlocks, hasher }));
}

function write({ queue, part }: WriteOrder): void {
  if (lists === null) throw new Error('Expected an order to know what was found before one to write');
  for (const written of writeRanges(queue, { lists, part, thread, rooms, json }))
    tell({ kind: 'piece', written });
}

/** A piece is shared; one that needed memory of its own is moved. */
function tell(answer: Answer): void {
  const bytes = answer.kind === 'piece' ? answer.written.piece?.buffer : undefined;
  parentPort?.postMessage(answer, bytes instanceof ArrayBuffer ? [bytes] : []);
}
