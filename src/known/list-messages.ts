/** The posts at hand that an index may have as the messages that they are. */

import { hashWords } from '../model/hash-words.js';
import { createSourceFinder } from '../model/known-sources.js';
import type { Analysis, Column } from '../model.js';
import type { AskedMessages } from './find-met-again.js';

/** Lists those that have something of what was seen at a `place`; `idOf` gives the id of a post, null where it has none. */
export function listMessages(
  of: Pick<Analysis, 'columns' | 'lines' | 'posts' | 'records'>,
  place: Column,
  idOf: (post: number) => string | null,
): AskedMessages {
  const { table } = of.posts;
  const sourceOf = createSourceFinder(of.records);
  const listed = of.columns.uint32(0);
  for (let post = table.firstNew; post < table.rows; post++) {
    if (isAnySeen(post) && hashWords(of, post) !== null) listed.set(listed.length, post);
  }
  return {
    rows: listed.length,
    post: (row) => listed.at(row),
    id: (row) => idOf(listed.at(row)),
    words: (row) => hashWords(of, listed.at(row)),
    source: (row) => sourceOf(table.names[table.source.at(listed.at(row))] ?? ''),
  };

  function isAnySeen(post: number): boolean {
    for (let at = table.firstParagraph.at(post); at < table.firstParagraph.at(post + 1); at++)
      if (place.at(at) !== 0) return true;
    return false;
  }
}
