/** Walls of VK as `wall.get` answers them: the whole answer, answers one a line, or the posts alone. */
import type { ForwardedFrom, PostRecord } from '../model.js';
import { unixDate } from '../post-date.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, listAt, textAt } from './syntax/json.js';
import { readJsonLines } from './syntax/json-lines.js';
import { readJsonValues } from './syntax/json-values.js';
import { looksLikeJsonLines } from './syntax/open-json.js';

const answer = /^\s*\{\s*"(?:response|items|count)"\s*:/;

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
      return readJsonValues(sink, request, { paths: ['response.items.*', 'items.*'], toPost });
    }
    return looksLikeJsonLines(text)
      ? readJsonLines(sink, request, toPost)
      : readJsonValues(sink, request, { paths: ['*'], toPost });
  },
};

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
  const source: ForwardedFrom = owner === undefined ? { name: 'VK post' } : { id: owner };
  return { ...source, message, date: unixDate(original['date']), link: linkOf(owner, message) };
}

function linkOf(owner: string | undefined, id: string | undefined): string | undefined {
  return owner === undefined || id === undefined ? undefined : `https://vk.com/wall${owner}_${id}`;
}

function mediaOf(post: Json | undefined): string | undefined {
  const attachments: readonly Json[] = isObject(post) ? listAt(post, 'attachments') : [];
  return textAt(attachments[0], 'type');
}
