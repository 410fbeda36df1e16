// Promises: chats that are written as text, and their JSON twins, come out message by message; text that only looks a
// little like a chat stays text; what is cut or damaged costs no more than itself.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import { whatsappText } from '../../src/formats/whatsapp-text.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';

const fixtures = resolve(import.meta.dirname, '../../fixtures');

interface SplitPost {
  readonly dump: string;
  readonly date: string | null;
  readonly author: string | null;
  readonly source: string;
  readonly forwardedFrom: string | null;
  readonly lines: readonly number[];
  readonly paragraphs: readonly string[];
  readonly media?: string;
  readonly id?: string;
  readonly replyTo?: string;
}

/** The posts that `reposted split` finds in the content of a dump of that name. */
function split(
  content: string | Uint8Array,
  name = 'dump.txt',
  flags: readonly string[] = [],
): Promise<SplitPost[]> {
  return splitAll({ [name]: content }, flags);
}

/** The same of several dumps, in one run. */
async function splitAll(
  dumps: Readonly<Record<string, string | Uint8Array>>,
  flags: readonly string[] = [],
): Promise<SplitPost[]> {
  const cwd = await tempFolder(dumps);
  const { stdout, code, stderr } = await askCli(['split', ...Object.keys(dumps), ...flags], { cwd });
  expect(code, stderr).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const fixture = (name: string) => readFileSync(join(fixtures, 'formats', name));
/** Date, author and paragraphs, as they are read at a glance. */
const told = (posts: readonly SplitPost[]) =>
  posts.map(({ date, author, paragraphs, media }) => [
    date,
    author,
    ...paragraphs,
    ...(media ? [`(${media})`] : []),
  ]);

describe('WhatsApp', () => {
  it('on iOS: brackets, invisible marks, placeholders, CRLF', async () => {
    const posts = await split(fixture('whatsapp-ios.txt'));
    expect(told(posts)).toEqual([
      [
        '2025-05-30T07:00:05',
        'Ilse',
        'Apples are in season again',
        'They keep until the spring',
        'Ask at the gate: it is open',
      ],
      ['2025-05-30T08:30:00', 'Bruno', '(image omitted)'],
      ['2025-05-30T08:31:00', 'Bruno', '(00000012-PHOTO.jpg)'],
      ['2025-05-31T05:05:05', 'Ilse', 'Яблоки хранятся до самой весны'],
    ]);
    expect(posts[0]?.lines).toEqual([2, 5]);
    expect(posts[0]?.source).toBe('dump.txt');
  });

  it('on Android: dash, system lines, a caption under a file', async () => {
    expect(told(await split(fixture('whatsapp-android.txt')))).toEqual([
      ['2025-05-30T07:02:00', 'Ilse', 'Apples are in season again', 'They keep until the spring'],
      ['2025-05-30T08:30:00', '+49 151 0000000', 'Pears were picked too early', '(IMG-20250530-WA0001.jpg)'],
      ['2025-05-31T05:05:00', 'Ilse', '(Media omitted)'],
    ]);
  });

  it('in other writing', async () => {
    const written: Readonly<Record<string, readonly string[]>> = {
      Korean: ['2025. 5. 30. 오후 3:05 - 영희: 사과', '2025. 5. 31. 오전 12:05 - 영희: 배'],
      'Korean, in words': ['2025년 5월 30일 오후 3:05 - 영희: 사과', '2025년 5월 31일 오전 12:05 - 영희: 배'],
      Chinese: ['2025/5/30 下午3:05 - 小明: 苹果', '2025/5/31 凌晨12:05 - 小明: 梨'],
      Japanese: ['2025/05/30 午後3:05 - 花子: りんご', '2025/05/31 0:05 - 花子: 梨'],
      'Arabic, iOS': ['[٣٠/٥/٢٠٢٥، ٣:٠٥:٠٠ م] سارة: تفاح', '[٣١/٥/٢٠٢٥، ١٢:٠٥:٠٠ ص] سارة: كمثرى'],
      'Arabic, Android': [
        '٣٠\u200f/٥\u200f/٢٠٢٥، ٣:٠٥ م - سارة: تفاح',
        '٣١\u200f/٥\u200f/٢٠٢٥، ١٢:٠٥ ص - سارة: كمثرى',
      ],
      'Persian digits': ['۲۰۲۵/۵/۳۰،\u200f ۱۵:۰۵ - سارا: سیب', '۲۰۲۵/۵/۳۱،\u200f ۰:۰۵ - سارا: گلابی'],
      'Thai years': ['30/5/2568 15:05 - Som: apples', '31/5/2568 0:05 - Som: pears'],
    };
    const dumps = Object.entries(written).map(([what, lines]) => [`${what}.txt`, `${lines.join('\n')}\n`]);
    const posts = await splitAll(Object.fromEntries(dumps));
    for (const what of Object.keys(written)) {
      const own = posts.filter(({ dump }) => dump === `${what}.txt`);
      expect([what, ...own.map(({ date }) => date)]).toEqual([
        what,
        '2025-05-30T15:05:00',
        '2025-05-31T00:05:00',
      ]);
      expect(new Set(own.map(({ author }) => author)).size).toBe(1);
      expect(own[0]?.author).not.toBeNull();
    }
  });

  it('in the USA: narrow spaces, midnight at 12 AM', async () => {
    const dates = (await split(fixture('whatsapp-us.txt'))).map(({ date }) => date);
    expect(dates).toEqual(['2025-05-03T07:00:00', '2025-05-04T00:05:00', '2025-05-04T22:45:00']);
  });

  const headers = {
    'spaces before the half': ['03/05/2019, 11:25 p.\u00a0m. - ', '2019-05-03T23:25:00'],
    'a thin space': ['3/5/19, 11:25\u2009pm - ', '2019-05-03T23:25:00'],
    dots: ['03.05.2019, 15:04 - ', '2019-05-03T15:04:00'],
    'the year first': ['2019/05/03, 15:04 - ', '2019-05-03T15:04:00'],
    'no comma': ['[03/05/19 20:49] ', '2019-05-03T20:49:00'],
    colons: ['03-05-19 11:20:19: ', '2019-05-03T11:20:19'],
  } as const;
  it('with headers of other shapes', async () => {
    const dumps = Object.entries(headers).map(([what, [header]]) => [
      `${what}.txt`,
      `${header}Ilse: Apples: ripe\n${header}Bruno: Pears\nand plums\n`,
    ]);
    const posts = await splitAll(Object.fromEntries(dumps));
    for (const [what, [, date]] of Object.entries(headers)) {
      const own = posts.filter(({ dump }) => dump === `${what}.txt`);
      expect([what, ...told(own)]).toEqual([
        what,
        [date, 'Ilse', 'Apples: ripe'],
        [date, 'Bruno', 'Pears', 'and plums'],
      ]);
    }
  });

  const evidence = (dates: readonly string[]) =>
    whatsappText.sniff({ text: dates.map((date) => `${date} - Ilse: Apples\n`).join(''), path: 'a.txt' });

  it('tells which part of a date is the day, and how it knows', () => {
    expect(evidence(['01/02/2025, 10:00', '13/02/2025, 10:00'])).toMatch(/day first \(seen from dates/);
    expect(evidence(['01/02/2025, 10:00', '02/13/2025, 10:00'])).toMatch(/month first \(seen from dates/);
    expect(evidence(['01/12/2025, 10:00', '02/01/2025, 10:00'])).toMatch(/month first \(seen from the order/);
    expect(evidence(['01/02/2025, 10:00', '01/02/2025, 10:05'])).toMatch(/day first \(assumed/);
    expect(evidence(['1/2/25, 10:00 AM', '1/2/25, 10:05 AM'])).toMatch(/month first \(assumed/);
  });

  it('reads a date the other way round where it can only be so', async () => {
    const lines = ['01/02/2025, 10:00', '01/02/2025, 10:01', '12/31/2025, 10:02'];
    const posts = await split(lines.map((date) => `${date} - Ilse: Apples\n`).join(''));
    expect(posts.at(-1)?.date).toBe('2025-12-31T10:02:00');
  });
});

describe('Signal', () => {
  const expected = [
    ['2025-05-30T10:00:00', 'Me', 'Apples are in season again', 'They keep until the spring'],
    ['2025-05-30T10:05:00', 'Bruno', 'Mine are gone: somebody ate them'],
    ['2025-05-30T10:06:00', 'Ilse', '(basket.jpg)'],
  ];

  it('as chat.md: no reactions, no quotes; the folder is the chat', async () => {
    const posts = await split(fixture('signal-export.md'), 'Orchard/chat.md');
    expect(told(posts)).toEqual(expected);
    expect(posts[0]?.source).toBe('Orchard');
  });

  it('as text of older versions', async () => {
    expect(told(await split(fixture('signal-old.txt')))).toEqual([
      expected[0],
      ['2025-05-30T10:05:00', 'Bruno', 'Mine are gone'],
    ]);
  });

  it('as data.json, one message a line', async () => {
    expect(told(await split(fixture('signal-export.json'), 'Orchard/data.json'))).toEqual([
      expected[0],
      ['2025-05-30T10:05:00', 'Bruno', 'Mine are gone', '(basket.jpg)'],
    ]);
  });
});

describe('DiscordChatExporter', () => {
  it('as text: sections, forwards, notices, a quoted header', async () => {
    const posts = await split(fixture('discord.txt'));
    expect(told(posts)).toEqual([
      [
        '2025-05-30T10:00:00',
        'ilse',
        'Apples are in season again',
        'They keep until the spring',
        '(Attachments)',
      ],
      ['2025-05-30T22:05:00', 'bruno#1234', 'Pears were picked too early', 'Leave them by the window'],
      ['2025-05-31T00:02:00', 'ilse', 'He wrote:', '[5/30/2025 10:00 AM] ilse', 'and no more'],
    ]);
    expect(posts.map(({ forwardedFrom }) => forwardedFrom)).toEqual([null, 'Discord message', null]);
    expect(posts[0]?.source).toBe('Orchard / Harvest / apples');
  });

  for (const indent of [0, 2]) {
    it(`as JSON, indented by ${indent}`, async () => {
      const json = JSON.stringify(JSON.parse(fixture('discord.json').toString()), null, indent);
      const posts = await split(json, 'discord.json');
      expect(told(posts)).toEqual([
        [
          '2025-05-30T08:00:00Z',
          'Ilse',
          'Apples are in season again',
          'They keep until the spring',
          '(Attachments)',
        ],
        ['2025-05-30T08:05:00Z', 'bruno', 'Pears were picked too early', 'Leave them by the window'],
        ['2025-05-30T08:07:00Z', 'bruno', 'Mine are gone'],
      ]);
      expect(posts[1]).toMatchObject({ source: 'Orchard / apples', forward: { id: '556', message: '77' } });
    });
  }
});

it('DiscordChatExporter as HTML: dates from ids, authors of a group, what is no text', async () => {
  const posts = await split(fixture('discord.html'), 'Orchard - Harvest - apples [123456789012345678].html');
  expect(told(posts)).toEqual([
    [
      '2025-05-30T08:00:00Z',
      'Ilse',
      'Apples are in season again 🍎',
      'They keep until the spring',
      '(Attachments)',
    ],
    ['2025-05-30T08:05:00Z', 'Ilse', 'See https://example.org/apples & ask'],
    ['2025-05-30T08:06:00Z', 'Bruno', 'Pears were picked too early', 'Leave them by the window'],
    ['2025-05-30T08:08:00Z', 'Bruno', 'Mine are gone'],
  ]);
  expect(posts.map(({ forwardedFrom }) => forwardedFrom)).toEqual([null, null, 'Discord message', null]);
  expect(posts[0]).toMatchObject({ id: posts[3]?.replyTo });
  expect(posts[3]).toMatchObject({ source: 'Orchard / Harvest / apples' });
});

describe('lines that begin with dates', () => {
  const postsOf = async (line: (minute: string, at: number) => string) => {
    const lines = ['05', '10', '15', '20'].map(line).join('\n');
    const posts = await split(Buffer.from(`${lines}\nThey keep\n`));
    return posts.map(({ date, author, paragraphs }) => [date, author, ...paragraphs]);
  };
  const names = ['Ilse', 'Bruno'];

  it('are posts of a date and a text', async () => {
    expect(
      (await split(fixture('dated-lines.txt'))).map(({ date, paragraphs }) => [date, ...paragraphs]),
    ).toEqual([
      ['2025-05-30T10:00:00Z', 'Apples are in season again', 'They keep until the spring'],
      ['2025-05-30T10:05:00Z', 'Pears were picked too early'],
      ['2025-05-31T08:00:30Z', 'Now: plums make the better cake', 'Ask anyone in the village'],
    ]);
  });

  it.each<[string, (minute: string) => string, string]>([
    ['a tab', (minute) => `2025-05-30 10:${minute}\tApples`, '2025-05-30T10:05:00'],
    ['ISO 8601', (minute) => `2025-05-30T10:${minute}:00+03:00 Apples`, '2025-05-30T07:05:00Z'],
    ['a dash', (minute) => `30.05.2025 10:${minute} - Apples`, '2025-05-30T10:05:00'],
    ['brackets', (minute) => `[5/30/25, 1:${minute} PM] Apples`, '2025-05-30T13:05:00'],
    ['spaces in it', (minute) => `30. 5. 2025 10:${minute} Apples`, '2025-05-30T10:05:00'],
    ['a number before it', (minute) => `1${minute} 2025-05-30 10:${minute} Apples`, '2025-05-30T10:05:00'],
    ['an id before it', (minute) => `[1${minute}] [2025-05-30 10:${minute}] Apples`, '2025-05-30T10:05:00'],
  ])('are known with %s', async (_, line, date) => {
    const posts = await postsOf(line);
    expect(posts[0]).toEqual([date, null, 'Apples']);
    expect(posts[3]?.slice(2)).toEqual(['Apples', 'They keep']);
  });

  it('have names where nearly all have one, and names come back', async () => {
    const written = (text: string) => (minute: string, at: number) =>
      `[2025-05-30 10:${minute}:00+00:00] ${names[at % 2]}: ${text}`;
    expect((await postsOf(written('Apples: here')))[0]).toEqual([
      '2025-05-30T10:05:00Z',
      'Ilse',
      'Apples: here',
    ]);
    const above = (minute: string, at: number) => `2025-05-30 10:${minute}:00 ${names[at % 2]}:\nApples\n`;
    expect((await postsOf(above))[0]).toEqual(['2025-05-30T10:05:00', 'Ilse', 'Apples']);
    expect((await postsOf((minute, at) => `2025-05-30 10:${minute}\tLot ${at}: here`))[0]).toEqual([
      '2025-05-30T10:05:00',
      null,
      'Lot 0: here',
    ]);
  });

  it('are quoted by a text where they do not stand all through it', async () => {
    const dates = Array.from({ length: 25 }, (_, at) => `${at + 1}.05.2025 10:00 Apples`);
    const prose = Array.from({ length: 30 }, (_, at) => `They keep until the spring of the year ${at}`);
    const parted = prose.map((line, at) => `${at % 12 === 0 ? `${dates[at]}: ` : ''}${line}\n`);
    for (const lines of [[...prose, ...dates], [...dates, ...prose], parted])
      expect((await split(Buffer.from(lines.join('\n')))).map(({ date }) => date)).not.toContainEqual(
        expect.any(String),
      );
  });

  it('begin the posts of a dump that is cut off', async () => {
    const dates = Array.from({ length: 25 }, (_, at) => `[2025-05-${at + 1} 10:00] Apples`).slice(9);
    const posts = await split(Buffer.from(['they keep until spring', ...dates].join('\n')));
    expect(posts.map(({ date }) => date)).toEqual(dates.map((_, at) => `2025-05-${at + 10}T10:00:00`));
  });

  it('may have the time first, as WhatsApp Web copies it', async () => {
    const posts = await postsOf((minute, at) => `[10:${minute}, 5/30/2025] ${names[at % 2]}: Apples`);
    expect(posts[1]).toEqual(['2025-05-30T10:10:00', 'Bruno', 'Apples']);
  });
});

describe('text that is no chat', () => {
  const taken = (text: string) => detectFormat({ text, path: 'dump.txt' })?.format.name ?? null;

  it.each([
    ['times without dates', '12:30 - x: y\n12:31 - x: z\nand so on\n'],
    ['one header and text', '30/05/2025, 10:00 - Ilse: Apples\nThey keep\n'],
    [
      'a quoted chat',
      'He showed me this:\n30/05/2025, 10:00 - Ilse: Apples\n30/05/2025, 10:01 - Ilse: Pears\n',
    ],
    [
      'dates that begin lines',
      '30/05/2025, 10:00 - Ilse: a\n30.05.2025 was a day\n31.05.2025 too\n01.06.2025 not\n',
    ],
    ['Telegram Desktop clipboard', 'Ilse, [30.05.2025 10:00]\nApples\n\nIlse, [30.05.2025 10:01]\nPears\n'],
    ['a rule and text', `${'='.repeat(62)}\nApples\n${'='.repeat(62)}\n`],
  ])('%s', (_, text) => {
    expect(taken(text)).toBe(null);
  });

  it('no other text dump there is', () => {
    const dumps = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
      // What a run has printed may be JSON, and is no dump.
      .filter((path) => /(?<!expected)\.txt$/.test(path) && !path.startsWith('formats'))
      .map((path) => [path, taken(readFileSync(join(fixtures, path), 'utf8').slice(0, 65_536))]);
    expect(dumps.length).toBeGreaterThan(20);
    expect(dumps.filter(([, format]) => format !== null)).toEqual([]);
  });
});

describe('the log of a program', () => {
  const formatOf = (lines: string[]) =>
    detectFormat({ text: `${lines.join('\n')}\n`, path: 'dump.txt' })?.format.name ?? null;

  it.each([
    ['modules', (who: string) => `2025-05-30 10:00:00 - ${who}: started`, ['server', 'db', 'server']],
    [
      'levels in brackets',
      (who: string) => `[2025-05-30 10:00:00] ${who}: started`,
      ['INFO', 'WARN', 'INFO'],
    ],
    ['Laravel', (who: string) => `[2025-05-30 10:00:00] ${who}: started`, ['local.ERROR', 'local.INFO']],
    ['levels', (who: string) => `30/05/2025 10:00:00: ${who}: started`, ['INFO', 'ERROR', 'Http']],
    ['processes', (who: string) => `[2025-05-30 10:00:00] ${who}: started`, ['sshd[44]', 'cron[1]']],
  ])('stays text: %s', (_, line, names) => {
    expect(formatOf(names.map(line))).toBeNull();
  });

  it('is not what people with short names write', () => {
    expect(formatOf(['ilse', 'bo', 'Info'].map((who) => `[2025-05-30 10:00:00] ${who}: hm`))).toBe(
      'signal-text',
    );
    expect(formatOf(['ilse', 'bo'].map((who) => `2025-05-30, 10:00 - ${who}: hm`))).toBe('whatsapp-text');
  });
});

describe('a chat that is cut or damaged', () => {
  const chats = ['whatsapp-ios.txt', 'signal-export.md', 'signal-export.json', 'discord.txt', 'discord.json'];
  const formats = ['whatsapp-text', 'signal-text', 'signal-json', 'discord-text', 'discord-json'];

  it.each(chats.map((name, at) => [name, formats[at] ?? '']))(
    '%s: what is before the cut is kept',
    async (name, format) => {
      const whole = fixture(name);
      const shares = [0, 0.1, 0.37, 0.62, 0.81, 0.99, 1];
      const dumps = shares.map((share) => [
        `${share}/${name}`,
        whole.subarray(0, Math.floor(whole.length * share)),
      ]);
      const posts = await splitAll(Object.fromEntries(dumps), ['--input-format', format, '--quiet']);
      const textsOf = (share: number) =>
        posts.filter(({ dump }) => dump === `${share}/${name}`).map(({ paragraphs }) => paragraphs);
      for (const share of shares) {
        const kept = textsOf(share);
        expect(kept.length).toBeLessThanOrEqual(textsOf(1).length + 1);
        expect(kept.slice(0, -1)).toEqual(textsOf(1).slice(0, Math.max(0, kept.length - 1)));
      }
      expect(textsOf(1)).toEqual((await split(whole, name)).map(({ paragraphs }) => paragraphs));
    },
  );

  it('is cut in mid-character, or has bytes that are none', async () => {
    const cut = Buffer.from('30/05/2025, 10:00 - Ilse: Яблоки\n30/05/2025, 10:01 - Ilse: Груши').subarray(
      0,
      -1,
    );
    expect((await split(cut, 'dump.txt', ['--quiet']))[0]?.paragraphs).toEqual(['Яблоки']);
    const lines = Array.from({ length: 400 }, (_, at) => `30/05/2025, 10:00 - Ilse: Apple ${at}\n`).join('');
    const damaged = Buffer.from(lines);
    for (let at = 50; at < damaged.length; at += 100 * 34) damaged[at] = 0xff;
    expect((await split(damaged, 'dump.txt', ['--quiet'])).length).toBeGreaterThan(380);
  });

  it('tells of text before the first message', async () => {
    const cwd = await tempFolder({ 'a.txt': 'the rest of a post\n30/05/2025, 10:00 - Ilse: Apples\n' });
    const run = await askCli(['split', 'a.txt', '--input-format', 'whatsapp-text'], { cwd });
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
  });

  it('is not held up by hostile lines', async () => {
    const header = '30/05/2025, 10:00 - Ilse: ';
    const hostile = [':'.repeat(1e6), ' <'.repeat(5e5), '[a](./b)'.repeat(1e5), '30/05/2025, '.repeat(1e5)];
    const dumps = hostile.flatMap((line, at) => [
      [`a${at}.txt`, `${header}a\n${header}${line}\n${line}\n`],
      [`b${at}.txt`, `[2025-05-30 10:00:00] I: a\n[2025-05-30 10:00:01] I: ${line}\n${line}\n`],
    ]);
    const started = performance.now();
    const posts = await splitAll(Object.fromEntries(dumps), ['--quiet']);
    expect(new Set(posts.map(({ dump }) => dump)).size).toBe(dumps.length);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
