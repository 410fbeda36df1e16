/** `data.json` of signal-export: one message a line, in the order of its `Message` class. Times are local. */

import { isoDate } from '../dates/post-date.js';
import type { Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { signalSource } from './signal-source.js';
import { isObject, type Json, listAt, textAt } from './syntax/json.js';
import { readJsonLines } from './syntax/json-lines.js';

const keys = ['date', 'sender', 'body', 'quote', 'reactions', 'attachments'];

/** signal-export, JSON. */
export const signalJson: RecordFormat = {
  name: 'signal-json',
  title: 'Signal chat, JSON Lines (data.json of signal-export)',
  network: null,
  carries: ['date', 'source', 'author', 'media'],
  sniff({ text }) {
    const [line = ''] = text.trimStart().split('\n', 1);
    if (!line.startsWith('{')) return null;
    return keys.every((key) => line.includes(`"${key}":`)) ? 'messages of signal-export, one a line' : null;
  },
  open(sink, request) {
    const source = signalSource(request.head.path);
    return readJsonLines(sink, request, (message) => toPost(message, source));
  },
};

function toPost(message: Json, source: Source | undefined): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  if (message['deleted'] === true || message['call'] === true) return null;
  return {
    text: (textAt(message, 'body') ?? '').trimEnd(),
    date: isoDate(textAt(message, 'date') ?? ''),
    source,
    author: textAt(message, 'sender'),
    media: textAt(listAt(message, 'attachments')[0], 'name') ?? stickerOf(message['sticker']),
  };
}

/** An emoji, or an object that has one. */
function stickerOf(sticker: Json | undefined): string | undefined {
  return isObject(sticker) || (typeof sticker === 'string' && sticker !== '') ? 'sticker' : undefined;
}
