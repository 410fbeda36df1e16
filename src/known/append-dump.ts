/** A dump's columns → rows of the draft. */
import type { Cell, Engine } from './engine.js';
import { createFingerprints } from './fingerprints.js';
import type { KnownTexts } from './known-dump.js';
import type { ListedDump } from './list-dumps.js';
import { type Columns, dumpColumns, paragraphColumns, postColumns } from './tables.js';

/** Appends what `dump` brings to the database `draft`. */
export async function appendDump(engine: Engine, dump: ListedDump, texts: KnownTexts): Promise<void> {
  const number = dump.dump;
  const fingerprint = createFingerprints(texts.low, texts.high);
  await appendRows(engine, 'paragraphs', {
    columns: paragraphColumns,
    rows: texts.rows,
    values: [
      fingerprint,
      texts.weight,
      () => number,
      texts.post,
      texts.line,
      (row) => texts.occurrences.at(row),
      (row) => texts.posts.at(row),
      (row) => texts.forwards.at(row),
      texts.isSignature,
    ],
  });
  const { places } = texts;
  await appendRows(engine, 'posts', {
    columns: postColumns,
    rows: places.rows,
    values: [
      () => number,
      places.post,
      (row) => places.firstLine.at(row),
      (row) => places.lastLine.at(row),
      (row) => places.ids[row] ?? null,
      (row) => BigInt(places.seconds(row)),
      places.utc,
      (row) => places.source(row).name,
      (row) => places.source(row).id || null,
      (row) => places.source(row).handle || null,
      (row) => places.forwardedFrom(row)?.name ?? null,
      (row) => places.forwardedFrom(row)?.id || null,
      (row) => places.forwardedFrom(row)?.handle || null,
      places.words,
    ],
  });
  const { path, xxh64, cut, format, posts, paragraphs, fingerprints } = dump;
  const sizes = [BigInt(dump.bytes), BigInt(dump.lines)];
  const whole = [number, path, xxh64, cut, format, ...sizes, posts, paragraphs, fingerprints];
  await appendRows(engine, 'dumps', {
    columns: dumpColumns,
    rows: 1,
    values: [...whole, checksumOf(texts)].map((value) => () => value),
  });
}

interface Rows {
  readonly columns: Columns;
  readonly rows: number;
  /** One a column. */
  readonly values: readonly ((row: number) => Cell)[];
}

async function appendRows(engine: Engine, table: string, { columns, rows, values }: Rows): Promise<void> {
  const types = Object.values(columns);
  const filled = values.flatMap((at, column) => {
    const type = types[column];
    return type === undefined ? [] : [{ type, at }];
  });
  await engine.append({ database: 'draft', table }, rows, filled);
}

/** All fingerprints laid over one another: it differs where one is missing or another. */
function checksumOf({ rows, low, high }: KnownTexts): bigint {
  let lows = 0;
  let highs = 0;
  for (let row = 0; row < rows; row++) {
    lows ^= low(row);
    highs ^= high(row);
  }
  return createFingerprints(
    () => lows,
    () => highs,
  )(0);
}
