/** The posts at hand that an index may have as the messages that they are. */
import { createSourceFinder } from '../model/known-sources.js';
import { type Analysis, type SeenTable, Skip } from '../model.js';
import type { AskedMessages } from './find-met-again.js';

/**
 * Lists those that have something of what was seen. As between dumps, ids count where a format gives them: of what is not known to
 * be a message, another may have the same. `idOf` gives the id of a post, null where it has none.
 */
export function listMessages(
  { columns, posts, matches, records }: Pick<Analysis, 'columns' | 'posts' | 'matches' | 'records'>,
  { place, isSignature }: Pick<SeenTable, 'place' | 'isSignature'>,
  idOf: (post: number) => string | null,
): AskedMessages {
  const { table } = posts;
  const sourceOf = createSourceFinder(records);
  const paragraph = columns.uint32(0);
  /** By row, the message. */
  const message = columns.uint32(0);
  const listed: { post: number; id: string; paragraphs: number }[] = [];
  const isMessage = (post: number): boolean => {
    const of = table.record.at(post) - 1;
    return of >= 0 && (records.identityLow.at(of) !== 0 || records.identityHigh.at(of) !== 0);
  };
  for (let post = table.firstNew; post < table.rows; post++) {
    const compared = isMessage(post) ? comparedIn(post) : [];
    const id = compared.some((at) => place.at(at) !== 0) ? idOf(post) : null;
    if (id === null) continue;
    for (const at of compared) {
      paragraph.set(paragraph.length, at);
      message.set(message.length, listed.length);
    }
    listed.push({ post, id, paragraphs: compared.length });
  }
  const at = (row: number) => listed[message.at(row)] ?? { post: 0, id: '', paragraphs: 0 };
  return {
    rows: paragraph.length,
    paragraph: (row) => paragraph.at(row),
    post: (row) => at(row).post,
    id: (row) => at(row).id,
    paragraphs: (row) => at(row).paragraphs,
    source: (row) => sourceOf(table.names[table.source.at(at(row).post)] ?? ''),
  };

  function comparedIn(post: number): number[] {
    const compared: number[] = [];
    for (let one = table.firstParagraph.at(post); one < table.firstParagraph.at(post + 1); one++)
      if (matches.skip.at(one) === Skip.none && isSignature.at(one) === 0) compared.push(one);
    return compared;
  }
}
