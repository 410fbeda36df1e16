/** Reads records out of a document of HTML or XML: each is one element, found by how its tag begins. */
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import { cutAtMarks } from './cut-at-marks.js';
import { type HtmlElement, loadHtml } from './html.js';

/** What is read as a record, and how. */
export interface HtmlRecords {
  /** See {@link cutAtMarks}. */
  readonly mark: RegExp;
  /** What shows that there was a record whose mark is damaged. */
  readonly trace: RegExp;
  /** The end of a document that is whole, if it is one of XML. */
  readonly xmlEnd?: RegExp;
  /** Takes what stands before the first record. */
  preamble?(document: HtmlElement): void;
  /** Null for an element that is damaged: what the next one would inherit of it is not known. */
  toPost(record: HtmlElement | null): Outcome;
}

/** Makes a reader of the records that `wanted` describes. */
export async function readHtmlRecords(
  sink: RecordSink,
  request: OpenRequest,
  wanted: HtmlRecords,
): Promise<RecordReader> {
  const parse = await loadHtml(wanted.xmlEnd === undefined ? 'html' : 'xml');
  const decoder = new TextDecoder();
  const isDocument = wanted.xmlEnd !== undefined || /^\s*(?:<!doctype|<html)/i.test(request.head.text);
  const documentEnd = wanted.xmlEnd ?? /<\/html\s*>/i;
  return cutAtMarks(sink, request, {
    mark: wanted.mark,
    preamble(bytes) {
      wanted.preamble?.(parse(decoder.decode(bytes)));
    },
    take(bytes, place, last) {
      const html = decoder.decode(bytes);
      const [record] = parse(html).children;
      if (record === undefined || typeof record === 'string' || record.end === null) {
        wanted.toPost(null);
        if (last) sink.lose(place.line, 'expected the end of a message, found the end of the dump');
        else sink.skip(place.line, 'expected the end of a message, found the next');
        return;
      }
      const rest = html.slice(record.end);
      const end = place.end - Buffer.byteLength(rest);
      settle(sink, wanted.toPost(record), {
        ...place,
        endLine: place.line + lineEndsIn(html.slice(0, record.end)),
        end,
      });
      if (wanted.trace.test(rest)) {
        wanted.toPost(null);
        sink.skip(place.endLine, 'expected a message, found one whose beginning is damaged');
      }
      if (last && isDocument && !documentEnd.test(rest)) {
        sink.lose(place.endLine, 'expected the end of the document, found the end of the dump');
      }
    },
  });
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}
