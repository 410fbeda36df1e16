/** `tweets.csv` of the archives that Twitter gave out until 2018. The account is not in it. */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostRecord } from '../model.js';
import type { RecordFormat } from './format.js';
import { unescapeAmpersands } from './syntax/ampersands.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { type JsonObject, textAt } from './syntax/json.js';

/** The old archive of an account on X. */
export const xTweetsCsv: RecordFormat = {
  name: 'x-tweets-csv',
  title: 'X (Twitter) archive until 2018, tweets.csv',
  network: 'x',
  carries: ['id', 'date', 'forward', 'reply'],
  sniff: ({ text }) =>
    headerWith(text, ['tweet_id', 'timestamp', 'source', 'text'])
      ? 'the columns of tweets.csv in a Twitter archive'
      : null,
  open: (sink, request) => openCsv(sink, request, { toPost, optional: ['expanded_urls'] }),
};

function toPost(row: JsonObject): PostRecord {
  const text = unescapeAmpersands(textAt(row, 'text') ?? '');
  const forward = forwardOf(row, text);
  return {
    text: forward === undefined ? text : text.replace(retweet, ''),
    id: textAt(row, 'tweet_id'),
    date: isoDate(textAt(row, 'timestamp') ?? ''),
    forward,
    replyTo: textAt(row, 'in_reply_to_status_id'),
  };
}

const retweet = /^RT @(\w{1,15}): /;

/** Who is quoted by hand is no forward: a retweet has the id of the original. */
function forwardOf(row: JsonObject, text: string): ForwardedFrom | undefined {
  const message = textAt(row, 'retweeted_status_id');
  if (message === undefined) return undefined;
  return {
    id: textAt(row, 'retweeted_status_user_id'),
    handle: retweet.exec(text)?.[1],
    message,
    date: isoDate(textAt(row, 'retweeted_status_timestamp') ?? ''),
  };
}
