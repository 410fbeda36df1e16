/**
 * Mastodon: statuses as its API gives them, and `outbox.json` of an account's archive. A server numbers its own and
 * everybody else's posts, so a post is known by the number in its address, within the account `name@server`.
 */

import { isoDate } from '../dates/post-date.js';
import type { ForwardedFrom, PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { type HtmlToText, loadHtmlToText } from './syntax/html-text.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import { readJsonValues } from './syntax/json-values.js';
import { openJson } from './syntax/open-json.js';

const outbox = /"orderedItems"\s*:\s*\[/;
/** What a search, and the question for what is around a status, are answered with. */
const answer = /^\s*\{.*"(?:statuses|ancestors|descendants)"\s*:\s*\[/s;
const inAnswer = ['statuses.*', 'ancestors.*', 'descendants.*'];

/** Mastodon statuses and outbox, JSON. */
export const mastodon: RecordFormat = {
  name: 'mastodon',
  title: 'Mastodon posts, JSON (statuses, outbox.json)',
  network: 'mastodon',
  carries: ['id', 'date', 'source', 'forward', 'edited', 'reply', 'media', 'link'],
  sniff({ text }) {
    if (!/^\s*[[{]/.test(text)) return null;
    if (outbox.test(text) && text.includes('activitystreams')) return 'the outbox of an account of Mastodon';
    const isStatus = ['spoiler_text', 'reblog', 'content', 'account'].every((key) =>
      new RegExp(`"${key}"\\s*:`).test(text),
    );
    return isStatus ? 'statuses of Mastodon' : null;
  },
  async open(sink, request) {
    const toText = await loadHtmlToText();
    if (!outbox.test(request.head.text)) {
      const paths = answer.test(request.head.text) ? inAnswer : ['[]'];
      return openJson(sink, request, { paths, toPost: (value) => statusPost(value, toText) });
    }
    const toPost = (value: Json) => activityPost(value, toText);
    return readJsonValues(sink, request, { paths: ['orderedItems.*'], toPost });
  },
};

function statusPost(status: Json, toText: HtmlToText): Outcome {
  if (!isObject(status) || typeof status['content'] !== 'string') {
    return { broken: 'expected a status, found none' };
  }
  const inner = status['reblog'];
  const shown = isObject(inner) ? inner : status;
  const account = objectAt(status, 'account');
  return {
    text: textOf(textAt(shown, 'spoiler_text'), textAt(shown, 'content'), toText),
    id: numberIn(textAt(status, 'uri')) ?? textAt(status, 'id'),
    date: isoDate(textAt(status, 'created_at') ?? ''),
    source: sourceOf(account),
    forward: isObject(inner) ? forwardOf(inner) : undefined,
    edited: isoDate(textAt(shown, 'edited_at') ?? ''),
    replyTo: textAt(status, 'in_reply_to_id'),
    media: textAt(listAt(shown, 'media_attachments')[0], 'type'),
    link: textAt(status, 'url') ?? textAt(status, 'uri'),
  };
}

function forwardOf(status: JsonObject): ForwardedFrom {
  return {
    ...sourceOf(objectAt(status, 'account')),
    message: numberIn(textAt(status, 'uri')) ?? textAt(status, 'id'),
    date: isoDate(textAt(status, 'created_at') ?? ''),
    link: textAt(status, 'url') ?? textAt(status, 'uri'),
  };
}

/** A server calls its own accounts without its name. */
function sourceOf(account: JsonObject): Source {
  const acct = textAt(account, 'acct');
  const full = acct?.includes('@') === true ? acct : (handleIn(textAt(account, 'url')) ?? acct);
  return { handle: full, name: textAt(account, 'display_name') };
}

function activityPost(activity: Json, toText: HtmlToText): Outcome {
  if (!isObject(activity)) return { broken: 'expected an activity, found none' };
  const actor = textAt(activity, 'actor');
  const common = {
    date: isoDate(textAt(activity, 'published') ?? ''),
    source: { handle: handleIn(actor), id: handleIn(actor) === undefined ? actor : undefined },
  };
  const { type, object } = activity;
  if (type === 'Announce' && typeof object === 'string') {
    return { ...common, text: '', id: numberIn(textAt(activity, 'id')), forward: announced(object) };
  }
  if (type !== 'Create' || !isObject(object)) return null;
  return {
    ...common,
    ...notePost(object, toText),
    date: isoDate(textAt(object, 'published') ?? '') ?? common.date,
  };
}

function notePost(note: JsonObject, toText: HtmlToText): PostRecord {
  const inReplyTo = textAt(note, 'inReplyTo');
  return {
    text: textOf(textAt(note, 'summary'), textAt(note, 'content'), toText),
    id: numberIn(textAt(note, 'id')),
    edited: isoDate(textAt(note, 'updated') ?? ''),
    replyTo: numberIn(inReplyTo),
    media: textAt(listAt(note, 'attachment')[0], 'mediaType'),
    link: textAt(note, 'url') ?? textAt(note, 'id'),
  };
}

/** A boost in an outbox is an address only. */
function announced(link: string): ForwardedFrom {
  const handle = handleIn(link);
  const server = /^https?:\/\/([^/]+)/.exec(link)?.[1];
  return { handle, name: handle === undefined ? server : undefined, message: numberIn(link), link };
}

/** The warning is read before the text. */
function textOf(warning: string | undefined, content: string | undefined, toText: HtmlToText): string {
  return [warning ?? '', toText(content ?? '')].filter((part) => part !== '').join('\n');
}

/** `https://example.org/users/anna…` and `https://example.org/@anna…` → `anna@example.org`. */
function handleIn(address: string | undefined): string | undefined {
  const [, server, name] = /^https?:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)(?=\/|$)/.exec(address ?? '') ?? [];
  return server === undefined || name === undefined ? undefined : `${name}@${server}`;
}

/** The number at the end of a post's address, or the whole address of a post from another kind of server. */
function numberIn(address: string | undefined): string | undefined {
  return /\/(?:statuses|@[\w.-]+)\/(\d+)(?:\/activity)?$/.exec(address ?? '')?.[1] ?? address;
}
