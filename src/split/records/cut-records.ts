/** Records → posts: they come cut, one post each. */
import type { DumpCut, DumpFacts, RecordFacts, RecordTable } from '../../model.js';
import type { PostTableBuilder } from '../post-table.js';
import type { MetMessages } from './met-messages.js';

/**
 * Cuts the dump numbered `dump`. A source that no record names is the dump itself. What is in `met` becomes a post without
 * paragraphs, as its text is there already; null: nothing is.
 */
export function cutRecords(
  records: RecordTable,
  of: {
    facts: DumpFacts;
    found: RecordFacts;
    dump: number;
    builder: PostTableBuilder;
    met: MetMessages | null;
  },
): DumpCut {
  const { facts, found, dump, builder, met } = of;
  const firstPost = builder.posts;
  let sameMessages = 0;
  for (let record = found.firstRecord; record < found.endRecord; record++) {
    const firstRow = records.firstRow.at(record);
    const last = record + 1 === found.endRecord;
    const endRow = last ? facts.endRow : records.firstRow.at(record + 1);
    const isMetAgain = met?.has(record) === true;
    if (isMetAgain) sameMessages += 1;
    else builder.addParagraphs(firstRow, endRow);
    const seconds = records.seconds.at(record);
    builder.addPost(
      { dump, firstRow, endRow, echoRow: 0, echoEnd: 0, record: record + 1, isMetAgain },
      {
        cue: 'record',
        source: records.names[records.source.at(record)] || facts.path,
        author: '',
        date: seconds === 0 ? null : { seconds, utc: records.utc.at(record) === 1 },
        forwardedFrom: records.names[records.forward.at(record)] ?? '',
      },
    );
  }
  return {
    shape: { format: found.format, confidence: 'high', evidence: found.evidence },
    echoKind: null,
    firstPost,
    endPost: builder.posts,
    echoes: 0,
    chrome: 0,
    orphans: 0,
    sameMessages,
  };
}
