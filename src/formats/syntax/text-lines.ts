/**
 * Messages of a chat that is written as text: each begins with a header line and goes on until the next one. A reader
 * of whole lines, which are decoded one by one: what is cut in mid-character costs that character.
 */
import type { RecordPlace } from '../../model.js';
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';

/** A message as it stands in the dump. */
export interface TextMessage<Header> {
  readonly header: Header;
  /** The lines behind the header line, without their ends. */
  readonly lines: readonly string[];
}

/** What a message turned out to be; `textAt` counts lines from the header line to where the text begins. */
export interface TextOutcome {
  readonly outcome: Outcome;
  /** Undefined where the text does not stand in the dump line for line. */
  readonly textAt?: number;
}

/** How a chat is read. */
export interface TextMessages<Header> {
  /** The header that `line` is; null for any other line. `afterBlank`: the line before is blank, or there is none. */
  header(line: string, afterBlank: boolean): Header | null;
  toPost(message: TextMessage<Header>): TextOutcome;
  /** Takes what stands before the first message. Without it such lines are told: a message without its header. */
  preamble?(lines: readonly string[]): void;
}

/** Only the first characters of a line are looked at for a header, so that no line can hold a pattern up. */
export const HEADER_SEEN_BY = 300;

const LF = 0x0a;

/** Makes a reader of the messages that `chat` describes. */
export function readTextMessages<Header>(
  sink: RecordSink,
  request: OpenRequest,
  chat: TextMessages<Header>,
): RecordReader {
  const messages = collectMessages(sink, chat);
  const decoder = new TextDecoder();
  let base = request.start;
  let line = 0;
  /** So much of the rest has no line end in it. */
  let searched = 0;
  /** The line at hand is too long, and its beginning is gone. */
  let dropping = false;

  const take = (bytes: Uint8Array, start: number, end: number): void => {
    line += 1;
    if (!dropping) {
      const text = decoder.decode(bytes.subarray(start, end)).replace(/\r$/, '');
      messages.take(text, { line, start: base + start, end: base + end });
    }
    dropping = false;
  };

  return {
    push(bytes, length) {
      const held = bytes.subarray(0, length);
      let used = 0;
      for (let end = held.indexOf(LF, searched); end >= 0; end = held.indexOf(LF, used)) {
        take(held, used, end);
        used = end + 1;
      }
      if (length - used > LONGEST_RECORD) {
        if (!dropping) messages.drop(line + 1);
        dropping = true;
        used = length;
      }
      searched = length - used;
      base += used;
      return used;
    },
    end(bytes, length) {
      if (length > 0) take(bytes, 0, length);
      messages.end();
    },
  };
}

/** Where one line stands. */
type LinePlace = Pick<RecordPlace, 'line' | 'start' | 'end'>;

/** Lines → messages. */
function collectMessages<Header>(sink: RecordSink, chat: TextMessages<Header>) {
  let header: Header | null = null;
  let from: LinePlace = { line: 1, start: 0, end: 0 };
  let to = from;
  let lines: string[] = [];
  let bytes = 0;
  let afterBlank = true;
  let tooMuch = false;

  const flush = (): void => {
    if (!tooMuch && header !== null) settleMessage(sink, chat.toPost({ header, lines }), from, to);
    else if (!tooMuch && chat.preamble !== undefined) chat.preamble(lines);
    else if (!tooMuch && lines.some((line) => line.trim() !== '')) {
      sink.skip(from.line, 'expected the header of a message, found text');
    }
    lines = [];
    bytes = 0;
    tooMuch = false;
  };

  const drop = (line: number): void => {
    if (!tooMuch) sink.lose(header === null ? line : from.line, tooLong('a message'));
    tooMuch = true;
    lines = [];
  };

  return {
    drop,
    take(text: string, place: LinePlace): void {
      const found = chat.header(text, afterBlank);
      afterBlank = text.trim() === '';
      if (found !== null) {
        flush();
        header = found;
        from = place;
        to = place;
        return;
      }
      bytes += place.end - place.start + 1;
      if (bytes > LONGEST_RECORD) drop(place.line);
      if (tooMuch) return;
      lines.push(text);
      if (!afterBlank) to = place;
    },
    end: flush,
  };
}

function settleMessage(
  sink: RecordSink,
  { outcome, textAt }: TextOutcome,
  from: LinePlace,
  to: LinePlace,
): void {
  const place = { line: from.line, endLine: to.line, start: from.start, end: to.end };
  settle(sink, outcome, place, textAt === undefined ? undefined : from.line + textAt);
}
