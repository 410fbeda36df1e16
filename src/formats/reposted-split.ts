/** What `reposted split` writes: a post a line, its text as paragraphs. So posts can be filtered on the way to a scan. */
import { isoDate } from '../dates/post-date.js';
import { type ForwardedFrom, type PostDate, unknownSource } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, listAt, textAt } from './syntax/json.js';
import { openJson } from './syntax/open-json.js';

/** Posts of reposted split, JSON Lines. */
export const repostedSplit: RecordFormat = {
  name: 'reposted-split',
  title: 'Posts as reposted split writes them, JSON Lines',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media', 'link'],
  sniff({ text }) {
    const isSplit =
      /^\s*(?:\[\s*)?\{\s*"dump"\s*:\s*"/.test(text) &&
      [/"post"\s*:\s*\d/, /"cue"\s*:\s*"/, /"paragraphs"\s*:\s*\[/].every((field) => field.test(text));
    return isSplit ? 'posts of reposted split' : null;
  },
  open: (sink, request) => openJson(sink, request, { paths: ['[]'], toPost }),
};

function toPost(post: Json): Outcome {
  if (!isObject(post) || !Array.isArray(post['paragraphs']))
    return { broken: 'expected a post with paragraphs, found none' };
  const paragraphs = listAt(post, 'paragraphs').filter((paragraph) => typeof paragraph === 'string');
  return {
    text: paragraphs.join('\n'),
    network: textAt(post, 'network') ?? null,
    id: textAt(post, 'id'),
    date: dateAt(post, 'date'),
    source: { name: textAt(post, 'source') },
    author: textAt(post, 'author'),
    forward: forwardOf(post),
    edited: dateAt(post, 'edited'),
    replyTo: textAt(post, 'replyTo'),
    media: textAt(post, 'media'),
    link: textAt(post, 'link'),
  };
}

function dateAt(value: Json | undefined, key: string): PostDate | undefined {
  return isoDate(textAt(value, key) ?? '');
}

/** Sources of all networks go by the names that a report shows, so these tell them apart; of nobody known there is none. */
function forwardOf(post: JsonObject): ForwardedFrom | undefined {
  const name = textAt(post, 'forwardedFrom');
  if (name === undefined) return undefined;
  const original = post['forward'];
  return {
    name: name === unknownSource.name ? undefined : name,
    message: textAt(original, 'message'),
    date: dateAt(original, 'date'),
    author: textAt(original, 'author'),
    link: textAt(original, 'link'),
  };
}
