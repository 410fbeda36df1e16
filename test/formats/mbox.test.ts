// Promises: of a mail what its writer wrote, decoded and unwrapped, without what is quoted or signed; of a mailbox
// every mail, whatever is wrong with the one before.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mbox } from '../../src/formats/mbox.js';
import { askCli } from '../ask-cli.js';
import { readRecords } from './read-records.js';

const path = resolve(import.meta.dirname, '../../fixtures/formats/mbox.mbox');
const dump = readFileSync(path);

const mail = (headers: string, body: string) =>
  Buffer.from(`From a@example.org Fri May 30 10:00:00 2025\n${headers}\n\n${body}\n\n`);

it('reads mails', async () => {
  const { stdout, code } = await askCli(['split', path]);
  expect(code).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    expect.objectContaining({
      id: 'one@example.org',
      date: '2025-05-30T07:00:00Z',
      source: expect.stringContaining('mbox.mbox'),
      author: 'Anna König',
      lines: [1, 14],
      paragraphs: [
        'Apples are in season again, and the press behind the old barn runs from morning to evening.',
        'Come and see them.',
      ],
    }),
    expect.objectContaining({
      id: 'two@example.org',
      source: 'Orchard friends',
      author: 'Bert',
      replyTo: 'one@example.org',
      paragraphs: ['Яблоки хранятся до самой весны'],
    }),
    expect.objectContaining({
      date: '2025-05-31T05:05:05Z',
      source: 'Orchard friends',
      author: 'carl@example.org',
      paragraphs: ['Pears & plums are über the wall'],
    }),
    expect.objectContaining({ paragraphs: ['From here on the cherries are ripe.'] }),
  ]);
});

it('tells of how many mails something is left out', async () => {
  const { stdout } = await askCli(['scan', path, '-f', 'json']);
  expect(JSON.parse(stdout).dumps[0].evidence).toEqual([
    'mails, each behind a From line',
    'quotations, forwarded mails and signatures left out of 3 mails',
  ]);
});

it('gives the same in pieces of any size', async () => {
  const whole = await readRecords(mbox, dump);
  for (const piece of [1, 50, 1000]) expect(await readRecords(mbox, dump, piece)).toEqual(whole);
});

it('keeps what stands before a cut, and tells of it', async () => {
  const whole = await readRecords(mbox, dump);
  for (let cut = 100; cut < dump.length - 2; cut += 7) {
    const { posts, skipped } = await readRecords(mbox, dump.subarray(0, cut));
    expect(posts.length + skipped.length).toBeGreaterThan(0);
    expect(posts.slice(0, -1)).toEqual(whole.posts.slice(0, Math.max(0, posts.length - 1)));
  }
});

it.each([
  ['an answer', 'Yes.\n\nOn 30 May 2025 at 10:00, Anna wrote:\n> No?\n> Why\n\nIndeed.', 'Yes.\n\n\nIndeed.'],
  ['a wrapped attribution', 'On Fri, May 30, 2025, Anna K\n<a@example.org> wrote:\n> No?\nYes.', 'Yes.'],
  ['a text that ends in a colon', 'This is what I mean:\n> No?', 'This is what I mean:'],
  ['a signature', 'Yes.\n-- \nAnna', 'Yes.'],
  ['an archive that left out a part', 'Yes.\n-------------- next part --------------\nA file', 'Yes.'],
  ['short lines', 'Roses\nare\nred', 'Roses\nare\nred'],
])('leaves out what is not written: %s', async (_, body, text) => {
  const { posts } = await readRecords(mbox, mail('From: a@example.org', body));
  expect(posts[0]?.record.text).toBe(text);
});

it('joins what format=flowed says is one', async () => {
  const { posts } = await readRecords(
    mbox,
    mail('Content-Type: text/plain; format=flowed', 'One \ntwo \nthree\nfour'),
  );
  expect(posts[0]?.record.text).toBe('One two three\nfour');
});

it('survives mails that are hostile', async () => {
  const headers = `Content-Type: multipart/mixed; boundary=a\nX: ${'<,'.repeat(50_000)}\nFrom: ${'(('.repeat(50_000)}`;
  const nested = '--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(1000);
  const { posts, skipped } = await readRecords(mbox, Buffer.concat([mail(headers, nested), dump]));
  expect(posts.slice(-4)).toHaveLength(4);
  expect(posts.length + skipped.length).toBe(5);
});

it('takes no text that begins with a word from', () => {
  for (const text of [
    '',
    'From Monday on\nall is well',
    'Dear\nFrom a@example.org Fri May 30 10:00:00 2025\nA: b\n',
  ]) {
    expect(mbox.sniff({ text, path: 'mail.mbox' })).toBeNull();
  }
});
