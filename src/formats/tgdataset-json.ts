/**
 * TGDataset (SystemsLab-Sapienza): files of gigabytes, each one object of channels by their numbers, whose
 * `text_messages` are an object by their ids. Its `generic_media` have ids of their own and no text: they are not read.
 */

import { unixDate } from '../dates/post-date.js';
import type { PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { readJsonValues } from './syntax/json-values.js';
import { bareId, postLink } from './telegram-ids.js';

/** TGDataset, JSON. */
export const tgdatasetJson: RecordFormat = {
  name: 'tgdataset-json',
  title: 'TGDataset, JSON',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'forward', 'link'],
  sniff({ text }) {
    const isDataset =
      /^\s*\{\s*"-?\d+"\s*:\s*\{/.test(text) && /"(?:text_messages|creation_date)"\s*:/.test(text);
    return isDataset ? 'channels of TGDataset' : null;
  },
  open: (sink, request) => readJsonValues(sink, request, { paths: ['*.text_messages.*'], toPost }),
};

function toPost(message: Json, context: JsonContext): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  const channel = context.around.at(-2) ?? {};
  const id = context.keys.at(-1) || undefined;
  const handle = textAt(channel, 'username');
  return {
    text: textAt(message, 'message') ?? '',
    id,
    date: unixDate(message['date']),
    source: { id: bareId(context.keys.at(0) || undefined), handle, name: textAt(channel, 'title') },
    forward: forwardOf(message),
    link: postLink(handle, id),
  };
}

/** The number is missing where the origin hid it. */
function forwardOf(message: JsonObject): PostRecord['forward'] {
  if (message['is_forwarded'] !== true) return undefined;
  return {
    id: bareId(textAt(message, 'forwarded_from_id')),
    date: unixDate(message['forwarded_message_date']),
  };
}
