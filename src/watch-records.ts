/** Hands records on to the scan, and takes note of what is left out of them and of how their dates are written. */
import type { RecordSink } from './formats/format.js';
import { createDateWatch, type DateWatch } from './formats/syntax/date-order.js';
import type { BrokenRecord, RecordFacts } from './model.js';
import type { RecordScanner } from './split/records/scan-records.js';
import { wellFormed, wellFormedSource } from './split/records/well-formed.js';

/** More broken records than these are only counted. */
const MOST_NAMED = 1000;

/** For the records of one dump. */
export interface RecordWatch {
  /** Where they go. */
  readonly sink: RecordSink;
  readonly dates: DateWatch;
  /** What was left out so far. */
  leftOut(): Pick<RecordFacts, 'passed' | 'broken' | 'brokenRecords' | 'lost'>;
}

/** Has seen none yet. */
export function watchRecords(scanner: Pick<RecordScanner, 'add' | 'know'>): RecordWatch {
  const dates = createDateWatch();
  const brokenRecords: BrokenRecord[] = [];
  let lost: BrokenRecord | null = null;
  let broken = 0;
  let passed = 0;
  const skip: RecordSink['skip'] = (line, reason) => {
    broken += 1;
    if (brokenRecords.length < MOST_NAMED) brokenRecords.push({ line, reason: reason.toWellFormed() });
  };
  return {
    sink: {
      add(said, place, textLine) {
        const record = wellFormed(said);
        dates.see(record, place.line);
        scanner.add(record, place, textLine);
      },
      know: (source) => scanner.know(wellFormedSource(source)),
      pass() {
        passed += 1;
      },
      skip,
      lose(line, reason) {
        lost ??= { line, reason: reason.toWellFormed() };
        skip(line, reason);
      },
    },
    dates,
    leftOut: () => ({ passed, broken, brokenRecords, lost }),
  };
}
