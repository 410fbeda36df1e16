/** `msgs_dataset.csv` of telegram-tracker. pandas writes numbers of a column that has gaps as `77.0`. */
import type { ForwardedFrom, PostRecord } from '../model.js';
import type { RecordFormat } from './format.js';
import { anyDate, datedBy } from './syntax/any-date.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { type JsonObject, textAt } from './syntax/json.js';

/** telegram-tracker. */
export const telegramTrackerCsv: RecordFormat = {
  name: 'telegram-tracker-csv',
  title: 'telegram-tracker, msgs_dataset.csv',
  network: 'telegram',
  carries: ['id', 'date', 'source', 'forward', 'reply', 'media', 'link'],
  sniff: ({ text }) =>
    headerWith(text, ['signature', 'channel_id', 'message', 'msg_link', 'is_forward'])
      ? 'the columns of telegram-tracker'
      : null,
  open: (sink, request) => openCsv(sink, request, { toPost }),
};

function toPost(row: JsonObject): PostRecord {
  const link = textAt(row, 'msg_link');
  const place = placeOf(link);
  return {
    text: textAt(row, 'message') ?? '',
    id: wholeAt(row, 'msg_id') ?? place.message,
    ...datedBy(row['date'] ?? null),
    source: {
      id: wholeAt(row, 'channel_id'),
      handle: place.handle,
      name: title(textAt(row, 'channel_name'), place.handle),
    },
    forward: wholeAt(row, 'is_forward') === '1' ? forwardOf(row) : undefined,
    replyTo: wholeAt(row, 'reply_to_msg_id') ?? placeOf(textAt(row, 'reply_msg_link')).message,
    media: textAt(row, 'media_type'),
    link,
  };
}

function forwardOf(row: JsonObject): ForwardedFrom {
  const link = textAt(row, 'forward_msg_link');
  const place = placeOf(link);
  return {
    id: wholeAt(row, 'forward_msg_from_peer_id') ?? wholeAt(row, 'from_channel_id'),
    handle: place.handle,
    name: title(textAt(row, 'forward_msg_from_peer_name') ?? textAt(row, 'from_channel_name'), place.handle),
    message: place.message,
    date: anyDate(textAt(row, 'forward_msg_date')),
    link,
  };
}

/** Where a handle stands in place of a title, another dump may know the title. */
function title(name: string | undefined, handle: string | undefined): string | undefined {
  return name === handle ? undefined : name;
}

function wholeAt(row: JsonObject, column: string): string | undefined {
  return textAt(row, column)?.replace(/\.0$/, '');
}

/** What `https://t.me/orchard_news/2` says. */
function placeOf(link: string | undefined): { handle?: string | undefined; message?: string | undefined } {
  const [, handle, message] = /t\.me\/([A-Za-z]\w+)\/(\d+)$/.exec(link ?? '') ?? [];
  return { handle, message };
}
