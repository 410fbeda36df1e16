/**
 * A Slack export: a folder a channel, a file a day, which is an array of messages. The files beside the folders, as
 * channels.json, are recognised too, so that a whole export can be given: nothing in them is a post.
 */

import { unixDate } from '../dates/post-date.js';
import type { ForwardedFrom, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { slackText } from './slack-text.js';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './syntax/json.js';
import { readJsonValues } from './syntax/json-values.js';

const message = /"type"\s*:\s*"message"/;
const stamped = /"ts"\s*:\s*"\d{9,11}\.\d{6}"/;
const listed = /^\s*\[\s*\{\s*"(?:id|user_id)"\s*:\s*"[CDGUWTBF][A-Z0-9]{6,}"/;
const sideFile = /(?:^|[/\\!])(?:users|channels|groups|dms|mpims|integration_logs|canvases)\.json[^/\\]*$/;
const ofSide = /"(?:profile|members|creator|created|user_name|title)"\s*:/;
const withText = /"(?:text|message|body|content)"\s*:/;
const ofSlack = /"(?:team_id|creator|members|is_archived|user_name|service_id|app_id)"\s*:/;

/** Slack export, JSON. */
export const slackJson: RecordFormat = {
  name: 'slack-json',
  title: 'Slack export, JSON (<channel>/YYYY-MM-DD.json)',
  network: 'slack',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff({ text, path }) {
    if (!/^\s*\[\s*\{/.test(text)) return null;
    if (message.test(text) && stamped.test(text)) return 'messages of a Slack export';
    const isList = (listed.test(text) && ofSlack.test(text)) || isSideFile(text, path);
    return isList ? 'a list of a Slack export, which has no messages' : null;
  },
  open(sink, request) {
    const { path, file = '' } = request.head;
    const source = sourceOf(path) ?? sourceOf(file);
    return readJsonValues(sink, request, { paths: ['*'], toPost: (value) => toPost(value, source) });
  },
};

/** What people and bots post; any other subtype is news of the channel, or what was deleted. */
const posts: ReadonlySet<string> = new Set([
  'bot_message',
  'file_share',
  'file_comment',
  'me_message',
  'thread_broadcast',
  'reply_broadcast',
]);

function toPost(value: Json, source: Source | undefined): Outcome {
  if (!isObject(value)) return { broken: 'expected a message, found no object' };
  const subtype = textAt(value, 'subtype');
  if (value['type'] !== 'message' || (subtype !== undefined && !posts.has(subtype))) return null;
  const id = textAt(value, 'ts');
  const thread = textAt(value, 'thread_ts');
  const shared = listAt(value, 'attachments').find((attachment) => isShare(attachment));
  const profile = objectAt(value, 'user_profile');
  return {
    text: textOf(value, shared),
    id,
    date: unixDate(id),
    source,
    author: textAt(profile, 'real_name') ?? textAt(value, 'username') ?? textAt(value, 'user'),
    forward: forwardOf(shared),
    edited: unixDate(textAt(objectAt(value, 'edited'), 'ts')),
    replyTo: thread === id ? undefined : thread,
    media: textAt(listAt(value, 'files')[0], 'filetype'),
  };
}

/** Known by its name, where the ids do not tell: people, channels and what else an export lists have no text. */
function isSideFile(text: string, path: string): boolean {
  return (
    sideFile.test(path) &&
    /^\s*\[\s*\{\s*"(?:user_)?id"/.test(text) &&
    ofSide.test(text) &&
    !withText.test(text)
  );
}

/** `general` of `export/general/2025-05-30.json`, in an archive or not; undefined for a file that stands elsewhere. */
function sourceOf(path: string): Source | undefined {
  const folder = /([^/\\!]+)[/\\]\d{4}-\d\d-\d\d\.json[^/\\]*$/.exec(path)?.[1];
  return folder === undefined ? undefined : { name: folder };
}

function isShare(attachment: Json): boolean {
  return isObject(attachment) && attachment['is_share'] === true;
}

/** What was said, and what was shared with it; of a bot that says nothing itself, what it attached. */
function textOf(value: JsonObject, shared: Json | undefined): string {
  const own = textAt(value, 'text') ?? '';
  const attachments = shared === undefined ? (own === '' ? listAt(value, 'attachments') : []) : [shared];
  const attached = attachments.map((one) => textAt(one, 'text') ?? textAt(one, 'fallback') ?? '');
  return slackText([own, ...attached].filter((text) => text !== '').join('\n'));
}

/** The channel is known here by its name alone, so a name goes before a number. */
function forwardOf(shared: Json | undefined): ForwardedFrom | undefined {
  if (shared === undefined) return undefined;
  const link = textAt(shared, 'from_url');
  const [, channel, seconds, fraction] = /\/archives\/(\w{1,20})\/p(\d{10})(\d{6})/.exec(link ?? '') ?? [];
  const name = textAt(shared, 'channel_name');
  const author = textAt(shared, 'author_name');
  const ts = textAt(shared, 'ts') ?? (seconds === undefined ? undefined : `${seconds}.${fraction}`);
  const id = name === undefined ? (textAt(shared, 'channel_id') ?? channel) : undefined;
  const unknown = name === undefined && id === undefined;
  return {
    id,
    name: unknown ? (author ?? 'Slack message') : name,
    message: ts,
    date: unixDate(ts),
    author,
    link,
  };
}
