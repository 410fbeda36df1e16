/** CSV of CrowdTangle: pages and groups of Facebook have their text in `Message`, Instagram in `Description`. */

import { isoDate } from '../dates/post-date.js';
import type { PostDate, PostRecord } from '../model.js';
import type { RecordFormat } from './format.js';
import { openCsv } from './syntax/csv.js';
import { headerWith } from './syntax/csv-head.js';
import { type JsonObject, textAt } from './syntax/json.js';

/** Posts of Facebook pages and groups. */
export const crowdtangleFacebookCsv: RecordFormat = {
  name: 'crowdtangle-facebook-csv',
  title: 'CrowdTangle, Facebook pages and groups, CSV',
  network: 'facebook',
  carries: ['id', 'date', 'source', 'media', 'link'],
  sniff({ text }) {
    const columns = headerWith(text, ['Post Created', 'Message', 'URL']);
    return columns?.has('Page Name') || columns?.has('Group Name')
      ? 'the columns of CrowdTangle for Facebook'
      : null;
  },
  open: (sink, request) => openCsv(sink, request, { toPost: (row) => toPost(row, 'Message') }),
};

/** Posts of Instagram accounts. */
export const crowdtangleInstagramCsv: RecordFormat = {
  name: 'crowdtangle-instagram-csv',
  title: 'CrowdTangle, Instagram, CSV',
  network: 'instagram',
  carries: ['id', 'date', 'source', 'media', 'link'],
  sniff: ({ text }) =>
    headerWith(text, ['Account', 'Post Created', 'Description', 'URL'])
      ? 'the columns of CrowdTangle for Instagram'
      : null,
  open: (sink, request) => openCsv(sink, request, { toPost: (row) => toPost(row, 'Description') }),
};

function toPost(row: JsonObject, textColumn: string): PostRecord {
  const link = textAt(row, 'URL');
  return {
    text: textAt(row, textColumn) ?? '',
    id: link?.replace(/\/$/, '').replace(/^.*\//, ''),
    date: createdDate(textAt(row, 'Post Created') ?? ''),
    source: {
      id: textAt(row, 'Facebook Id'),
      handle: textAt(row, 'User Name'),
      name: textAt(row, 'Page Name') ?? textAt(row, 'Group Name') ?? textAt(row, 'Account'),
    },
    media: textAt(row, 'Type'),
    link,
  };
}

/** Zones by the names that CrowdTangle, an American tool, writes; another name leaves the time a local one. */
const zones: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** `2021-05-30 10:00:00 EDT`. */
function createdDate(text: string): PostDate | undefined {
  const [, time = text, zone = ''] = /^(.*\d) ([A-Z]{2,5})$/.exec(text) ?? [];
  return isoDate(time + (zones[zone] ?? ''));
}
