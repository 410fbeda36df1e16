/**
 * Records → rows of the record and line tables. What a record says is written, with its text, to what the run keeps
 * for the second reading; its lines are measured there, as the lines of a text dump are where they stand. Records are
 * taken in batches: their texts, one behind the other, go through the kernel as a text dump does.
 */
import type { LineKernel, LineMeter, PostRecord, RecordCard, RecordPlace, Source } from '../../model.js';
import type { LineTableBuilder } from '../line-table.js';
import type { RecordTableBuilder } from './record-table.js';
import { createTextScanner } from './scan-texts.js';

/** What the scan works with; all of it is reused from dump to dump. */
export interface RecordTools {
  readonly table: LineTableBuilder;
  readonly records: RecordTableBuilder;
  readonly meter: LineMeter;
  /** Null where there is none: then every line is measured on its own. */
  readonly kernel: LineKernel | null;
}

/** Where the kept bytes of one dump go. */
export interface Keep {
  append(bytes: Uint8Array): void;
}

/** Takes the records of one dump, in order; call `end` behind the last. */
export interface RecordScanner {
  /** `textLine`: the line of the dump where the text begins, where it stands there line for line. */
  add(record: PostRecord, place: RecordPlace, textLine?: number): void;
  /** Learns what a source is called. */
  know(source: Source): void;
  end(): void;
}

/** Texts of a batch, unless one is longer. */
const BATCH = 1024 * 1024;
/** UTF-16 code unit → UTF-8 bytes, at most. */
const WIDEST = 3;
const LF = 0x0a;

/** A record of the batch: where its text ends, and its card begins and ends. */
interface Pending {
  readonly record: PostRecord;
  readonly textEnd: number;
  readonly textLine: number | null;
  readonly card: number;
  readonly cardEnd: number;
}

/** Scans the records of one dump of a format of `network`. */
export function createRecordScanner(tools: RecordTools, keep: Keep, network: string | null): RecordScanner {
  const { table, records } = tools;
  const encoder = new TextEncoder();
  const scanTexts = createTextScanner(tools);
  let texts: Uint8Array = tools.kernel?.input ?? new Uint8Array(BATCH);
  let cards: Uint8Array = new Uint8Array(BATCH);
  let pending: Pending[] = [];
  let textEnd = 0;
  let cardEnd = 0;
  let base = 0;

  const flush = (): void => {
    const firstRows = scanTexts(texts, pending, base);
    keep.append(texts.subarray(0, textEnd));
    keep.append(cards.subarray(0, cardEnd));
    pending.forEach(({ record, card, cardEnd: end }, at) => {
      const firstRow = firstRows[at] ?? table.rows;
      const of = record.network === undefined ? network : record.network;
      records.add(record, { firstRow, card: base + textEnd + card, cardBytes: end - card }, of);
    });
    base += textEnd + cardEnd;
    textEnd = 0;
    cardEnd = 0;
    pending = [];
    texts = tools.kernel?.input ?? texts;
  };

  return {
    add(record, place, textLine) {
      const written = JSON.stringify(cardOf(record, place));
      const textBytes = record.text.length * WIDEST + 1;
      const cardBytes = written.length * WIDEST;
      if (textEnd + textBytes > texts.length || cardEnd + cardBytes > cards.length) flush();
      if (textBytes > texts.length) texts = new Uint8Array(textBytes);
      if (cardBytes > cards.length) cards = new Uint8Array(cardBytes);
      if (record.text !== '') {
        textEnd += encoder.encodeInto(record.text, texts.subarray(textEnd)).written;
        texts[textEnd] = LF;
        textEnd += 1;
      }
      const card = cardEnd;
      cardEnd += encoder.encodeInto(written, cards.subarray(cardEnd)).written;
      pending.push({ record, textEnd, textLine: textLine ?? null, card, cardEnd });
    },
    know: (source) => records.know(source, network),
    end: flush,
  };
}

/** `undefined` is no JSON, so what is not said takes no room. */
function cardOf(record: PostRecord, place: RecordPlace): RecordCard {
  const { network, id, author, edited, replyTo, media, link, forward } = record;
  return { place, network, id, author, edited, replyTo, media, link, forward };
}
