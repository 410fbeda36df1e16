/** Text and dates of a post of X. */

import { civilDate, isoDate } from '../dates/post-date.js';
import type { PostDate } from '../model.js';
import { unescapeAmpersands } from './syntax/ampersands.js';
import { type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import { numberOfMonth } from './syntax/text-lines-date.js';

/** The whole text, where a part says it whole; links as they were posted, without the one that stands for a picture. */
export function xText(tweet: JsonObject): string {
  const extended = objectAt(tweet, 'extended_tweet');
  const note = objectAt(tweet, 'note_tweet');
  const long = textAt(note, 'text') ?? textAt(extended, 'full_text');
  const text = long ?? textAt(tweet, 'full_text') ?? textAt(tweet, 'text') ?? '';
  const entities = [
    ...[objectAt(note, 'entities'), objectAt(note, 'entity_set')],
    ...[objectAt(extended, 'entities'), objectAt(tweet, 'entities')],
  ];
  const links = entities.flatMap((one) => [...listAt(one, 'urls'), ...listAt(one, 'media')]);
  const shown = links.slice(0, MOST_LINKS).reduce<string>((rest, link) => withLink(rest, link), text);
  return unescapeAmpersands(shown).trimEnd();
}

/** No post has more; what a dump claims is not done for nothing. */
const MOST_LINKS = 50;

function withLink(text: string, link: Json): string {
  const short = textAt(link, 'url');
  if (short === undefined || !/^https?:\/\/t\.co\/\w+$/.test(short)) return text;
  const isPicture = textAt(link, 'media_url') !== undefined || textAt(link, 'media_url_https') !== undefined;
  const long = isPicture ? '' : textAt(link, 'expanded_url');
  return long === undefined ? text : text.split(short).join(long);
}

/** A repost by its text alone, `RT @handle: …`, which tables of posts of X know it by: what is said, and who said it. */
export function withoutRepost(text: string): { text: string; handle?: string | undefined } {
  const [mark, handle] = /^RT @(\w{1,30}): ?/.exec(text) ?? [];
  return mark === undefined ? { text } : { text: text.slice(mark.length), handle };
}

/** `Wed Oct 10 20:19:24 +0000 2018`, or ISO 8601. */
export function xDate(text: string): PostDate | undefined {
  const parts = /^\w{3} (\w{3}) (\d\d) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})$/.exec(text);
  if (parts === null) return isoDate(text);
  const [day, hour, minute, second, year] = parts.slice(2).map(Number);
  const month = numberOfMonth(parts[1] ?? '');
  return civilDate(
    { year: year ?? 0, month, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 },
    0,
  );
}
