/**
 * Posts of X: `data/tweets.js` of an archive, which assigns its array to a variable, what both versions of the API
 * answer, and what its web pages are made of, as browser extensions and scrapers keep it, one post a line or in one
 * document. An archive does not say whose it is, and knows no reposts but by their text: `RT @handle: …`.
 */
import type { ForwardedFrom, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { readJsonLines } from './syntax/json-lines.js';
import { readJsonValues } from './syntax/json-values.js';
import { looksLikeJsonLines } from './syntax/open-json.js';
import { skipToJson } from './syntax/skip-to-json.js';
import { withoutRepost, xDate, xText } from './x-text.js';

const archive = /^\s*window\.YTD\.\w{1,60}\.part\d{1,6} ?= ?[[{]/;
const oldDate = /"created_at"\s*:\s*"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \+0000 \d{4}"/;
/** What version 2 answers holds its posts in a list, and behind it who wrote them. */
const answer = /^\s*\{.*"(?:data|statuses)"\s*:\s*\[\s*(?:\{|\])/s;
const version2 = /"(?:edit_history_tweet_ids|referenced_tweets|public_metrics|conversation_id)"\s*:/;

/** X, archive and API. */
export const xJson: RecordFormat = {
  name: 'x-json',
  title: 'X (Twitter) archive (data/tweets.js), API and web, JSON',
  network: 'x',
  carries: ['id', 'date', 'source', 'forward', 'reply', 'media'],
  sniff({ text }) {
    if (archive.test(text)) return 'an archive of X';
    if (!/^\s*[[{]/.test(text)) return null;
    if (/"id_str"\s*:/.test(text) && oldDate.test(text)) return 'posts as the API of X has them';
    const isNew = /"text"\s*:/.test(text) && /"author_id"\s*:\s*"\d+"/.test(text) && version2.test(text);
    return isNew ? 'posts as version 2 of the API of X has them' : null;
  },
  open(sink, request) {
    const { text } = request.head;
    if (archive.test(text)) {
      return skipToJson(request, (inner) => readJsonValues(sink, inner, { paths: ['*'], toPost }));
    }
    // Answers one a line are documents one behind the other, each with many posts.
    if (answer.test(text)) return readJsonValues(sink, request, { paths: inAnswer, toPost: itemToPost });
    return looksLikeJsonLines(text)
      ? readJsonLines(sink, request, toPost)
      : readJsonValues(sink, request, { paths: [/^\s*\[/.test(text) ? '*' : ''], toPost });
  },
};

const inAnswer = ['data.*', 'statuses.*', 'includes.users.*'];

function itemToPost(value: Json, { keys }: JsonContext): Outcome {
  return keys[0] === 'includes' && isObject(value) ? { known: userOf(value) } : toPost(value);
}

function toPost(value: Json): Outcome {
  if (!isObject(value)) return { broken: 'expected a post, found no object' };
  const tweet = innerOf(value);
  if (!isPost(tweet)) return isNotice(value) ? null : { broken: 'expected a post with a text, found none' };
  const original = tweet['retweeted_status'] ?? referenced(tweet, 'retweeted');
  const said =
    isObject(original) && isPost(innerOf(original))
      ? repostOf(innerOf(original))
      : repostInText(xText(tweet), tweet);
  return {
    text: said.text,
    id: idOf(tweet),
    date: xDate(textAt(tweet, 'created_at') ?? ''),
    source: sourceOf(tweet, usersOf(value)),
    forward: said.forward,
    replyTo: textAt(tweet, 'in_reply_to_status_id_str') ?? textAt(referenced(tweet, 'replied_to'), 'id'),
    media: mediaOf(tweet),
  };
}

function isPost(tweet: JsonObject): boolean {
  return textAt(tweet, 'full_text') !== undefined || textAt(tweet, 'text') !== undefined;
}

/** What a stream (`{"delete": …}`) and the other files of an archive (`{"like": …}`) hold in place of posts. */
function isNotice(value: JsonObject): boolean {
  return Object.keys(value).length === 1 && value['data'] === undefined;
}

/** The post within `{"tweet": …}` of an archive, or `{"data": …}` of a stream and of Zeeschuimer. */
function innerOf(value: JsonObject): JsonObject {
  const inner = value['tweet'] ?? value['data'];
  if (isObject(inner)) return innerOf(inner);
  return isObject(value['legacy']) ? fromWeb(value, value['legacy']) : value;
}

/** The web has most of a post as version 1 has it, in `legacy`, and beside that who wrote it and long texts. */
function fromWeb(value: JsonObject, legacy: JsonObject): JsonObject {
  const user = objectAt(objectAt(objectAt(value, 'core'), 'user_results'), 'result');
  return {
    ...legacy,
    id_str: legacy['id_str'] ?? value['rest_id'],
    user: value['user'] ?? {
      id_str: user['rest_id'],
      ...objectAt(user, 'legacy'),
      ...objectAt(user, 'core'),
    },
    note_tweet: objectAt(objectAt(value['note_tweet'], 'note_tweet_results'), 'result'),
    retweeted_status: objectAt(legacy, 'retweeted_status_result')['result'],
  };
}

/** Numbers of 19 digits lose the last of them in JSON: the string goes first. */
function idOf(tweet: JsonObject): string | undefined {
  return textAt(tweet, 'id_str') ?? textAt(tweet, 'id');
}

/** A post of a stream has its people beside it; collectors put its author into it. */
function usersOf(value: JsonObject): readonly Json[] {
  return listAt(objectAt(value, 'includes'), 'users');
}

function sourceOf(tweet: JsonObject, users: readonly Json[]): Source | undefined {
  const author = textAt(tweet, 'author_id');
  const found = [tweet['user'], tweet['author'], users.find((user) => textAt(user, 'id') === author)];
  const { id = author, handle, name } = userOf(found.find(isObject) ?? {});
  return id === undefined && handle === undefined ? undefined : { id, handle, name };
}

/** Version 1 calls the handle `screen_name`. */
function userOf(user: JsonObject): Source {
  return {
    id: idOf(user),
    handle: textAt(user, 'screen_name') ?? textAt(user, 'username'),
    name: textAt(user, 'name'),
  };
}

/** What is said, and of whom. */
interface Said {
  readonly text: string;
  readonly forward?: ForwardedFrom | undefined;
}

/** The original is there whole, where `RT @handle: …` may be cut. */
function repostOf(original: JsonObject): Said {
  const source = sourceOf(original, []) ?? { name: 'X post' };
  const date = xDate(textAt(original, 'created_at') ?? '');
  return { text: xText(original), forward: { ...source, message: idOf(original), date } };
}

function repostInText(text: string, tweet: JsonObject): Said {
  const { text: said, handle } = withoutRepost(text);
  return handle === undefined
    ? { text }
    : { text: said, forward: { handle, message: textAt(referenced(tweet, 'retweeted'), 'id') } };
}

/** Version 2 has its number alone, some collectors the whole post. */
function referenced(tweet: JsonObject, type: string): Json | undefined {
  return listAt(tweet, 'referenced_tweets').find((reference) => textAt(reference, 'type') === type);
}

function mediaOf(tweet: JsonObject): string | undefined {
  const media = listAt(objectAt(tweet, 'extended_entities'), 'media')[0];
  const keys = listAt(objectAt(tweet, 'attachments'), 'media_keys');
  return (
    textAt(media ?? listAt(objectAt(tweet, 'entities'), 'media')[0], 'type') ??
    (keys.length > 0 ? 'media' : undefined)
  );
}
