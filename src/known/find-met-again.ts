/** Which of the messages at hand an index has in the same words: those are not new, whoever had a part of them before. */
import type { Column, Columns, KnownSource } from '../model.js';
import type { KnownIndex } from './open-known.js';
import { isOtherSource } from './same-source.js';

/** Messages, a row for each of their paragraphs that is looked up and is no signature in the index. */
export interface AskedMessages {
  readonly rows: number;
  readonly paragraph: (row: number) => number;
  /** The post, what it is called by its source, how many rows it has, and its source. */
  readonly post: (row: number) => number;
  readonly id: (row: number) => string;
  readonly paragraphs: (row: number) => number;
  readonly source: (row: number) => KnownSource;
}

/**
 * Gives 1 by post for each that has all its paragraphs from one known post of its source, by the same id. Of what a source has
 * posted several times in one dump, the index knows the first post alone. The tables `asked` and `found` are those of the lookup.
 */
export async function findMetAgain(
  { engine }: KnownIndex,
  columns: Columns,
  messages: AskedMessages,
): Promise<Column> {
  const isMetAgain = columns.uint8(0);
  if (messages.rows === 0) return isMetAgain;
  const { rows, source } = messages;
  await engine.run(
    'CREATE TEMP TABLE messages (paragraph UINTEGER, post UINTEGER, id VARCHAR, paragraphs UINTEGER, source VARCHAR, source_id VARCHAR, source_handle VARCHAR)',
  );
  await engine.append({ database: 'temp', table: 'messages' }, rows, [
    { type: 'UINTEGER', at: messages.paragraph },
    { type: 'UINTEGER', at: messages.post },
    { type: 'VARCHAR', at: messages.id },
    { type: 'UINTEGER', at: messages.paragraphs },
    { type: 'VARCHAR', at: (row) => source(row).name },
    { type: 'VARCHAR', at: (row) => source(row).id || null },
    { type: 'VARCHAR', at: (row) => source(row).handle || null },
  ]);
  const sql = `
    SELECT m.post FROM messages m JOIN asked USING (paragraph) JOIN found f USING (fingerprint, weight)
      JOIN known.posts k ON k.dump = f.dump AND k.post = f.post AND k.id = m.id AND NOT ${isOtherSource('k', 'm', 'source')}
    GROUP BY m.post, m.paragraphs, f.dump, f.post HAVING count(*) = m.paragraphs`;
  await engine.pieces(sql, (cell, length) => {
    for (let row = 0; row < length; row++) isMetAgain.set(Number(cell(0, row)), 1);
  });
  return isMetAgain;
}
