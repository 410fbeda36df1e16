/** Comments and submissions of Reddit: NDJSON as Pushshift keeps them, and CSV files made of the same. */
import type { Outcome, RecordFormat } from './format.js';
import { redditPost } from './reddit-post.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { isObject, type Json } from './syntax/json.js';
import { looksLikeJsonLines, openJson } from './syntax/open-json.js';

/** What Reddit itself answers at an address that ends in `.json`: one listing, or that of a post and of its comments. */
const listing = /^\s*(?:\[\s*)?\{\s*"kind"\s*:\s*"Listing"/;
const inListings = ['data.children.*', '[].data.children.*'];

const carries = ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media', 'link'] as const;

/** Pushshift's dumps, and what tools that ask Reddit itself write. */
export const redditJson: RecordFormat = {
  name: 'reddit-json',
  title: 'Reddit comments and submissions (Pushshift), NDJSON',
  network: 'reddit',
  carries,
  sniff({ text }) {
    const reddit = /"subreddit(?:_id)?"\s*:/.test(text) && /"created_utc"\s*:/.test(text);
    if (!reddit || !/"(?:body|selftext|title)"\s*:/.test(text)) return null;
    const isJson = looksLikeJsonLines(text) || listing.test(text) || /^\s*\[\s*\{/.test(text);
    return isJson ? 'the keys of posts of Reddit' : null;
  },
  open(sink, request) {
    const paths = listing.test(request.head.text) ? inListings : ['[]'];
    return openJson(sink, request, { paths, toPost: fromJson });
  },
};

/** Reddit's own names as columns. */
export const redditCsv: RecordFormat = {
  name: 'reddit-csv',
  title: 'Reddit comments and submissions, CSV',
  network: 'reddit',
  carries,
  sniff({ text }) {
    const columns = headerWith(text, ['created_utc', 'id']);
    const submissions = columns?.has('title') && columns.has('selftext');
    const comments = columns?.has('body') && (columns.has('subreddit') || columns.has('permalink'));
    return submissions || comments ? 'the columns of posts of Reddit' : null;
  },
  open: (sink, request) => openCsv(sink, request, { toPost: redditPost }),
};

/** A listing wraps its posts, and ends in what there is `more` of. */
function fromJson(value: Json): Outcome {
  if (!isObject(value)) return { broken: 'expected a post, found no object' };
  const { kind, data } = value;
  if (!isObject(data) || typeof kind !== 'string') return redditPost(value);
  return kind === 'more' ? null : redditPost(data);
}
