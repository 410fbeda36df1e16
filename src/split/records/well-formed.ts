/** What a record says, as text that every reader of a report can take. */
import type { ForwardedFrom, PostRecord, Source } from '../../model.js';

/**
 * The record with U+FFFD for each half of a character (JSON can say `\ud83d`), as decoding gives for broken bytes: no
 * encoding can carry it, and most parsers refuse it. Its text is left as it is: to be written, it is encoded.
 */
export function wellFormed(record: PostRecord): PostRecord {
  const { network, id, dateText, source, author, forward, replyTo, media, link } = record;
  const texts = [network, id, dateText, author, replyTo, media, link];
  if (texts.every(isWhole) && isWholeSource(source) && isWholeForward(forward)) return record;
  return {
    ...record,
    network: network?.toWellFormed(),
    id: id?.toWellFormed(),
    dateText: dateText?.toWellFormed(),
    source: source === undefined ? undefined : wellFormedSource(source),
    author: author?.toWellFormed(),
    forward: forward === undefined ? undefined : wellFormedForward(forward),
    replyTo: replyTo?.toWellFormed(),
    media: media?.toWellFormed(),
    link: link?.toWellFormed(),
  };
}

/** The same of what a source is called. */
export function wellFormedSource(source: Source): Source {
  const { id, handle, name } = source;
  return { id: id?.toWellFormed(), handle: handle?.toWellFormed(), name: name?.toWellFormed() };
}

function wellFormedForward(forward: ForwardedFrom): ForwardedFrom {
  const { message, date, author, link } = forward;
  return {
    ...wellFormedSource(forward),
    message: message?.toWellFormed(),
    date,
    author: author?.toWellFormed(),
    link: link?.toWellFormed(),
  };
}

function isWhole(text: string | null | undefined): boolean {
  return text == null || text.isWellFormed();
}

function isWholeSource(source: Source | undefined): boolean {
  return source === undefined || (isWhole(source.id) && isWhole(source.handle) && isWhole(source.name));
}

function isWholeForward(forward: ForwardedFrom | undefined): boolean {
  if (forward === undefined) return true;
  const { message, author, link } = forward;
  return isWholeSource(forward) && isWhole(message) && isWhole(author) && isWhole(link);
}
