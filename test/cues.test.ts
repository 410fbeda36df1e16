// Promises: the lines that an app or a page adds are told from what people write. Forward headers are in
// forward-headers.test.ts; what a cue does to the cut is in split.test.ts.

import { describe, expect, it } from 'vitest';
import { Cue } from '../src/model.js';
import { PartCue } from '../src/split/cues/part-cue.js';
import { scanTexts } from './scan-texts.js';

/** The name of the cue of one line. */
function cueOf(line: string): string | undefined {
  const code = scanTexts({ 'dump.txt': line }).lines.cue.at(0);
  return Object.entries({ ...Cue, ...PartCue }).find(([, value]) => value === code)?.[0];
}

const lines: Readonly<Record<string, readonly string[]>> = {
  placeholderBefore: [
    'Media is too big',
    'MEDIA IS TOO BIG',
    'Media\u00a0is too big',
    '  Media is too big ',
    'This media is not supported in your browser',
    'Service message',
    'Watch in Telegram',
  ],
  placeholderAfter: ['Please open Telegram to view this post'],
  placeholderLink: ['VIEW IN TELEGRAM', 'View in Telegram'],
  views: [
    '12.3K views10:00',
    '12.3K views 10:00',
    '1.9K views Ivan Petrov, edited 10:30',
    '1.2M views edited 10:30',
    '980 views',
    '1 view10:00',
    '12.3K\u00a0views10:00 AM',
    '12.3K views9:05 AM',
    '12.3K views9:05',
    '12.3K viewsIvan Petrov, 10:30',
    '12.3K views, edited 10:30',
    '👁 12.3K 10:05',
    '👁️ 980',
    '👁 1.2M edited 10:30',
    '123 просмотра',
    '12,3 тыс. просмотров 10:05',
    '1 234 просмотра, изменено 10:30',
    '12 345 переглядів',
    '21 прагляд10:00',
    '123 Aufrufe 10:05',
    '1.234 visualizaciones',
    '980 vues, modifié 10:30',
    '12 visualizzazioni',
    '12 visualizações',
    '12,3K weergaven',
    '5 wyświetleń',
    '123 görüntülenme',
    '123 بازدید',
  ],
  reactions: ['👍120❤33', '👍 1.2K ❤ 33', '❤️5', '🇷🇺3👍🏽2', '👨‍👩‍👧7 🔥1'],
  separator: [
    '---',
    '***',
    '===',
    '* * *',
    '_______',
    '➖➖➖',
    '▪️▪️▪️',
    '⸻',
    '⁂',
    '• • •',
    '🔥🔥🔥',
    '-=-=-=-',
    '%',
  ],
  day: [
    'May 30',
    'May 30, 2025',
    '30 May',
    '30 May 2025',
    'September 1',
    '30 мая',
    '30 мая 2025 г.',
    '30 травня 2025',
    '30. Mai 2025',
    '30 de mayo de 2025',
    '30 mai',
    '30 maja 2025',
  ],
  count: ['12.3K', '980', '2024'],
  viewsWord: ['views', 'view', 'просмотров'],
  edited: ['edited', ', edited', ','],
  time: ['10:00', '9:05 AM'],
  reply: ['In reply to this message', 'In reply to a message in another chat'],
  replyWords: ['In reply to'],
  replyLink: ['this message'],
  note: ['[ Photo ]', '[ Фотография ]', '[In reply to Ben]', '[В ответ на Ben]'],
  service: [
    'Channel created',
    'Канал создан',
    'Канал створено',
    'Kanal erstellt',
    "S'ha creat el canal",
    'Le canal a été créé',
    '채널이 만들어졌습니다',
    'تم إنشاء القناة',
    'Channel photo updated',
    'Orchard pinned «Apples are in season»',
    'Orchard pinned a photo',
    'Channel name was changed to «Pears»',
  ],
  stamp: [
    'MFA, [30.05.2025 10:00]',
    'Anna K., [5/30/25 10:00 AM]',
    'MFA, [5/30/25, 10:00\u202fAM]',
    'A, b, [2025-05-30 10:00:59]',
    'MFA, [30 May 2025 at 10:00:12]',
    'MFA, [30 мая 2025 г., 10:00]',
    'MFA, [30. Mai 2025 um 10:00]',
    'MFA, [30 Bealtaine 2025 10:00]',
    'MFA, [30 May 2025 at 10:00:12]:',
  ],
  link: ['https://example.org/apples?a=1', 'http://example.org', 'www.example.org', 't.me/orchard/12'],
  hashtags: ['#apples', '#яблоки #груши_и_сливы', '#2024'],
  none: [
    'Apples are in season',
    'Please open Telegram to view this post and others',
    'Media is too big to fail',
    '12 views on life',
    '12 views on life at 10:30',
    '12 views on Monday, the last at 10:30',
    '12 viewsfinders',
    '123 просмотровых зала',
    '👁 12 eyes were watching',
    '👁 Look at 10:05',
    'many views',
    'edited by Anna',
    'In reply to your letter',
    'this message will self-destruct',
    'views 12',
    '🍎 5 apples',
    '👍',
    '❤❤',
    '© 2024',
    '1. Apples',
    '--',
    '- - apples',
    '```',
    '-=',
    'May 30 is a holiday',
    'Mayor 30',
    'May 32',
    'Mars 5',
    'Mai 5',
    '30 Mayors',
    '30 мая выходной',
    'мая',
    '30 Bealtaine',
    '32 Mayflowers',
    '[1]',
    '[ ]',
    '[Photo]',
    '[In reply to]',
    'see the list, [1]',
    'see the list, [12:30]',
    'A, [30.05.2025]',
    'A, [30 May 2025]',
    'see the list, [chapter 12, at 10:30]',
    'see the list, [12 pages, 2025 copies, 10:30]',
    'See https://example.org',
    'https://example.org and more',
    '#apples are here',
    'He pinned a note to the door',
    'Channel creation',
    'VIEWS IN TELEGRAM',
  ],
};

describe.each(Object.entries(lines))('%s', (cue, written) => {
  it.each(written)('is said by %j', (line) => {
    expect(cueOf(line)).toBe(cue);
  });
});

it('what the user says outweighs what the line says', () => {
  const userCues = { separator: (line: string) => line === 'VIEW IN TELEGRAM' };
  expect(scanTexts({ 'dump.txt': 'VIEW IN TELEGRAM' }, { userCues }).lines.cue.at(0)).toBe(Cue.userSeparator);
});

it('the user is asked about the line as it is, without its end', () => {
  const asked: string[] = [];
  const start = (line: string) => asked.push(line) < 0;
  scanTexts({ 'dump.txt': '\ufeff  one \r\ntwo\n\n' }, { userCues: { start } });
  expect(asked).toEqual(['  one ', 'two']);
});

it('a line too long to be a cue is text', () => {
  expect(cueOf(`Forwarded from ${'x'.repeat(700)}`)).toBe('none');
  expect(cueOf(`https://example.org/${'x'.repeat(700)}`)).toBe('none');
});
