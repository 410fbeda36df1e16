// Promises: a message that several exports have is one post: its text is compared once, and repeats nothing; what was
// edited meanwhile, what others copied and what was forwarded again is told as ever.

import { describe, expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';

interface Message {
  readonly text: string;
  readonly id?: number;
  readonly date?: number;
  readonly from?: string;
}

/** An export of Telegram Desktop of the channel `id`. */
const chat = (id: number, ...messages: readonly Message[]) =>
  JSON.stringify({
    name: `Channel ${id}`,
    type: 'public_channel',
    id,
    messages: messages.map(({ text, id = 1, date = 1748588400, from }) => ({
      id,
      type: 'message',
      date_unixtime: String(date),
      forwarded_from: from,
      text,
    })),
  });

const harbour = 'The harbour will be closed on Sunday because of the regatta.';
const ferry = 'Ferries to the outer islands leave from the northern quay instead.';

async function summaryOf(...dumps: readonly string[]) {
  const cwd = await tempFolder(Object.fromEntries(dumps.map((dump, at) => [`${at}.json`, dump])));
  const { stdout } = await askCli(['scan', '.', '-f', 'json'], { cwd });
  const { summary, clusters } = JSON.parse(stdout);
  const { reposts, repeatedShare, credited, uncredited, skipped } = summary;
  const found = { reposts, repeatedShare, credited, uncredited, sameMessages: skipped.sameMessages };
  return { ...found, clusters: clusters.length };
}

const nothing = { reposts: 0, repeatedShare: 0, credited: 0, uncredited: 0, clusters: 0 };

describe('a message that is met again', () => {
  it('repeats nothing', async () => {
    const message = { text: `${harbour}\n${ferry}` };
    expect(await summaryOf(chat(11, message), chat(11, message))).toEqual({ ...nothing, sameMessages: 1 });
  });

  it('repeats nothing where text and an export without messages stand between', async () => {
    const own = chat(11, { text: harbour });
    expect(await summaryOf(own, ferry, chat(11), own)).toEqual({ ...nothing, sameMessages: 1 });
  });

  it('repeats nothing where it has no text', async () => {
    const photo = chat(11, { text: '' });
    expect(await summaryOf(photo, photo, photo)).toEqual({ ...nothing, sameMessages: 2 });
    const captioned = chat(11, { text: harbour });
    expect(await summaryOf(photo, captioned, photo)).toMatchObject({ clusters: 1, sameMessages: 1 });
  });

  it('violates no policy', async () => {
    const exports = { 'old.json': chat(11, { text: harbour }), 'new.json': chat(11, { text: harbour }) };
    const cwd = await tempFolder(exports);
    const policies = ['--max-blocks', '0', '--max-repeated', '0%'];
    expect((await askCli(['check', 'new.json', ...policies, '--against', 'old.json'], { cwd })).code).toBe(0);
    expect((await askCli(['check', '.', ...policies], { cwd })).code).toBe(0);
  });

  it('is cut as any post is', async () => {
    const cwd = await tempFolder({
      'a.json': chat(11, { text: harbour }),
      'b.json': chat(11, { text: harbour }),
    });
    const { stdout } = await askCli(['split', '.'], { cwd });
    const rows = stdout.trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row).paragraphs)).toEqual([[harbour], [harbour]]);
  });

  it('is copied by others once, from where it stands first', async () => {
    const own = chat(11, { text: harbour });
    const copy = chat(12, { text: harbour, date: 1748588500 });
    expect(await summaryOf(own, own, copy)).toMatchObject({ reposts: 1, uncredited: 1, sameMessages: 1 });
    expect(await summaryOf(own, copy, own, copy)).toMatchObject({ uncredited: 1, sameMessages: 2 });
  });

  it('is told where it was edited, each version once', async () => {
    const [first, second] = [chat(11, { text: harbour }), chat(11, { text: `${harbour}\n${ferry}` })];
    const exports = [first, second, second, second];
    expect(await summaryOf(...exports)).toMatchObject({ reposts: 1, clusters: 1, sameMessages: 2 });
    // Edited back, it is the first version again.
    const back = [first, second, first];
    expect(await summaryOf(...back)).toMatchObject({ reposts: 1, clusters: 1, sameMessages: 1 });
  });

  it('may be a forward, but not one that was made again', async () => {
    const forward = { text: harbour, from: 'Coast Watch' };
    const [jan, feb] = [chat(11, forward), chat(11, forward, { ...forward, id: 2, date: 1748588500 })];
    expect(await summaryOf(jan, jan)).toEqual({ ...nothing, sameMessages: 1 });
    // Where but one of the exports says that it is a forward, too.
    const unsaid = chat(11, { text: harbour });
    expect(await summaryOf(jan, unsaid)).toEqual({ ...nothing, sameMessages: 1 });
    expect(await summaryOf(unsaid, jan)).toEqual({ ...nothing, sameMessages: 1 });
    expect(await summaryOf(jan, feb)).toMatchObject({ reposts: 1, credited: 1, sameMessages: 1 });
  });
});
