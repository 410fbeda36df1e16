/** DiscordChatExporter, CSV. Which channel it is only the name of the file says. */

import { isoDate } from '../dates/post-date.js';
import type { Source } from '../model.js';
import { isDiscordNotice } from './discord-notice.js';
import { channelNamed } from './discord-source.js';
import type { Outcome, RecordFormat } from './format.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { type JsonObject, textAt } from './syntax/json.js';

/** DiscordChatExporter, CSV. */
export const discordCsv: RecordFormat = {
  name: 'discord-csv',
  title: 'DiscordChatExporter, CSV',
  network: 'discord',
  carries: ['date', 'source', 'author', 'media'],
  sniff: ({ text }) =>
    headerWith(text, ['AuthorID', 'Author', 'Date', 'Content']) ? 'the columns of DiscordChatExporter' : null,
  open(sink, request) {
    const source = channelNamed(request.head.path);
    return openCsv(sink, request, { toPost: (row) => toPost(row, source) });
  },
};

function toPost(row: JsonObject, source: Source | undefined): Outcome {
  const text = textAt(row, 'Content') ?? '';
  if (isDiscordNotice(text)) return null;
  return {
    text,
    date: isoDate(textAt(row, 'Date') ?? ''),
    source,
    author: textAt(row, 'Author'),
    media: textAt(row, 'Attachments') === undefined ? undefined : 'Attachments',
  };
}
