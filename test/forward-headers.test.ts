// Promises: a line that says where a post is from is known in every language of the apps, whatever stands round the
// name; a name is what people call themselves, and a sentence is none.

import { describe, expect, it } from 'vitest';
import { Cue } from '../src/model.js';
import { scanTexts } from './scan-texts.js';

/** What the lines of a text declare, by line number from 1. */
function headersOf(text: string, forwardPhrases: readonly string[] = []) {
  const { lines } = scanTexts({ 'dump.txt': text }, { userCues: { forwardPhrases } });
  return [...lines.headers].map(([row, header]) => ({ line: lines.line.at(row), ...header }));
}

const cuesOf = (text: string) => {
  const { lines } = scanTexts({ 'dump.txt': text });
  return Array.from({ length: lines.rows }, (_, row) => lines.cue.at(row));
};

describe('a forward header', () => {
  it.each([
    ['en', 'Forwarded from Orchard'],
    ['ru, a user', 'Переслано от Orchard'],
    ['ru, a channel', 'Переслано из Orchard'],
    ['uk', 'Переслано від Orchard'],
    ['be', 'Пераслана ад Orchard'],
    ['de, a user', 'Weitergeleitet von Orchard'],
    ['de, a channel', 'Weitergeleitet aus Orchard'],
    ['es', 'Reenviado de Orchard'],
    ['es, until 2019', 'Reenviado desde Orchard'],
    ['ca', 'Reenviat de: Orchard'],
    ['fr', 'Transféré de Orchard'],
    ['it', 'Inoltrato da Orchard'],
    ['pt-BR', 'Encaminhado de Orchard'],
    ['nl', 'Doorgestuurd van Orchard'],
    ['pl, a user', 'Przekazana od Orchard'],
    ['pl, a channel', 'Przekazana z Orchard'],
    ['tr, a user', 'Orchard kişisinden iletildi'],
    ['tr, a channel', 'Orchard kanalından iletildi'],
    ['ko, a user', '전달된 사용자 Orchard'],
    ['ko, a channel', '전달된 채널 Orchard'],
    ['ko, until 2019', 'Orchard로 부터 전달 받음'],
    ['id', 'Diteruskan dari Orchard'],
    ['ms', 'Dimajukan dari Orchard'],
    ['ar', 'تم التحويل من Orchard'],
    ['fa', 'هدایت شده از Orchard'],
    ['macOS, with a colon', 'Forwarded from: Orchard'],
    ['the web page, with a no-break space', 'Forwarded from\u00a0Orchard'],
    ['marks round the name', 'هدایت شده از \u2068Orchard\u2069'],
    ['a mark before the phrase', '\u200fتم التحويل من Orchard'],
    ['a bot', 'Forwarded from Orchard via @applebot'],
    ['a bot, in Russian', 'Переслано от Orchard через @applebot'],
    ['a bot, in French', 'Transféré de Orchard avec @applebot'],
    ['a text browser, which indents', '   Forwarded from Orchard  '],
    ['capitals', 'FORWARDED FROM Orchard'],
    ['brackets, as Telegram Desktop copies it', '[Forwarded from Orchard]'],
    ['brackets, in Russian', '[Переслано от Orchard]'],
    ['catalogues of channels', 'Репост из: Orchard'],
  ])('is read in %s', (_, line) => {
    expect(headersOf(line)).toEqual([{ line: 1, kind: 'forward', from: 'Orchard', author: null }]);
  });

  it('names the author in brackets', () => {
    expect(headersOf('Forwarded from Orchard (Anna K)')).toMatchObject([
      { from: 'Orchard', author: 'Anna K' },
    ]);
    expect(headersOf('Forwarded from Orchard (Anna K) via @bot')).toMatchObject([{ author: 'Anna K' }]);
  });

  it.each([
    'Anna K.',
    'Dr. No',
    'Dr. Smith',
    'News.ru',
    'Кремль. Путин',
    'Москва. Главное 24/7',
    'Пулемёт. Дневник',
    'What? Where? When?',
    'Yahoo! News',
    'МИД России 🇷🇺',
    'Тихая Gavan – News',
    'The "Pear" & Co.',
    '«Яблоко»',
    '24/7',
    '河边消息',
    'A',
  ])('takes %j for a name', (name) => {
    expect(headersOf(`Forwarded from ${name}`)).toMatchObject([{ from: name }]);
  });

  it('knows the words that a user adds', () => {
    expect(headersOf('Vidarebefordrat från Orchard', ['Vidarebefordrat från'])).toMatchObject([
      { from: 'Orchard' },
    ]);
    expect(headersOf('Vidarebefordrat från Orchard')).toEqual([]);
  });
});

describe('a header with the name on the next line', () => {
  it.each([
    ['en, Android', 'Forwarded from\nOrchard\nApples'],
    ['en, iOS', 'Forwarded message\nFrom: Orchard\nApples'],
    ['ru', 'Пересланное сообщение\nОт: Orchard\nApples'],
    ['uk', 'Переслане повідомлення\nВід: Orchard'],
    ['be', 'Перасланае паведамленне\nOrchard'],
    ['de', 'Weitergeleitete Nachricht\nVon: Orchard'],
    ['es', 'Mensaje reenviado\nDe: Orchard'],
    ['ca', 'Missatge reenviat\nOrchard'],
    ['fr', 'Message transféré\nDe: Orchard'],
    ['it', 'Messaggio inoltrato\nDa: Orchard'],
    ['pt-BR', 'Mensagem encaminhada\nDe: Orchard'],
    ['nl', 'Doorgestuurd bericht\nVan: Orchard'],
    ['pl', 'Przekazana wiadomość\nOd: Orchard'],
    ['tr', 'Mesaj iletildi\nOrchard'],
    ['ko', '전달된 메시지\nOrchard'],
    ['id', 'Pesan terusan\nOrchard'],
    ['ms', 'Mesej dimajukan\nOrchard'],
    ['ar', 'الرسالة المعاد توجيهها\nOrchard'],
    ['fa', 'پیام هدایت شده\n\u2068Orchard\u2069'],
    ['cs', 'Přeposlaná zpráva\nOrchard'],
    ['sk', 'Preposlaná správa\nOrchard'],
    ['hu', 'Továbbított üzenet\nOrchard'],
    ['fi', 'Välitetty viesti\nOrchard'],
    ['sv', 'Vidarebefordrat meddelande\nOrchard'],
    ['nb', 'Videresendt melding\nOrchard'],
    ['hr', 'Proslijeđena poruka\nOrchard'],
    ['sr', 'Прослеђена порука\nOrchard'],
    ['uz', 'Uzatilgan xabar\nOrchard'],
  ])('is read in %s', (_, lines) => {
    expect(headersOf(lines)).toEqual([{ line: 2, kind: 'forward', from: 'Orchard', author: null }]);
    expect(cuesOf(lines).slice(0, 2)).toEqual([Cue.forwardAlone, Cue.forwardName]);
  });

  it('keeps a name that has a colon in it', () => {
    expect(headersOf('Forwarded from\nUrgent: Orchard')).toMatchObject([{ from: 'Urgent: Orchard' }]);
  });
});

describe('no forward header', () => {
  it.each([
    'Forwarded from the old archive. It was found in a cellar',
    'Forwarded from a friend who saw it yesterday.',
    'Forwarded from my friend. He says hello to everyone.',
    'Forwarded from my friend. He says hello',
    'Forwarded from Anna. She says hello',
    'Forwarded from Anna. She Says Hello To All The Good People',
    'Переслано от Анны. Она в порядке',
    'Story from Kherson',
    'Forwarded from here, and from there,',
    'Forwarded from the following places:',
    `Forwarded from ${'a very long way off '.repeat(8)}`,
    'Forwarded fromage is no cheese',
    'Repost from the old archive. It was found in a cellar',
    'It was forwarded from Orchard',
    'Переслано от имени комитета. Читайте дальше',
    'Weitergeleitet',
    'Forwarded messages are welcome',
  ])('is %j', (line) => {
    expect(headersOf(line)).toEqual([]);
    expect(cuesOf(line)).toEqual([Cue.none]);
  });
});
