/** A post printed twice → a block of kind `echo`: an artefact of the extractor, with the lines of both prints. */
import { fingerprintBytes } from '../../model/fingerprint-bytes.js';
import { fingerprintHex } from '../../model/fingerprint-hex.js';
import { type Rung, rungs } from '../../model.js';
import type { WrittenBlock } from '../report.js';
import { createSequence } from '../sequence.js';
import { type BlockWords, textOfRows } from './describe-block.js';

/** Describes the echo of `post`. Its rung is that of the lines both prints have. */
export function describeEcho(words: BlockWords, post: number): WrittenBlock {
  const { lookup } = words;
  const { posts, lines } = lookup.analysis;
  const { table } = posts;
  const dump = table.dump.at(post);
  const title = posts.paragraphs.row.at(table.firstParagraph.at(post));
  const start = posts.dumps[dump]?.echoKind === 'tail' ? title + 1 : title;
  const echoRow = table.echoRow.at(post);
  const rows = rowsBetween(echoRow, table.echoEnd.at(post));
  const second = textOfRows(lookup, rows, post);
  const place = { ...lookup.placeOf(post), forwardedFrom: lookup.forwardedFrom(post) };
  return {
    id: words.hashHex(fingerprintBytes(rows, lines)),
    kind: 'echo',
    rung: rungOfPrints(words, { dump, start, echoRow, rows }),
    paragraphs: rows.length,
    ...second,
    occurrences: createSequence(2, function* () {
      yield { ...place, ...lookup.spanOf(post, start, echoRow), role: 'origin' };
      yield { ...place, ...lookup.spanOf(post, echoRow, table.echoEnd.at(post)), role: 'print' };
    }),
  };
}

/** The lowest rung at which the lines that both prints have are equal. */
function rungOfPrints(
  { lookup, lowestRung }: BlockWords,
  of: { dump: number; start: number; echoRow: number; rows: readonly number[] },
): Rung {
  const { low, high } = lookup.analysis.lines;
  const keyOf = (row: number) => fingerprintHex(low.at(row), high.at(row));
  const first = new Map(rowsBetween(of.start, of.echoRow).map((row) => [keyOf(row), row]));
  let highest = 0;
  for (const row of of.rows) {
    const twin = first.get(keyOf(row));
    if (twin === undefined) continue;
    const rung = lowestRung([lookup.textOf(of.dump, twin), lookup.textOf(of.dump, row)]);
    if (rung !== null) highest = Math.max(highest, rungs.indexOf(rung));
  }
  return rungs[highest] ?? 'exact';
}

function rowsBetween(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, at) => from + at);
}
