/**
 * Bluesky: feeds and posts as its API gives them (`feed[]`, `posts[]`, `listRecords`), and posts one a line, also as
 * Jetstream sends them. A post is known by its address `at://<did>/<collection>/<key>`: the key is its id within the account.
 */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, objectAt, textAt } from './syntax/json.js';
import { readJsonValues } from './syntax/json-values.js';
import { openJson } from './syntax/open-json.js';

const answer = /"(?:feed|posts|records)"\s*:\s*\[/;

/** Bluesky posts, JSON. */
export const bluesky: RecordFormat = {
  name: 'bluesky',
  title: 'Bluesky posts, JSON (feeds, posts, records)',
  network: 'bluesky',
  carries: ['id', 'date', 'source', 'forward', 'reply', 'media', 'link'],
  sniff({ text }) {
    if (!/^\s*[[{]/.test(text)) return null;
    return /"\$type"\s*:\s*"app\.bsky\.feed\.(?:post|repost)"/.test(text) ? 'posts of Bluesky' : null;
  },
  open(sink, request) {
    if (/^\s*\{/.test(request.head.text) && answer.test(request.head.text)) {
      return readJsonValues(sink, request, { paths: ['feed.*', 'posts.*', 'records.*'], toPost });
    }
    return openJson(sink, request, { paths: ['*'], toPost });
  },
};

/** A feed wraps a post, together with why it is in the feed; a repository's listing has the bare record. */
function toPost(value: Json): Outcome {
  if (!isObject(value)) return { broken: 'expected a post, found no object' };
  const post = isObject(value['post']) ? value['post'] : committed(value);
  const record = [post['record'], post['value'], post].find((inner) => isObject(inner) && '$type' in inner);
  const uri = textAt(post, 'uri');
  if (!isObject(record))
    return isEvent(value) ? null : { broken: 'expected a record of Bluesky, found none' };
  const type = textAt(record, '$type');
  if (type === 'app.bsky.feed.repost') return bareRepost(post, record);
  if (type !== 'app.bsky.feed.post') return null;
  const shown = postOf(post, record, uri);
  const reason = objectAt(value, 'reason');
  return textAt(reason, '$type')?.endsWith('#reasonRepost') === true ? repostOf(shown, reason) : shown;
}

/** Jetstream says of a record whose it is, and where it stands there. */
function committed(event: JsonObject): JsonObject {
  const commit = event['commit'];
  if (!isObject(commit)) return event;
  const address = [textAt(event, 'did'), textAt(commit, 'collection'), textAt(commit, 'rkey')];
  return { uri: `at://${address.join('/')}`, record: commit['record'] };
}

/** News of an account, or of a record that is gone. */
function isEvent(value: JsonObject): boolean {
  return textAt(value, 'kind') !== undefined && textAt(value, 'did') !== undefined;
}

function postOf(post: JsonObject, record: JsonObject, uri: string | undefined): PostRecord {
  const { account, key } = partsOf(uri);
  const author = objectAt(post, 'author');
  const source = Object.keys(author).length > 0 ? sourceOf(author) : { id: account };
  return {
    text: textAt(record, 'text') ?? '',
    id: key,
    date: isoDate(textAt(record, 'createdAt') ?? textAt(post, 'indexedAt') ?? ''),
    source,
    replyTo: partsOf(textAt(objectAt(objectAt(record, 'reply'), 'parent'), 'uri')).key,
    media: mediaOf(record),
    link: linkTo(source.handle ?? source.id, key),
  };
}

/** The post stands in the feed of whoever reposted it. */
function repostOf(post: PostRecord, reason: JsonObject): PostRecord {
  return {
    text: post.text,
    id: partsOf(textAt(reason, 'uri')).key,
    date: isoDate(textAt(reason, 'indexedAt') ?? ''),
    source: sourceOf(objectAt(reason, 'by')),
    forward: { ...post.source, message: post.id, date: post.date, link: post.link },
    media: post.media,
  };
}

/** In a repository a repost is an address only. */
function bareRepost(post: JsonObject, record: JsonObject): PostRecord {
  const own = partsOf(textAt(post, 'uri'));
  const { account, key } = partsOf(textAt(objectAt(record, 'subject'), 'uri'));
  const forward: ForwardedFrom = { id: account, message: key, link: linkTo(account, key) };
  return {
    text: '',
    id: own.key,
    date: isoDate(textAt(record, 'createdAt') ?? ''),
    source: { id: own.account },
    forward,
  };
}

function sourceOf(author: JsonObject): Source {
  return { id: textAt(author, 'did'), handle: textAt(author, 'handle'), name: textAt(author, 'displayName') };
}

function partsOf(uri: string | undefined): { account?: string | undefined; key?: string | undefined } {
  const [, account, key] = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/.exec(uri ?? '') ?? [];
  return { account, key };
}

/** Another post that is quoted is no attachment. */
function mediaOf(record: JsonObject): string | undefined {
  const kind = /^app\.bsky\.embed\.(\w+)/.exec(textAt(objectAt(record, 'embed'), '$type') ?? '')?.[1];
  return kind === 'record' ? undefined : kind;
}

function linkTo(account: string | undefined, key: string | undefined): string | undefined {
  if (account === undefined || key === undefined) return undefined;
  return `https://bsky.app/profile/${account}/post/${key}`;
}
