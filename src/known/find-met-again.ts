/** Which of the messages at hand an index has in the same words: those are not new, whoever had a part of them before. */
import type { Column, Columns, KnownSource } from '../model.js';
import type { KnownIndex } from './open-known.js';
import { isOtherSource } from './same-source.js';

/** Messages by row: the post, what its source calls it, and its words as `hashWords` has them. */
export interface AskedMessages {
  readonly rows: number;
  readonly post: (row: number) => number;
  readonly id: (row: number) => string | null;
  readonly words: (row: number) => number | null;
  readonly source: (row: number) => KnownSource;
}

/**
 * Gives 1 by post for each whose source has a post by the same id in the same words in one of the dumps of the index that `isCompared`,
 * a condition on `dump`, holds for.
 */
export async function findMetAgain(
  { engine }: KnownIndex,
  columns: Columns,
  { messages, isCompared }: { messages: AskedMessages; isCompared: string },
): Promise<Column> {
  const isMetAgain = columns.uint8(0);
  if (messages.rows === 0) return isMetAgain;
  await engine.run(
    'CREATE TEMP TABLE messages (post UINTEGER, id VARCHAR, words UINTEGER, source VARCHAR, source_id VARCHAR, source_handle VARCHAR)',
  );
  await engine.append({ database: 'temp', table: 'messages' }, messages.rows, [
    { type: 'UINTEGER', at: messages.post },
    { type: 'VARCHAR', at: messages.id },
    { type: 'UINTEGER', at: messages.words },
    { type: 'VARCHAR', at: (row) => messages.source(row).name },
    { type: 'VARCHAR', at: (row) => messages.source(row).id || null },
    { type: 'VARCHAR', at: (row) => messages.source(row).handle || null },
  ]);
  const sql = `SELECT DISTINCT m.post FROM messages m JOIN known.posts k ON k.id = m.id AND k.words = m.words
    WHERE NOT ${isOtherSource('k', 'm', 'source')} AND ${isCompared}`;
  await engine.pieces(sql, (cell, length) => {
    for (let row = 0; row < length; row++) isMetAgain.set(Number(cell(0, row)), 1);
  });
  return isMetAgain;
}
