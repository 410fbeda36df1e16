/**
 * Reads records out of a JSON document of any size: walks it, and parses only the values that stand where a format has
 * its records. One record that is broken costs that record: the next one is found by how the good ones begin.
 * (Streaming parsers end at the first error, and do not say on which line a value stands.)
 */
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import { isObject, type Json } from './json.js';
import { agreeing, contextOf, type JsonContext, patternOf } from './json-context.js';
import { DAMAGED, extentOf, isOpening, UNFINISHED } from './json-extent.js';
import { createLeads, swallowsNext } from './json-lead.js';
import { canFollow, closedAsOpened, headerBetween, keyBefore, LONGEST_KEY } from './json-resume.js';
import { createJsonWalk, RECORD } from './json-walk.js';
import { createLineCounter } from './line-counter.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';
import { NO_JSON, parseJson } from './parse-json.js';

/** What is read as a record, and how. */
export interface JsonRecords {
  /** Where records stand, as in `chats.list.*.messages.*`; see {@link patternOf}. */
  readonly paths: readonly string[];
  readonly toPost: (value: Json, context: JsonContext) => Outcome;
  /** Mends what an exporter is known to write wrongly; asked only where a record cannot be parsed. */
  readonly repair?: (text: string) => string;
}

/** What is broken where the next record has to be sought: what it costs is known when that is found, or the dump ends. */
interface Damage {
  readonly line: number;
  readonly reason: string;
  readonly whenFound: Tell;
  readonly atEnd: Tell;
}

/** One more that is left out, or nobody knows how many: of {@link RecordSink}. */
type Tell = (line: number, reason: string) => void;

/** Records under keys go on inside one that has no end: one that is so long is looked into. */
const SUSPECT = 256 * 1024;

/** Makes a reader of the records that `wanted` describes. */
export function readJsonValues(sink: RecordSink, request: OpenRequest, wanted: JsonRecords): RecordReader {
  const patterns = wanted.paths.map(patternOf);
  const decoder = new TextDecoder();
  const walk = createJsonWalk(patterns);
  const leads = createLeads();
  const lines = createLineCounter(request.start);
  let base = request.start;
  /** Behind it the next record is sought, and then it is told. */
  let damage: Damage | null = null;
  /** A value that was cut short is not looked at again before the buffer holds so much. */
  let awaited = 0;
  /** Nothing comes behind the buffer. */
  let ending = false;

  /** Of a place in the buffer; places must not go back. */
  const lineOf = (at: number): number => {
    lines.countTo(at);
    return lines.line;
  };

  /** The end of the record at `start`; of one that can perhaps be mended, as far as its lines show it. */
  const endOfRecord = (bytes: Uint8Array, start: number, length: number): number => {
    const end = extentOf(bytes, start, length);
    if (end !== DAMAGED || wanted.repair === undefined) return end;
    lines.countTo(start);
    const closed = closedAsOpened(bytes, start, { length, indent: base + start - lines.lineStart });
    return ending && closed === UNFINISHED ? DAMAGED : closed;
  };

  const takeRecord = (bytes: Uint8Array, start: number, length: number): number => {
    const end = endOfRecord(bytes, start, length);
    const isKeyed = walk.around === 'object';
    if (end === UNFINISHED && isKeyed && (ending || length - start > SUSPECT)) {
      return leads.find(bytes, start + 1, length).found ? DAMAGED : UNFINISHED;
    }
    if (end < 0) return end;
    const parsed = parseJson(decoder.decode(bytes.subarray(start, end)), wanted.repair);
    if (isKeyed && isObject(parsed.value) && swallowsNext(parsed.value, bytes, start, end)) return DAMAGED;
    const isSound = parsed.broken === null && isOpening(bytes[start] ?? 0);
    const goesOn = isSound || canFollow(bytes, { start, end, length, around: walk.around });
    if (goesOn === UNFINISHED && !ending) return UNFINISHED;
    if (parsed.broken !== null) leads.learnFromBroken(bytes, start, length);
    const outcome =
      parsed.broken === null
        ? wanted.toPost(parsed.value, contextOf(walk.frames))
        : { broken: parsed.broken };
    if (outcome === undefined) return end;
    const line = lineOf(start);
    if (outcome !== null && 'broken' in outcome && goesOn === false) {
      damage = { line, reason: outcome.broken, whenFound: sink.skip, atEnd: sink.lose };
      return end;
    }
    if (isObject(parsed.value) && (outcome === null || !('broken' in outcome))) {
      leads.learn(parsed.value);
      walk.remember();
    }
    settle(sink, outcome, { line, endLine: lineOf(end), start: base + start, end: base + end });
    return end;
  };

  /** The patterns, the one that fits best to where the walk is first. */
  const byAgreement = () =>
    patterns.toSorted((one, other) => agreeing(walk.frames, other) - agreeing(walk.frames, one));

  /** Where the next record is found behind `from`, or how far it is not. */
  const seek = (bytes: Uint8Array, from: number, length: number): number => {
    const { at, found } = leads.find(bytes, from, length);
    const header = headerBetween(bytes, from, at, byAgreement());
    if (header !== null) walk.resumeIn(header);
    if (!found) return Math.max(from, at - LONGEST_KEY);
    damage?.whenFound(damage.line, damage.reason);
    damage = null;
    walk.resumeAt(keyBefore(bytes, at));
    return at;
  };

  const walkThrough = (bytes: Uint8Array, length: number): number => {
    let at = 0;
    lines.begin(bytes, base);
    while (at < length) {
      if (damage !== null) {
        at = seek(bytes, at, length);
        if (damage !== null) break;
      }
      let next = walk.step(bytes, at, length);
      const isRecord = next === RECORD;
      if (isRecord) next = takeRecord(bytes, at, length);
      if (next === UNFINISHED) break;
      if (next === DAMAGED) {
        // What is around the records begins in another way than they do.
        if (isRecord) leads.learnFromBroken(bytes, at, length);
        // Behind the document may be anything.
        const atEnd = isRecord || walk.frames.length > 0 ? sink.lose : sink.skip;
        damage = { line: lineOf(at), reason: NO_JSON, whenFound: sink.skip, atEnd };
        next = at + 1;
      }
      at = next;
    }
    lines.countTo(at);
    return at;
  };

  return {
    push(bytes, length) {
      if (length < awaited) return 0;
      let used = walkThrough(bytes, length);
      if (length - used > LONGEST_RECORD) {
        damage = { line: lineOf(used), reason: tooLong('a record'), whenFound: sink.lose, atEnd: sink.lose };
        used = length;
        lines.countTo(used);
      }
      base += used;
      awaited = Math.min(2 * (length - used), LONGEST_RECORD + 1);
      return used;
    },
    end(bytes, length) {
      ending = true;
      const used = walkThrough(bytes, length);
      if (damage !== null) return damage.atEnd(damage.line, damage.reason);
      // Behind the document may be anything; what begins there like a record is one that was cut.
      const isCut = walk.frames.length > 0 || isOpening(bytes[used] ?? 0);
      if (used < length) {
        (isCut ? sink.lose : sink.skip)(
          lineOf(used),
          'expected the end of a record, found the end of the dump',
        );
      } else if (walk.frames.length > 0) {
        sink.lose(lineOf(used), 'expected the end of the document, found the end of the dump');
      }
    },
  };
}
