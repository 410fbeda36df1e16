/** A comment or submission of Reddit, as its API, Pushshift and CSV files made of them name its parts. */

import { unixDate } from '../dates/post-date.js';
import type { ForwardedFrom, Source } from '../model.js';
import type { Outcome } from './format.js';
import { unescapeAmpersands } from './syntax/ampersands.js';
import { type JsonObject, listAt, textAt } from './syntax/json.js';

/** What stands in place of a text that is gone: equal in thousands of posts, and said by nobody. */
const gone = /^\s*\[\s*(?:deleted|removed)(?: by [^\]]{1,40})?\s*\]\s*$/i;

/** A post without any text of its own that was deleted is no post. */
export function redditPost(item: JsonObject): Outcome {
  const texts = [item['title'], item['selftext'], item['body']].filter(
    (text): text is string => typeof text === 'string',
  );
  if (texts.length === 0) return { broken: 'expected a body or a title, found neither' };
  const left = texts.filter((text) => !gone.test(text) && text !== '');
  if (left.length === 0 && texts.some((text) => gone.test(text))) return null;
  const permalink = textAt(item, 'permalink');
  return {
    text: left.map(plain).join('\n\n'),
    id: fullnameOf(item),
    date: unixDate(item['created_utc']),
    source: subreddit(textAt(item, 'subreddit') ?? /\/r\/(\w+)\//.exec(permalink ?? '')?.[1]),
    author: textAt(item, 'author'),
    forward: crosspost(item),
    edited: unixDate(item['edited']),
    replyTo: textAt(item, 'parent_id'),
    media: textAt(item, 'post_hint'),
    link: permalink?.startsWith('/') ? `https://www.reddit.com${permalink}` : permalink,
  };
}

/** Reddit escapes the text, and writers put a space of no width for an empty line. */
function plain(text: string): string {
  return unescapeAmpersands(text).replace(/&#x200B;/gi, '');
}

/** `t1_` for comments, `t3_` for submissions. */
function fullnameOf(item: JsonObject): string | undefined {
  const id = textAt(item, 'id');
  const name = textAt(item, 'name') ?? id;
  if (name === undefined || /^t[13]_/.test(name)) return name;
  return id === undefined ? undefined : `${item['title'] === undefined ? 't1' : 't3'}_${id}`;
}

/** The name is the key as well, whatever its case. */
function subreddit(name: string | undefined): Source | undefined {
  return name === undefined ? undefined : { handle: `r/${name}`, name: `r/${name}` };
}

function crosspost(item: JsonObject): ForwardedFrom | undefined {
  const message = textAt(item, 'crosspost_parent');
  if (message === undefined) return undefined;
  const [parent] = listAt(item, 'crosspost_parent_list');
  const date = unixDate(Number(textAt(parent, 'created_utc') ?? 0));
  return { ...subreddit(textAt(parent, 'subreddit')), message, date, author: textAt(parent, 'author') };
}
