/** Names that fields of posts go by in files of no fixed kind, the most telling first. */
import type { FieldKind } from '../model.js';

/** By what they hold, in words parted by `_`; `source` is often an app or a link, so all names of people and places go before. */
const names: Readonly<Record<FieldKind, readonly string[]>> = {
  text: ['text', 'message', 'body', 'content', 'full_text', 'caption', 'selftext', 'description'],
  id: ['id', 'message_id', 'msg_id', 'post_id', 'uri', 'url', 'ts'],
  date: [
    ...['date', 'timestamp', 'created_at', 'created_utc', 'date_unixtime', 'unix_timestamp', 'post_created'],
    ...['published_at', 'posted_at', 'datetime', 'date_time', 'published', 'created', 'ts'],
  ],
  source: [
    ...['channel', 'channel_name', 'channel_title', 'channel_username', 'chat', 'chat_name', 'chat_title'],
    ...['thread_id', 'page_name', 'group_name', 'username', 'user_name', 'screen_name', 'author'],
    ...['author_username', 'author_name', 'from', 'sender', 'sender_name', 'source', 'source_name'],
  ],
  forward: [
    ...['forwarded_from', 'fwd_from', 'forward_from_chat', 'forward_from', 'forward_info'],
    ...['forwarded_from_name', 'forward_sender_name', 'author_forwarded_from_name', 'reposted_from'],
    ...['forwarded', 'reblog', 'copy_history', 'retweeted_user', 'crosspost_parent', 'forwarded_from_id'],
    ...['is_forward', 'is_forwarded', 'is_repost', 'is_retweet'],
  ],
};

/** The place of each name among its kind, found out where a kind is asked for: most dumps are of formats that say what is what. */
const ranks = new Map<FieldKind, ReadonlyMap<string, number>>();

function ranksOf(known: readonly string[]): ReadonlyMap<string, number> {
  return new Map(known.flatMap((name, rank) => spellings(name).map((spelt) => [spelt, rank] as const)));
}

/** As programs write a name (`forwardedFrom`, `FORWARDED_FROM`), and as headers of tables have it (`Forwarded From`). */
function spellings(name: string): string[] {
  const words = name.split('_');
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const [first = '', ...others] = capital;
  const parted = ['_', ' ', '-'].flatMap((mark) => [
    ...[words.join(mark), capital.join(mark), [first, ...words.slice(1)].join(mark)],
    words.join(mark).toUpperCase(),
  ]);
  return [...parted, words.join(''), capital.join(''), [words[0] ?? '', ...others].join('')];
}

/** How many names are more telling than `name` of those known to hold `what`; undefined where it is not known to. */
export function rankOf(name: string, what: FieldKind): number | undefined {
  const known = ranks.get(what) ?? ranksOf(names[what]);
  ranks.set(what, known);
  return known.get(name);
}
