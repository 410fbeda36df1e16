/** Walls of VK as `wall.get` answers them: the whole answer, answers one a line, or the posts alone. */

import { unixDate } from '../dates/post-date.js';
import type { PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, listAt, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { readJsonLines } from './syntax/json-lines.js';
import { readJsonValues } from './syntax/json-values.js';
import { looksLikeJsonLines } from './syntax/open-json.js';

const answer = /^\s*\{\s*"(?:response|items|count|profiles|groups)"\s*:/;
const paths = ['items.*', 'profiles.*', 'groups.*'].flatMap((path) => [path, `response.${path}`]);

/** VK wall, JSON. */
export const vkJson: RecordFormat = {
  name: 'vk-json',
  title: 'VK wall, JSON (wall.get)',
  network: 'vk',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'media', 'link'],
  sniff({ text }) {
    const isWall = /"owner_id"\s*:\s*-?\d/.test(text) && /"post_type"\s*:\s*"/.test(text);
    const isJson = /^\s*[[{]/.test(text);
    return isJson && isWall && /"text"\s*:/.test(text) ? 'posts of a VK wall' : null;
  },
  open(sink, request) {
    const { text } = request.head;
    // Answers one a line are documents one behind the other, each with many posts.
    if (answer.test(text)) {
      return readJsonValues(sink, request, { paths, toPost: itemToPost });
    }
    return looksLikeJsonLines(text)
      ? readJsonLines(sink, request, toPost)
      : readJsonValues(sink, request, { paths: ['*'], toPost });
  },
};

/** An answer to `extended=1` says behind its posts who people and groups are. */
function itemToPost(value: Json, { keys }: JsonContext): Outcome {
  const list = keys.at(-2);
  return list === 'items' || !isObject(value) ? toPost(value) : { known: sourceOf(value, list === 'groups') };
}

/** A group's number is a negative one wherever it posts. */
function sourceOf(entity: JsonObject, isGroup: boolean): Source {
  const id = textAt(entity, 'id');
  const names = [textAt(entity, 'first_name'), textAt(entity, 'last_name')];
  return {
    id: isGroup && id !== undefined ? `-${id}` : id,
    handle: textAt(entity, 'screen_name'),
    name: textAt(entity, 'name') ?? (names.filter((name) => name !== undefined).join(' ') || undefined),
  };
}

function toPost(post: Json): Outcome {
  if (!isObject(post)) return { broken: 'expected a post, found no object' };
  if (post['is_deleted'] === true) return null;
  const owner = ownerOf(post);
  const id = textAt(post, 'id');
  const from = textAt(post, 'from_id');
  const original = listAt(post, 'copy_history')[0];
  return {
    text: [textAt(post, 'text') ?? '', textAt(original, 'text') ?? '']
      .filter((text) => text !== '')
      .join('\n'),
    id,
    date: unixDate(post['date']),
    source: owner === undefined ? undefined : { id: owner },
    author: from === owner ? undefined : from,
    forward: forwardOf(original),
    edited: unixDate(post['edited']),
    media: mediaOf(post) ?? mediaOf(original),
    link: linkOf(owner, id),
  };
}

/** Older versions of the API say `to_id`. A wall of a group has a negative number. */
function ownerOf(post: Json | undefined): string | undefined {
  return textAt(post, 'owner_id') ?? textAt(post, 'to_id');
}

function forwardOf(original: Json | undefined): PostRecord['forward'] {
  if (!isObject(original)) return undefined;
  const [owner, message] = [ownerOf(original), textAt(original, 'id')];
  const date = unixDate(original['date']);
  // Posts are numbered wall by wall: without the wall a number says nothing.
  return owner === undefined ? { date } : { id: owner, message, date, link: linkOf(owner, message) };
}

function linkOf(owner: string | undefined, id: string | undefined): string | undefined {
  return owner === undefined || id === undefined ? undefined : `https://vk.com/wall${owner}_${id}`;
}

function mediaOf(post: Json | undefined): string | undefined {
  const attachments: readonly Json[] = isObject(post) ? listAt(post, 'attachments') : [];
  return textAt(attachments[0], 'type');
}
