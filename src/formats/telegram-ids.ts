/** Telegram's numbers, names and links, as all its formats have them in common. */
import type { Source } from '../model.js';

/** A channel or group as Bot API clients number it, `-1001234567890`, without what says that it is one. */
export function bareId(id: string | undefined): string | undefined {
  return id?.replace(/^-(?:100(?=\d{9}))?/, '');
}

/** Where a public post can be seen; undefined where handle or id are not known. */
export function postLink(handle: string | undefined, id: string | undefined): string | undefined {
  return handle === undefined || id === undefined ? undefined : `https://t.me/${handle}/${id}`;
}

/** What a link says of a post: `https://t.me/s/orchard_news/2`. A private one, under `/c/`, has a number for a handle. */
export function readPostLink(link: string | undefined): { source: Source; message: string } | null {
  const [, inner, name, message] =
    /^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:s\/)?(c\/)?(\w+)\/(\d+)/i.exec(link ?? '') ?? [];
  if (name === undefined || message === undefined) return null;
  return { source: inner === undefined ? { handle: name } : { id: name }, message };
}

/** A name for people, from the parts that Telegram has of it. */
export function fullName(first: string | undefined, last: string | undefined): string | undefined {
  return [first, last].filter((part) => part !== undefined).join(' ') || undefined;
}
