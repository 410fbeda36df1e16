/** Names that fields of posts go by in files of no fixed kind, the most telling first. */
import type { FieldKind } from '../model.js';

/**
 * By what they hold, in words parted by `_`; `source` is often an app or a link, so all names of people and places go before, and
 * numbers of them last.
 */
const names: Readonly<Record<FieldKind, readonly string[]>> = {
  text: listed(
    'text message body content full_text caption selftext raw_content message_text message_content',
    'text_content content_text post_text post_content post_message tweet_text tweet_content tweet',
    'comment_text comment_body comment text_original text_display status_message video_description',
    'contents msg desc post description summary',
  ),
  id: listed(
    'id message_id msg_id comment_id tweet_id post_id status_id item_id shortcode uri url guid cid ts',
  ),
  date: listed(
    'date timestamp created_at created_utc date_unixtime unix_timestamp post_created published_at',
    'posted_at datetime date_time published created ts created_time creation_time create_time',
    'created_date creation_date date_created publish_date published_date publish_time published_time',
    'date_published pub_date post_date post_time posted posted_on date_posted message_date sent_at',
    'tweet_time tweet_date comment_date date_utc datetime_utc taken_at taken_at_timestamp timestamp_ms',
    'time_parsed time upload_date',
  ),
  source: listed(
    'channel channel_name channel_title channel_username chat chat_name chat_title thread_id page_name',
    'group_name subreddit username user_name screen_name author author_username author_name',
    'author_display_name from from_name sender sender_name user user_username user_screen_name',
    'user_display_name display_name handle account account_name owner owner_username owner_name',
    'post_owner.name nickname by source source_name channel_id chat_id group_id page_id user_id author_id',
    'account_id owner_id sender_id from_id',
  ),
  forward: listed(
    'forwarded_from fwd_from forward_from_chat forward_from forward_info forwarded_from_name',
    'forward_sender_name author_forwarded_from_name reposted_from fwd_from_name fwd_from_title',
    'forward_from_name forwarded_from_title shared_from forwarded reblog copy_history retweeted_user',
    'retweeted_username crosspost_parent forwarded_from_id is_forward is_forwarded is_repost is_retweet',
  ),
};

function listed(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** The place of each name among its kind, found out where a kind is asked for: most dumps are of formats that say what is what. */
const ranks = new Map<FieldKind, ReadonlyMap<string, number>>();

function ranksOf(known: readonly string[]): ReadonlyMap<string, number> {
  return new Map(known.flatMap((name, rank) => spellings(name).map((spelt) => [spelt, rank] as const)));
}

/**
 * As programs write a name (`forwardedFrom`, `FORWARDED_FROM`), and as headers of tables have it (`Forwarded From`, `author.name`
 * for what was nested).
 */
function spellings(name: string): string[] {
  const words = name.split('_');
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const [first = '', ...others] = capital;
  const parted = ['_', ' ', '-', '.'].flatMap((mark) => [
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
