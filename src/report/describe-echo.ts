/** A post printed twice → a block of kind `echo`: an artefact of the extractor, with the lines of both prints. */
import { rungs } from '../model.js';
import { type BlockWords, fingerprintBytes, textOfRows } from './describe-block.js';
import type { BlockReport } from './report.js';

/** Describes the echo of `post`. Its rung is that of the lines both prints have. */
export function describeEcho(words: BlockWords, post: number): BlockReport {
  const { lookup } = words;
  const { posts, lines } = lookup.analysis;
  const { table } = posts;
  const dump = table.dump[post] ?? 0;
  const title = posts.paragraphs.row[table.firstParagraph[post] ?? 0] ?? 0;
  const start = posts.dumps[dump]?.echoKind === 'tail' ? title + 1 : title;
  const echoRow = table.echoRow[post] ?? 0;
  const first = textOfRows(lookup, rowsBetween(start, echoRow), dump);
  const rows = rowsBetween(echoRow, table.echoEnd[post] ?? 0);
  const second = textOfRows(lookup, rows, dump);
  const place = {
    ...lookup.placeOf(post),
    source: lookup.sourceOf(post),
    date: lookup.dateOf(post),
    forwardedFrom: lookup.forwardedFrom(post),
  };
  return {
    id: words.hashHex(fingerprintBytes(rows, lines)),
    kind: 'echo',
    rung: first.text === second.text ? 'exact' : (words.lowestRung([first.text, second.text]) ?? rungs[4]),
    paragraphs: rows.length,
    ...second,
    occurrences: [
      { ...place, ...lookup.spanOf(start, echoRow), role: 'origin' },
      { ...place, ...lookup.spanOf(echoRow, table.echoEnd[post] ?? 0), role: 'print' },
    ],
  };
}

function rowsBetween(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, at) => from + at);
}
