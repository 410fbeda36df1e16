/** Builds the {@link RecordTable}: one row a record, dump after dump. */
import {
  type Columns,
  type DateOrder,
  type PostRecord,
  type RecordTable,
  type Source,
  unknownSource,
} from '../../model.js';
import { dateFlags, settledDate } from './open-dates.js';
import { createSourceDirectory } from './source-directory.js';

/** Fingerprints a text: call `hash`, then read the two halves. */
export interface Fingerprinter {
  hash(bytes: Uint8Array): void;
  readonly low: number;
  readonly high: number;
}

/** Where a record's lines begin in the line table, and where its card stands. */
export interface RecordRow {
  readonly firstRow: number;
  readonly card: number;
  readonly cardBytes: number;
}

/** A table under construction. */
export interface RecordTableBuilder {
  readonly rows: number;
  /** Appends `record`, of a format of `network`; null for formats whose ids are not known to be of one. */
  add(record: PostRecord, row: RecordRow, network: string | null): void;
  /** Learns what a source of `network` is called, without a post of it. */
  know(source: Source, network: string | null): void;
  /** Reads the dates of the records from `first` on that were left open; where nothing tells the order, they are none. */
  settleDates(first: number, order: DateOrder | null): void;
  finish(): RecordTable;
}

/** What a source is called where the format belongs to no network. */
const NO_NETWORK = '';

/**
 * Makes an empty table; `fingerprinter` is for the identities of messages. `expected` rows are reserved, not filled:
 * reserving too many costs nothing.
 */
export function createRecordTable(
  make: Columns,
  fingerprinter: Fingerprinter,
  expected = 1024,
): RecordTableBuilder {
  const column = () => make.uint32(0, expected);
  const doubles = () => make.float64(0, expected);
  const firstRow = column();
  const source = column();
  const forward = column();
  const seconds = doubles();
  const utc = make.uint8(0, expected);
  const identitySource = column();
  const identityLow = column();
  const identityHigh = column();
  const card = doubles();
  const cardBytes = column();
  const directory = createSourceDirectory();
  const encoder = new TextEncoder();
  let rows = 0;
  let openDates = 0;

  const identify = (of: Source | undefined, message: string | undefined, network: string): void => {
    const number = directory.number(of, network);
    if (number === 0 || message === undefined || message === '') return;
    fingerprinter.hash(encoder.encode(message));
    identitySource.set(rows, number);
    identityLow.set(rows, fingerprinter.low);
    identityHigh.set(rows, fingerprinter.high);
  };

  /** Where a record says no more than that it was forwarded, it is a forward all the same. */
  const forwardNumber = (from: Source | undefined, network: string): number =>
    from === undefined ? 0 : directory.number(from, network) || directory.number(unknownSource, NO_NETWORK);

  return {
    get rows() {
      return rows;
    },
    add(record, row, network) {
      const { date, forward: from } = record;
      firstRow.set(rows, row.firstRow);
      card.set(rows, row.card);
      cardBytes.set(rows, row.cardBytes);
      source.set(rows, directory.number(record.source, network ?? NO_NETWORK));
      forward.set(rows, forwardNumber(from, network ?? NO_NETWORK));
      seconds.set(rows, date?.seconds ?? 0);
      utc.set(rows, dateFlags(date));
      if (date?.first === 'unknown') openDates += 1;
      if (network !== null && from?.message !== undefined) identify(from, from.message, network);
      else if (network !== null) identify(record.source, record.id, network);
      rows += 1;
    },
    settleDates(first, order) {
      for (let at = first; at < rows && openDates > 0; at++) {
        const settled = settledDate(seconds.at(at), utc.at(at), order);
        if (settled === null) continue;
        seconds.set(at, settled.seconds);
        utc.set(at, dateFlags(settled));
        openDates -= 1;
      }
    },
    know: (known, network) => void directory.number(known, network ?? NO_NETWORK),
    finish() {
      const { final, names, keys } = directory.finish();
      for (let at = 0; at < rows; at++) {
        source.set(at, final[source.at(at)] ?? 0);
        forward.set(at, final[forward.at(at)] ?? 0);
        mixIdentity(at, final[identitySource.at(at)] ?? 0);
      }
      identitySource.release();
      return {
        rows,
        firstRow,
        source,
        forward,
        seconds,
        utc,
        identityLow,
        identityHigh,
        card,
        cardBytes,
        names,
        keys,
      };
    },
  };

  /** One fingerprint of source and message: the source is known for certain only now. */
  function mixIdentity(at: number, number: number): void {
    if (number === 0) return;
    identityLow.set(at, Math.imul(identityLow.at(at) ^ number, 0x9e3779b1) >>> 0);
    identityHigh.set(at, (identityHigh.at(at) ^ Math.imul(number, 0x85ebca6b)) >>> 0);
  }
}
