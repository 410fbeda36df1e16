// Promises: no dump and no pattern holds a run up: time grows with the bytes, whatever they are. A limit is
// at least twice what a slow machine takes.

import { describe, expect, it } from 'vitest';
import { measureCli } from './ask-cli.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

describe('a run is not held up', () => {
  it("by a user's pattern that others choke on", async () => {
    const cwd = await tempFolder({ 'dump.txt': `${'a'.repeat(50_000)}!\n${'a'.repeat(50_000)}\n` });
    // The first line matches none of them, so that all are tried.
    const flags = ['--post-start', '--post-end', '--separator'].flatMap((flag) => [flag, '(a+)+$']);
    expect(await millisecondsOf(['dump.txt', ...flags], '', cwd)).toBeLessThan(10_000);
  });

  const random = randomFrom(7);
  const dumps = {
    'equal lines': lines(() => 'The ferry is late again today.'),
    'distinct lines': lines((at) => `Barrel ${at} is on its way to the pier.`),
    'equal short lines': lines(() => 'Ahoy'),
    'lines by turns': lines((at) => `The ferry number ${at % 2} is late again today.`),
    // Each has copies near by, in no order: what a page that is printed twice must be told from.
    'lines out of a few': lines(() => `The ferry number ${random(50)} is late again today.`),
    // Each may be another cut short: what such a page does to a line with an emoji in it.
    'lines that begin alike': lines((at) => `The ferry is late again today${' again'.repeat(at % 50)}`),
    'headers without a post': lines(() => 'Forwarded from Bakery'),
    'lines of placeholders': lines((at) => (at % 2 === 0 ? 'Media is too big' : 'VIEW IN TELEGRAM')),
    'stamps and lines': lines((at) =>
      at % 2 === 0 ? 'Ilse, [14.06.2025 18:20]' : 'The ferry is late again.',
    ),
    rules: lines(() => '-----'),
    'blank lines round one word': `${lines(() => '')}Ahoy${lines(() => '')}`,
  };
  for (const [what, dump] of Object.entries(dumps)) {
    it(`by 25,000 ${what}`, async () => {
      expect(await millisecondsOf(['-'], dump)).toBeLessThan(5_000);
    });
  }

  it('by long posts that repeat, with ornaments between their lines', async () => {
    const post = lines((at) =>
      at % 2 === 0 ? `Barrel ${at} is on its way to the pier.` : '———🍎🍎———'.repeat(6),
    );
    const args = ['-', '--separator', '^=====$', '--format', 'json'];
    expect(await millisecondsOf(args, `${post}=====\n${post}=====\nThe end.\n`)).toBeLessThan(5_000);
  });

  it('by one long post that four channels have', async () => {
    const post = lines((at) => `Barrel ${at} is on its way to the pier.`);
    const cwd = await tempFolder({ 'a.txt': post, 'b.txt': post, 'c.txt': post, 'd.txt': post });
    expect(await millisecondsOf(['.', '--input-format', 'separator-text'], '', cwd)).toBeLessThan(5_000);
  });

  it('by a run of ornaments in one post, where thousands of others have none', async () => {
    const first = `Barrel 1 is on its way to the pier.\nAhoy\n${'🔥\n'.repeat(25_000)}Barrel 2 is on its way to the pier.\n`;
    const other = '=====\nBarrel 1 is on its way to the pier.\nAhoy\nBarrel 2 is on its way to the pier.\n';
    const args = ['-', '--separator', '^=====$'];
    expect(await millisecondsOf(args, first + other.repeat(25_000))).toBeLessThan(5_000);
  });

  it('by a line of very many words of mixed letters', async () => {
    const words = Array.from({ length: 75_000 }, (_, at) => `b\u043erd${at}`).join(' ');
    expect(await millisecondsOf(['-'], `${words} https://example.org/ä end\n`)).toBeLessThan(5_000);
  });

  // As exports of pages of HTML have them: what is looked at to know the dump ends within the string.
  it('by a first string of JSON with very many quotes in it', async () => {
    const html = '<a href=\\"http://x.y/\\">word</a> '.repeat(12_000);
    expect(await millisecondsOf(['-'], `[{"id":1,"text":"${html}"},{"id":2,"text":"Ahoy"}]`)).toBeLessThan(
      5_000,
    );
  });

  it('by a name that is nearly an object of Python', async () => {
    const post = JSON.stringify({ id: 1, text: 'Ahoy', author: `{${':'.repeat(300_000)}` });
    expect(await millisecondsOf(['-'], `${post}\n`)).toBeLessThan(5_000);
  });

  it('by posts that are wrapped again and again', async () => {
    const wide = (at: number) => Array.from({ length: 2000 }, (_, key) => `"${at}-${key}":1`).join();
    const wrapped = Array.from({ length: 40 }, (_, at) => `{${wide(at)},"data":`).join('');
    const post = `${wrapped}{"id":1,"text":"Ahoy"}${'}'.repeat(40)}\n`;
    expect(await millisecondsOf(['-'], post.repeat(8))).toBeLessThan(5_000);
  });

  it('by JSON that is nested without an end behind a broken record', async () => {
    const dump = `[{"id":1,"text":"a"}, x${'{"id":'.repeat(1_200_000)}`;
    expect(await millisecondsOf(['-'], dump)).toBeLessThan(5_000);
  });

  it('by a list whose first string has very many line ends', async () => {
    expect(await millisecondsOf(['-'], `["Ahoy${'\\n'.repeat(5_000_000)}","Ahoy"]`)).toBeLessThan(10_000);
  });

  it('by sources that turn out to be one, one behind the other', async () => {
    const channels = Array.from({ length: 16_000 }, (_, at) => at + 1);
    const titled = channels.map((id) => telegramPost({ id: -1e12 - id, title: `Pier ${id}` }));
    const joined = channels.map((id) => telegramPost({ id: -1e12 - id, username: 'pier' })).reverse();
    expect(await millisecondsOf(['-'], [...titled, ...joined].join('\n'))).toBeLessThan(8_000);
  });

  it('by one message that very many channels forward', async () => {
    const forward = { forward_from_chat: { id: -1e12 - 7, title: 'Quay' }, forward_from_message_id: 5 };
    const posts = Array.from({ length: 80_000 }, (_, at) =>
      telegramPost({ id: -1e12 - 1000 - at, title: `Pier ${at}` }, forward),
    );
    expect(await millisecondsOf(['-'], posts.join('\n'))).toBeLessThan(12_000);
  });

  it('by lines of a megabyte of one letter or mark', async () => {
    const pairs = ['a', '\u0301', '\u{1f468}\u200d', '&amp;', 'https://', '('].map((unit) => {
      const line = unit.repeat(1_000_000 / Buffer.byteLength(unit));
      return `${line}\n${line}\n`;
    });
    expect(await millisecondsOf(['-'], pairs.join(''))).toBeLessThan(8_000);
  });
});

/** 25,000 lines. */
function lines(line: (at: number) => string): string {
  return Array.from({ length: 25_000 }, (_, at) => `${line(at)}\n`).join('');
}

/** A post of a channel, as bots of Telegram get it. */
function telegramPost(chat: object, forward: object = {}): string {
  const message = { message_id: 1, date: 1748588400, text: 'Ahoy', ...forward };
  return JSON.stringify({ ...message, chat: { ...chat, type: 'channel' } });
}

/** Milliseconds of processors that a run takes, which must end well: how busy the machine is otherwise changes little. */
async function millisecondsOf(args: readonly string[], stdin: string, cwd = process.cwd()): Promise<number> {
  const { answer, milliseconds } = await measureCli([...args, '--quiet'], { cwd, stdin });
  expect(answer.code, answer.stderr).toBe(0);
  return milliseconds;
}
