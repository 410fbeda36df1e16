// Promises: messages of Telegram that were saved as HTML, by its desktop client or from a channel's page, come out as
// they were posted; damage costs the message it is in and is told.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { telegramDesktopHtml } from '../../src/formats/telegram-desktop-html.js';
import { telegramWebHtml } from '../../src/formats/telegram-web-html.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';
import { orchard } from './orchard.js';
import { readRecords } from './read-records.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const formats = [telegramDesktopHtml, telegramWebHtml].map((format) => ({
  name: format.name,
  format,
  dump: readFileSync(resolve(folder, `${format.name}.html`)),
}));

async function split(dump: Uint8Array) {
  const { stdout, stderr, code } = await askCli(['split', '-'], { stdin: dump });
  const rows: readonly Record<string, unknown>[] = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { rows, stderr, code };
}

describe.each(formats)('$name', ({ format, dump }) => {
  it('gives the posts', async () => {
    const { rows, code } = await split(dump);
    expect(code).toBe(0);
    const expected = orchard.map((post) => expect.objectContaining({ ...post, cue: 'record' }));
    expect(rows).toEqual(expected);
  });

  it('gives the same in pieces of any size', async () => {
    const whole = await readRecords(format, dump);
    expect(whole.skipped).toEqual([]);
    for (const piece of [1, 7, 1000]) expect(await readRecords(format, dump, piece)).toEqual(whole);
  });

  it('says where a message stands', async () => {
    const text = dump.toString();
    for (const { record, place } of (await readRecords(format, dump)).posts) {
      const there = dump.subarray(place.start, place.end).toString();
      expect(there).toMatch(/^<div [\s\S]*<\/div>$/);
      expect(there).toContain(record.id);
      expect(text.split('\n')[place.line - 1]).toContain(there.split('\n')[0]);
      expect(place.endLine - place.line).toBe(there.split('\n').length - 1);
    }
  });

  it('keeps what stands before a cut, and tells of it', async () => {
    const whole = await readRecords(format, dump);
    for (let cut = 700; cut < dump.length - 60; cut += 13) {
      const { posts, skipped } = await readRecords(format, dump.subarray(0, cut));
      expect(posts.map(({ record }) => record)).toEqual(
        whole.posts.slice(0, posts.length).map(({ record }) => record),
      );
      expect(posts.length).toBe(whole.posts.filter(({ place }) => place.end <= cut).length);
      if (posts.length > 0) expect(skipped).not.toEqual([]);
    }
  });

  it.each([
    ['an end tag is missing', (html: string) => html.replace(/(They keep until the spring\s*)<\/div>/, '$1')],
    [
      'a quote is not closed',
      (html: string) => html.replace(/(<div class="[\w ]*text[\w -]*)"([^<]*>\s*Apples are)/, '$1$2'),
    ],
    ['a comment is not closed', (html: string) => html.replace('They keep', '<!-- They keep')],
    [
      'the next beginning is lost',
      (html: string) => html.replace(/<div (?=[^>]*(?:id="message3"|_news\/3"))/, '<dxv '),
    ],
  ])('loses no more than two messages where %s', async (_, damage) => {
    const damaged = damage(dump.toString());
    expect(damaged).not.toBe(dump.toString());
    const whole = await readRecords(format, dump);
    const { posts, skipped } = await readRecords(format, Buffer.from(damaged));
    expect(posts.map(({ record }) => record.id)).toEqual(expect.arrayContaining(['4', '5', '6']));
    const texts = new Map(whole.posts.map(({ record }) => [record.id, record.text]));
    for (const { record } of posts) expect(record.text).toBe(texts.get(record.id));
    expect(skipped).toHaveLength(posts.length < orchard.length ? 1 : 0);
  });

  it('survives what is hostile within a message', async () => {
    const bomb = `${'<b>'.repeat(200_000)}<i x="${'y'.repeat(1_000_000)}">${'<p>&amp;'.repeat(100_000)}`;
    const { posts, skipped } = await readRecords(
      format,
      Buffer.from(dump.toString().replace('They keep', `They${bomb} keep`)),
      100_000,
    );
    expect(posts.map(({ record }) => record.id)).toEqual(['3', '4', '5', '6']);
    expect(skipped).toHaveLength(1);
  });

  it('reads deep nesting that ends', async () => {
    const deep = `${'<b>'.repeat(5000)}keep${'</b>'.repeat(5000)}`;
    const { posts } = await readRecords(
      format,
      Buffer.from(dump.toString().replace('They keep', `They ${deep}`)),
    );
    expect(posts[0]?.record.text).toBe('Apples are in season again\nThey keep until the spring');
  });

  it('takes no other HTML, and no text that speaks of it', () => {
    for (const text of [
      '',
      '<html><body><div class="message">Hi</div></body></html>',
      `He wrote ${dump.toString()}`,
    ]) {
      expect(format.sniff({ text, path: 'messages.html' })).toBeNull();
    }
    expect(format.sniff({ text: dump.toString(), path: 'dump.txt' })).not.toBeNull();
  });
});

describe('an export of many pages', () => {
  /** A page of a chat, with the messages of these ids; some are said by whoever said the one before. */
  const page = (ids: readonly number[], { joined = false, replyTo = '' } = {}) => `<!DOCTYPE html>
<html><body><div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">
Orchard club
</div></div></div>
<div class="page_body chat_page"><div class="history">
${ids
  .map(
    (id, at) => `<div class="message default clearfix${joined && at > 0 ? ' joined' : ''}" id="message${id}">
<div class="body">
<div class="pull_right date details" title="30.05.2025 10:00:${10 + id} UTC+03:00">10:00</div>
${joined && at > 0 ? '' : '<div class="from_name">Ilse</div>'}
${replyTo === '' ? '' : `<div class="reply_to details">In reply to <a href="${replyTo}">this message</a></div>`}
<div class="text">The plums of tree ${id} fell in the night</div>
</div></div>`,
  )
  .join('\n')}
</div></div></div></body></html>
`;

  it('has pages without messages, too, which are no other HTML', () => {
    const list = page([]).replace('page_body chat_page', 'page_body list_page');
    expect(telegramDesktopHtml.sniff({ text: list, path: 'chats.html' })).not.toBeNull();
  });

  it('is one source, in the order of its pages; each message is told with the page and line where it stands', async () => {
    const cwd = await tempFolder({
      'messages.html': page([1, 2], { joined: true }),
      'messages2.html': page([3, 4], { joined: true, replyTo: 'messages.html#go_to_message2' }),
      'messages10.html': page([5], {}),
    });
    const { stdout, stderr, code } = await askCli(['split', '.'], { cwd });
    expect([stderr, code]).toEqual(['', 0]);
    const rows = stdout
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(rows.map(({ dump, id, source, author }) => [dump, id, source, author])).toEqual([
      ['messages.html', '1', 'Orchard club', 'Ilse'],
      ['messages.html', '2', 'Orchard club', 'Ilse'],
      ['messages2.html', '3', 'Orchard club', 'Ilse'],
      ['messages2.html', '4', 'Orchard club', 'Ilse'],
      ['messages10.html', '5', 'Orchard club', 'Ilse'],
    ]);
    expect(rows[2].replyTo).toBe('2');
    for (const { dump, lines, id } of rows) {
      const [first] = readFileSync(resolve(cwd, dump), 'utf8')
        .split('\n')
        .slice(lines[0] - 1);
      expect(first).toContain(`id="message${id}"`);
    }
  });

  it('repeats itself, and copies nobody', async () => {
    const again = page([1]).replace('id="message1"', 'id="message9"');
    const cwd = await tempFolder({ 'messages.html': page([1, 2]), 'messages2.html': again });
    const { stdout } = await askCli(['scan', '.', '-f', 'json'], { cwd });
    const { summary, clusters } = JSON.parse(stdout);
    expect(summary).toMatchObject({ dumps: 2, credited: 0, uncredited: 0 });
    expect(clusters.map(({ members }: { members: { credit: string }[] }) => members[0]?.credit)).toEqual([
      'own',
    ]);
  });
});
