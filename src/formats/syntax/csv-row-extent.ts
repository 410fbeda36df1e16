/**
 * Where a CSV row ends, without parsing it, strictly by RFC 4180: a quote opens a field only at its beginning, and
 * closes it only before a delimiter or the end of the line. (Parsers that are lenient here swallow every row from a
 * quote that is missing to the end of the dump.)
 */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** One row, or as much of it as there is. */
export interface RowExtent {
  /** `open`: the bytes end inside quotes; `unended`: outside; `damaged`: a quote stands where none can. */
  readonly state: 'whole' | 'open' | 'unended' | 'damaged';
  /** Where the line end stands; for `damaged` where that quote does; the end of the bytes for the others. */
  readonly end: number;
  /** Line ends inside quotes. */
  readonly lineEnds: number;
  readonly columns: number;
}

/** The extent of the row that begins at `start` of `bytes[0, length)`. */
export function rowExtent(bytes: Uint8Array, start: number, length: number, delimiter: number): RowExtent {
  let lineEnds = 0;
  let columns = 1;
  let at = start;
  for (;;) {
    if (bytes[at] === QUOTE && at < length) {
      const close = closingQuote(bytes, at, length);
      lineEnds += countLineEnds(bytes, at, close < 0 ? length : close);
      if (close < 0) return { state: 'open', end: length, lineEnds, columns };
      at = close + 1;
      if (at < length && !endsField(bytes[at] ?? 0, delimiter))
        return { state: 'damaged', end: close, lineEnds, columns };
    }
    while (at < length && bytes[at] !== delimiter && bytes[at] !== LF) at += 1;
    if (at >= length) return { state: 'unended', end: length, lineEnds, columns };
    if (bytes[at] === LF) return { state: 'whole', end: at, lineEnds, columns };
    columns += 1;
    at += 1;
  }
}

/** The quote that closes the one at `open`, -1 where there is none; two in a row are one of the text. */
function closingQuote(bytes: Uint8Array, open: number, length: number): number {
  let at = bytes.indexOf(QUOTE, open + 1);
  while (at >= 0 && at + 1 < length && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at >= length ? -1 : at;
}

function countLineEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}

function endsField(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === LF || byte === CR;
}
