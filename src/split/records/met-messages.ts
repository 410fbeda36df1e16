/**
 * Messages that were met before in the same words, as exports that overlap have them: each is one post, and its text is compared
 * but once. A message that was edited meanwhile is met as what it is, another text.
 */
import type { Scanned } from '../../model.js';
import { createRecordComparer } from './compare-records.js';

/** Asked record by record, in order of reading. */
export interface MetMessages {
  /** Whether `record` is a message that was met before, and no text of it is new. */
  has(record: number): boolean;
  release(): void;
}

/** Makes a memory for all records: a table with each version of each message, in two thirds of its slots at most. */
export function createMetMessages({ columns, lines, records, facts }: Scanned): MetMessages {
  const { identityLow, identityHigh, source } = records;
  const { isVersion, isSameForward, isSameText, hashText } = createRecordComparer(records, lines, facts);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, records.rows * 1.5))) - 1;
  /** 1 + the record. */
  const slots = columns.uint32(records.rows === 0 ? 0 : mask + 1);
  /** By all that is compared: thousands of sources may forward one message, and one message may have many versions. */
  const firstSlot = (record: number): number =>
    (identityLow.at(record) ^ hashText(record) ^ Math.imul(source.at(record), 0x9e3779b1)) & mask;
  return {
    has(record) {
      if (identityLow.at(record) === 0 && identityHigh.at(record) === 0) return false;
      for (let slot = firstSlot(record); ; slot = (slot + 1) & mask) {
        const other = slots.at(slot) - 1;
        if (other < 0) {
          slots.set(slot, record + 1);
          return false;
        }
        if (isVersion(record, other) && isSameForward(record, other) && isSameText(record, other))
          return true;
      }
    },
    release: () => slots.release(),
  };
}
