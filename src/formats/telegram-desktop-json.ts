/**
 * `result.json` of Telegram Desktop: one chat, or the whole account. Field by field after tdesktop's
 * export_output_json.cpp. Times are local in `date` and exact in `date_unixtime` (since v3.7.6).
 */

import { isoDate, unixDate } from '../dates/post-date.js';
import type { PostRecord, Source } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { isObject, type Json, type JsonObject, textAt } from './syntax/json.js';
import type { JsonContext } from './syntax/json-context.js';
import { openJson } from './syntax/open-json.js';

const chatTypes =
  /"type"\s*:\s*"(?:saved_messages|replies|verification_codes|personal_chat|bot_chat|(?:private|public)_(?:group|supergroup|channel))"/;

const accountSections =
  /"(?:personal_information|profile_pictures|stories|frequent_contacts|other_data|left_chats)"\s*:|"(?:chats|contacts|sessions)"\s*:\s*\{\s*"about"/;

/** Telegram Desktop export, JSON. */
export const telegramDesktopJson: RecordFormat = {
  name: 'telegram-desktop-json',
  title: 'Telegram Desktop export, JSON (result.json)',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'author', 'forward', 'edited', 'reply', 'media'],
  sniff({ text }) {
    if (!/^\s*\{/.test(text)) return null;
    if (/^\s*\{\s*"about"\s*:/.test(text) && accountSections.test(text)) {
      return 'an account export of Telegram Desktop';
    }
    return chatTypes.test(text) && /"messages"\s*:\s*\[/.test(text)
      ? 'a chat export of Telegram Desktop'
      : null;
  },
  open: (sink, request) =>
    openJson(sink, request, {
      paths: ['messages.*', 'chats.list.*.messages.*', 'left_chats.list.*.messages.*'],
      toPost,
      repair,
    }),
};

function toPost(message: Json, context: JsonContext): Outcome {
  if (!isObject(message)) return { broken: 'expected a message, found no object' };
  if (message['type'] !== 'message') return null;
  const chat = context.around.at(-2) ?? {};
  return {
    text: textOf(message['text']),
    id: textAt(message, 'id'),
    date: unixDate(message['date_unixtime']) ?? isoDate(textAt(message, 'date') ?? ''),
    source: sourceOf(message, chat),
    author: textAt(message, 'author') ?? senderOf(message, chat),
    forward: forwardOf(message),
    edited: unixDate(message['edited_unixtime']) ?? isoDate(textAt(message, 'edited') ?? ''),
    replyTo: textAt(message, 'reply_to_message_id'),
    media:
      textAt(message, 'media_type') ?? ['photo', 'file', 'poll'].find((kind) => message[kind] !== undefined),
  };
}

/** A string, or parts that are strings or objects with a text; nothing stands between parts. */
function textOf(text: Json | undefined): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((part) => (typeof part === 'string' ? part : (textAt(part, 'text') ?? ''))).join('');
}

function sourceOf(message: JsonObject, chat: JsonObject): Source {
  return { id: textAt(chat, 'id'), name: textAt(chat, 'name') ?? textAt(message, 'from') };
}

/** In a channel the sender is the channel. */
function senderOf(message: JsonObject, chat: JsonObject): string | undefined {
  const sender = textAt(message, 'from');
  return sender === textAt(chat, 'name') ? undefined : sender;
}

/** The name is null where its owner hid it or deleted the account. */
function forwardOf(message: JsonObject): PostRecord['forward'] {
  if (message['forwarded_from'] === undefined) return undefined;
  return { name: textAt(message, 'forwarded_from') ?? 'Deleted Account' };
}

/** What versions of Telegram Desktop are known to write that is no JSON; each member is on a line of its own. */
function repair(text: string): string {
  return text.split('\n').map(repairLine).join('\n');
}

/**
 * `\xNN` for control characters (tdesktop#27571), in v4.1.0 and v4.1.1 paths without quotes (#24961), and in exports
 * of 2020 quotes without a backslash (#8573).
 */
function repairLine(line: string): string {
  const [, key, path, comma = ''] = /^(\s*"document_id"\s*:\s*)([^"\s\d{[].*?)(,?\s*)$/.exec(line) ?? [];
  if (key !== undefined && path !== undefined && path !== 'null') return key + JSON.stringify(path) + comma;
  const [, before, inner, after] = /^(\s*(?:"\w+": )?")(.*)(",?\s*)$/.exec(line) ?? [];
  if (before === undefined || inner === undefined || after === undefined) return line;
  const quoted = inner.replace(/(\\.)|"/g, (_, escaped: string | undefined) => escaped ?? '\\"');
  return before + quoted.replace(/\\x([0-9a-fA-F]{2})/g, '\\u00$1') + after;
}
