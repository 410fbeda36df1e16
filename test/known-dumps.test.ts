// Promises: an index remembers dumps so that the gate and a scan know their texts without them; it takes what is new or
// changed and nothing twice; whoever kills its writer finds the state before or the one after.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openEngine, quoted } from '../src/known/engine.js';
import { openKnown } from '../src/known/open-known.js';
import { verifyKnown } from '../src/known/verify-known.js';
import { askCli } from './ask-cli.js';
import { parseJson, recordsOf, textOf } from './beside/json.js';
import { zip } from './containers-packed.js';
import { closed, runCli, startCli } from './run-cli.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

const ferry =
  'The evening ferry leaves from the north pier this week.\nBicycles go in front, goats go at the back.\n';
const oven =
  'The old oven at the bakery has been rebuilt, brick by brick.\nThe first loaves leave it at six.\n';
const kayak =
  'A red kayak was found on the beach below the lighthouse.\nIts owner may describe the sticker on it.\n';
const choir =
  'The school choir sings on Thursday, whatever the weather.\nBring a chair, and leave the drum at home.\n';

const old = { 'old/ferry.txt': `${ferry}\n${kayak}`, 'old/oven.txt': `${oven}\n${choir}` };

const sermon = 'Whoever borrowed the long ladder brings it back before the harvest.';

/** A line of a dump of records. */
function post(channel: string, date: string, text: string, more: object = {}): string {
  return `${JSON.stringify({ channel, date, text, ...more })}\n`;
}

/** An export of Telegram Desktop of a channel. */
function channelPosts(
  id: number,
  name: string,
  ...posts: readonly { readonly id: number; readonly text: string }[]
): string {
  const date = '2024-01-01T00:00:00';
  const messages = posts.map((one) => ({
    type: 'message',
    date,
    from: name,
    from_id: `channel${id}`,
    ...one,
  }));
  return JSON.stringify({ name, type: 'public_channel', id, messages });
}

/** What violates a policy of a check of `dump` against `against`. */
async function violationsOf(
  cwd: string,
  dump: string,
  against: readonly string[],
  policies: readonly string[] = [],
): Promise<Readonly<Record<string, unknown>>[]> {
  const args = ['check', dump, '--against', ...against, '-f', 'json', ...policies];
  return JSON.parse((await askCli(args, { cwd })).stdout).check.violations;
}

/** What a check tells of `dumps` whether it asks an index or the dumps: how many blocks there are depends on it. */
async function toldOf(cwd: string, dumps: readonly string[], against: readonly string[]) {
  const policies = ['--max-uncredited', '0', '--max-blocks', '0', '--max-repeated', '0%'];
  const args = ['check', ...dumps, '--against', ...against, '-f', 'json', ...policies];
  const { check } = JSON.parse((await askCli(args, { cwd })).stdout);
  return {
    figures: recordsOf(check, 'policies').filter(({ policy }) => policy !== 'blocks'),
    violations: recordsOf(check, 'violations')
      .map(({ policies, copy, origin, credit }) => JSON.stringify({ policies, copy, origin, credit }))
      .toSorted(),
  };
}

/**
 * Dumps of three channels that copy one another, dated and not; each of the texts is of so many paragraphs, of which a post has some.
 * In the old dumps all have a last line that others have too, in the new one few.
 */
function randomDumps(paragraphs: number): Record<string, string> {
  const next = randomFrom(paragraphs);
  const dumps: Record<string, string> = { 'a.jsonl': '', 'b.jsonl': '', 'new.jsonl': '' };
  for (let text = 0; text < 100; text++) {
    for (const dump of Object.keys(dumps)) {
      for (let posts = next(4); posts > 0; posts--) {
        const parts = Array.from({ length: paragraphs }, (_, part) => part).filter(
          () => paragraphs === 1 || next(2) === 1,
        );
        const lines = parts.map(
          (part) => `Part ${part} of tale ${text}, which everybody tells to everybody.`,
        );
        if (dump !== 'new.jsonl' || text % 25 < 2)
          lines.push(`Read on in paper ${text % 2} of this harbour.`);
        const date = next(5) === 0 ? '' : `2024-01-${String(1 + next(20)).padStart(2, '0')}`;
        const more = next(4) === 0 ? { forwarded_from: 'ABC'.charAt(next(3)) } : {};
        dumps[dump] += post('ABC'.charAt(next(3)), date, lines.join('\n'), more);
      }
    }
  }
  return dumps;
}

/** Exports of two channels that copy one another and themselves, and later ones, which have the same messages and more. */
function randomExports(): Record<string, string> {
  const next = randomFrom(5);
  const tales = Array.from({ length: 200 }, (_, tale) => `Tale ${tale}, which everybody tells to everybody.`);
  const dumps: Record<string, string> = {};
  for (const [id, name] of [...'AB'].entries()) {
    const first = tales.flatMap((tale, at) => {
      const text = next(3) === 0 ? `${tale}\nIt is tale ${at} of channel ${name}, by the way.` : tale;
      return next(2) === 0 ? [] : [{ id: at + 1, text }];
    });
    const again = first.filter(() => next(4) === 0).map((one) => ({ ...one, id: one.id + 1000 }));
    const messages = [...first, ...again];
    dumps[`old/${name}.json`] = channelPosts(id + 1, name, ...messages.filter(() => next(3) > 0));
    dumps[`new/${name}.json`] = channelPosts(id + 1, name, ...messages);
  }
  return dumps;
}

/** The bytes of an index of the old dumps, and what lies beside it when it is made. */
async function makeIndex() {
  const cwd = await tempFolder(old);
  const { stderr, code } = await askCli(['index', 'old', '-o', 'known.db', '-q'], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return { bytes: await readFile(join(cwd, 'known.db')), folder: await readdir(cwd) };
}

/** Made once, as an engine takes long to start. */
let made: ReturnType<typeof makeIndex> | null = null;

/** A folder with an index of the old dumps, which are gone. */
async function indexed(files: Readonly<Record<string, string>> = {}): Promise<string> {
  made ??= makeIndex();
  return tempFolder({ ...files, 'known.db': (await made).bytes });
}

async function listed(cwd: string): Promise<string[]> {
  const { stdout } = await askCli(['index', 'list', 'known.db', '--json'], { cwd });
  return recordsOf(parseJson(stdout), 'dumps').map((dump) => textOf(dump, 'path'));
}

describe('a gate with an index', () => {
  it('tells each copy of what only the index has as a finding, in a scan too', async () => {
    const cwd = await indexed({
      'new.txt': `${oven}\nA word of our own, about nothing much.\n`,
    });
    const reporters = ['sarif:new.sarif', 'csv:new.csv'].flatMap((reporter) => ['--reporter', reporter]);
    const args = ['new.txt', '--against', 'known.db', '--fail-on', 'uncredited', ...reporters];
    expect(await askCli(['scan', ...args], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(', 1 uncredited,'),
    });
    const { results } = JSON.parse(await readFile(join(cwd, 'new.sarif'), 'utf8')).runs[0];
    expect(results).toMatchObject([{ ruleId: 'repost-uncredited', level: 'warning' }]);
    const [, row, ...more] = (await readFile(join(cwd, 'new.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(row).toMatch(/^repost-uncredited,warning,.*,new\.txt,1,2,.*,old\/oven\.txt,1,2,/);
    expect(more).toEqual([]);
  });

  it('tells in Markdown what was seen before, beside the verdict and in a scan', async () => {
    const cwd = await indexed({ 'new.txt': `${oven}\n${kayak}` });
    const args = ['new.txt', '--against', 'known.db', '-f', 'markdown'];
    const { stdout } = await askCli(['check', ...args], { cwd });
    expect(stdout).toMatch(/^## ❌ Check failed\n/);
    expect(stdout).toContain('\n## Seen before: 2 posts\n');
    expect(stdout).toMatch(/\| of the text repeats \| seen before \|\n.*\n.*\| 0\.0 % \| 100\.0 % \|\n/);
    const scan = await askCli(['scan', ...args], { cwd });
    expect(scan.stdout).toContain('\n### Seen before, as `known.db` has it\n');
    expect(scan.stdout).toMatch(
      /\| `new\.txt:1-2` post 1 \| {2}\| {2}\| 100 % \| `old\/oven\.txt:1-2` post 1 \|/,
    );
  });

  it('lets no whole dump pass that stands in the index by another path, but where that one was moved', async () => {
    const cwd = await indexed({ ...old, 'new/ferry.txt': old['old/ferry.txt'] });
    const check = (dump: string) => askCli(['check', dump, '--against', 'known.db'], { cwd });
    expect((await check('new/ferry.txt')).code).toBe(1);
    expect(await check('old/ferry.txt')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('left aside  old/ferry.txt of known.db'),
    });
    const markdown = ['check', 'old/ferry.txt', '--against', 'known.db', '-f', 'markdown'];
    expect((await askCli(markdown, { cwd })).stdout).toContain('- left aside: `old/ferry.txt` of `known.db`');
    await rm(join(cwd, 'old/ferry.txt'));
    expect((await check('new/ferry.txt')).code).toBe(0);
  });

  it('lets no whole member of an archive pass either', async () => {
    const cwd = await tempFolder({
      'old.zip': zip({ 'oven.txt': old['old/oven.txt'] }),
      'oven.txt': old['old/oven.txt'],
    });
    await askCli(['index', 'old.zip', '-o', 'known.db'], { cwd });
    expect((await askCli(['check', 'oven.txt', '--against', 'known.db'], { cwd })).code).toBe(1);
  });

  it('names the place that only the index has', async () => {
    const cwd = await indexed({
      'new.txt': `Hear, hear:\n${oven}\nA word of our own, about nothing much.\n`,
    });
    const { stdout, stderr, code } = await askCli(['check', 'new.txt', '--against', 'known.db'], { cwd });
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
    expect(stdout).toContain('against 4 posts in known.db');
    expect(stdout).toContain('copy    new.txt:2-3');
    expect(stdout).toContain('origin  old/oven.txt:1-2  post 1, as known.db has it');
  });

  it('passes what is new, what gives credit, and what the baseline accepts, but not once more', async () => {
    const cwd = await indexed({
      'new.txt':
        'Nobody has said a thing like this before, I think.\n\nNor has anybody said this, whatever it is.\n',
      'credit.txt': `Forwarded from Bakery\n${oven}\nA word of our own, about nothing much.\n`,
      'copy.txt': `${oven}\nA word of our own, about nothing much.\n`,
    });
    const check = (...args: string[]) => askCli(['check', ...args, '--against', 'known.db'], { cwd });
    expect((await check('new.txt', 'credit.txt')).code).toBe(0);
    expect((await check('credit.txt', '--max-blocks', '0')).code).toBe(1);
    expect((await check('copy.txt', '--baseline', 'b.txt', '--update-baseline')).code).toBe(0);
    expect((await check('copy.txt', '--baseline', 'b.txt')).code).toBe(0);
    await writeFile(join(cwd, 'copy.txt'), `${oven}\nA word of our own, about nothing much.\n\n${oven}`);
    expect((await check('copy.txt', '--baseline', 'b.txt')).code).toBe(1);
  });

  it('finds what the old dumps themselves would show', async () => {
    const text = `${ferry}\nA word of our own, about nothing much.\n\n${choir}`;
    const cwd = await indexed({ ...old, 'new.txt': text });
    const violations = async (against: string) => {
      const args = ['check', 'new.txt', '--against', against, '-f', 'json'];
      const { check } = JSON.parse((await askCli(args, { cwd })).stdout);
      return check.violations.map(({ index, ...violation }: Record<string, unknown>) => violation);
    };
    expect(await violations('known.db')).toEqual(await violations('old'));
  });

  it('knows the earliest of several places in a dump, as in an export with the newest first', async () => {
    const cwd = await tempFolder({
      'old.jsonl': [post('A', '2024-01-20', sermon), post('A', '2024-01-07', sermon)].join(''),
      'new.jsonl': post('C', '2024-01-12', sermon),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const [violation, ...more] = await violationsOf(cwd, 'new.jsonl', ['known.db']);
    expect(more).toEqual([]);
    expect(violation).toMatchObject({
      credit: 'uncredited',
      origin: { dump: 'old.jsonl', post: 2, lines: [2, 2] },
    });
  });

  it('takes what the index knows to be earlier for the origin of what repeats in the new dumps', async () => {
    const cwd = await tempFolder({
      'old.jsonl': post('A', '2024-01-01', sermon),
      'new.jsonl': [
        post('C', '2024-02-01', sermon, { forwarded_from: 'A' }),
        post('A', '2024-02-02', sermon),
        post('D', '2024-02-03', sermon),
      ].join(''),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const violations = await violationsOf(cwd, 'new.jsonl', ['known.db']);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({
      copy: { source: 'D' },
      origin: { dump: 'old.jsonl', source: 'A' },
      index: 'known.db',
    });
  });

  it('holds nobody of a cluster to account for what is his own, as the index knows', async () => {
    const news = 'The ferry leaves at seven from now on.';
    const cwd = await tempFolder({
      'old.jsonl': post('S', '2024-01-01', sermon),
      'new.jsonl': [
        post('S', '2024-02-01', news),
        post('R', '2024-02-02', `${sermon}\n${news}`),
        post('S', '2024-02-03', `${sermon}\n${news}`),
      ].join(''),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    for (const threads of ['1', '2']) {
      const args = ['scan', 'new.jsonl', '--against', 'known.db', '--threads', threads];
      const { summary, clusters } = JSON.parse((await askCli([...args, '-f', 'json'], { cwd })).stdout);
      expect(summary.uncredited).toBe(1);
      expect(clusters).toMatchObject([
        { origin: { post: 2 }, members: [{ post: 3, credit: 'own' }] },
        { origin: { post: 1 }, members: [{ post: 2, credit: 'uncredited' }] },
      ]);
      const csv = (await askCli([...args, '--reporter', 'csv'], { cwd })).stdout;
      expect(csv).not.toMatch(/^repost-uncredited.*,new\.jsonl,3,3,/m);
    }
  });

  /** Four posts of one source over one footer: a signature. */
  const footer = 'Mind the gap, and greet the keeper of the lighthouse.';
  const signed = ['red', 'blue', 'green', 'white'].map((colour, day) =>
    post('A', `2024-01-0${1 + day}`, `The ${colour} boat is for sale, with oars and all.\n${footer}`),
  );

  it('lets nothing join new posts that is a signature in the old dumps', async () => {
    const cwd = await tempFolder({
      'old.jsonl': signed.join(''),
      'new.jsonl': ['A', 'B']
        .map((channel) => post(channel, '2024-02-01', `Channel ${channel} has a word to say.\n${footer}`))
        .join(''),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    for (const against of ['old.jsonl', 'known.db'])
      expect(await violationsOf(cwd, 'new.jsonl', [against], ['--max-blocks', '0'])).toEqual([]);
  });

  it('takes nobody for a copyist where posts have but a signature of the old dumps in common', async () => {
    const cwd = await tempFolder({
      'old.jsonl': signed.join(''),
      'new.jsonl': ['A', 'B']
        .map((channel) => post(channel, '2024-02-01', `Hear, hear.\n${footer}`))
        .join(''),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const { stdout } = await askCli(['scan', 'new.jsonl', '--against', 'known.db', '-f', 'json'], { cwd });
    const { summary, clusters } = JSON.parse(stdout);
    expect(summary.uncredited).toBe(0);
    expect(clusters).toMatchObject([{ members: [{ credit: 'own' }] }]);
    const others = ['A', 'B'].map((channel) =>
      post(
        channel,
        '2024-02-01',
        `Channel ${channel} has other things to say. ${footer.repeat(4)}\n${footer}`,
      ),
    );
    await writeFile(join(cwd, 'others.jsonl'), others.join(''));
    const told = await askCli(['scan', 'others.jsonl', '--against', 'known.db'], { cwd });
    expect(told.stdout).toContain('Shared by posts that are otherwise different');
    expect(told.stdout).not.toMatch(/uncredited\n/);
  });

  it('tells once what a dump beside the index had first, and as from there', async () => {
    const cwd = await tempFolder({
      'known.jsonl': post('A', '2024-01-10', `${sermon}\n${ferry}`),
      'beside.jsonl': post('B', '2024-01-01', `Hear, hear.\n${ferry}`),
      'new.jsonl': post('C', '2024-02-01', `${sermon}\n${ferry}`),
    });
    await askCli(['index', 'known.jsonl', '-o', 'known.db'], { cwd });
    const told = async (index: string) =>
      (await violationsOf(cwd, 'new.jsonl', [index, 'beside.jsonl'])).map(
        ({ origin, paragraphs }) => `${JSON.stringify(origin)} ${paragraphs}`,
      );
    expect((await told('known.db')).toSorted()).toEqual((await told('known.jsonl')).toSorted());
  });

  it('counts among what repeats what the index has later copies of, until it is accepted', async () => {
    const cwd = await tempFolder({
      'old.jsonl': post('A', '2024-02-01', sermon),
      'new.jsonl': post('B', '2024-01-01', `${sermon}\nThis is of nobody but of ourselves, and of today.`),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const repeated = async (against: string, ...more: string[]) => {
      const args = [
        'check',
        'new.jsonl',
        '--against',
        against,
        '--max-repeated',
        '0%',
        '-f',
        'json',
        ...more,
      ];
      return JSON.parse((await askCli(args, { cwd })).stdout).check.policies;
    };
    expect(await repeated('known.db')).toEqual(await repeated('old.jsonl'));
    expect(await repeated('known.db')).toMatchObject([{ passed: false }]);
    for (const against of ['old.jsonl', 'known.db']) {
      await repeated(against, '--baseline', `${against}.txt`, '--update-baseline');
      for (const other of ['old.jsonl', 'known.db'])
        expect(await repeated(other, '--baseline', `${against}.txt`)).toMatchObject([{ passed: true }]);
    }
  });

  it('knows a message again that was a copy when it was indexed, also where only the index has its footer', async () => {
    const footer = 'Greetings from the harbour master and his dog.';
    const letters = ['red', 'blue', 'green', 'white'].map((colour, at) => ({
      id: 10 + at,
      text: `The ${colour} boat is for sale, with oars and all.\n${footer}`,
    }));
    const copy = { id: 3, text: `${sermon}\n${footer}` };
    const cwd = await tempFolder({
      'a.json': channelPosts(111, 'A', { id: 1, text: sermon }),
      'b.json': channelPosts(222, 'B', copy, ...letters),
      'new.json': channelPosts(222, 'B', copy, { id: 20, text: 'Other words, which are nowhere else.' }),
      'edited.json': channelPosts(222, 'B', {
        ...copy,
        text: `${copy.text}\nWhich is not ours, by the way.`,
      }),
    });
    await askCli(['index', 'a.json', 'b.json', '-o', 'known.db'], { cwd });
    for (const against of [['a.json', 'b.json'], ['known.db']]) {
      expect(await violationsOf(cwd, 'new.json', against, ['--max-blocks', '0'])).toEqual([]);
      expect(await violationsOf(cwd, 'edited.json', against)).toHaveLength(1);
    }
  });

  it('knows a source again that has another name now', async () => {
    const channel = (name: string, message: number, date: string) =>
      JSON.stringify({
        name,
        type: 'public_channel',
        id: 111,
        messages: [{ id: message, type: 'message', date, from: name, from_id: 'channel111', text: sermon }],
      });
    const cwd = await tempFolder({
      'old.json': channel('City News', 1, '2024-01-01T00:00:00'),
      'new.json': channel('City News!', 7, '2024-03-01T00:00:00'),
      'other.json': channel('City News', 7, '2024-03-01T00:00:00').replaceAll('111', '222'),
    });
    await askCli(['index', 'old.json', '-o', 'known.db'], { cwd });
    expect(await violationsOf(cwd, 'new.json', ['known.db'])).toEqual([]);
    expect(await violationsOf(cwd, 'other.json', ['known.db'])).toHaveLength(1);
  });

  it('takes no source for another that turned out to have another title', async () => {
    const bot = (chat: object, date: number, text: string, from?: object) =>
      JSON.stringify({
        message_id: 7,
        chat: { ...chat, type: 'channel' },
        date,
        text,
        forward_from_chat: from,
      });
    const [pier, news] = [-1000000000001, -1000000000002];
    const cwd = await tempFolder({
      'old.jsonl': bot({ title: 'Old pier', username: 'pier' }, 1700000000, sermon),
      'new.jsonl': [
        bot({ id: -1000000000003, title: 'Quay' }, 1700000100, ferry, { id: pier, title: 'Old pier' }),
        bot({ title: 'News', username: 'pier' }, 1700000200, oven),
        bot({ id: pier, username: 'pier' }, 1700000300, kayak),
        bot({ id: news, title: 'News', username: 'news' }, 1700000400, sermon),
      ].join('\n'),
    });
    await askCli(['index', 'old.jsonl', '--input-format', 'pyrogram-json', '-o', 'known.db'], { cwd });
    expect(await violationsOf(cwd, 'new.jsonl', ['known.db'])).toHaveLength(1);
  });

  it('holds a baseline that was made with the old dumps to the same counts', async () => {
    const cwd = await tempFolder({
      'old.jsonl': post('A', '2024-01-01', sermon) + post('B', '2024-01-02', sermon),
      'new.jsonl': post('C', '2024-02-01', sermon),
      'more.jsonl': post('D', '2024-03-01', sermon),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const check = (...args: string[]) => askCli(['check', ...args, '--baseline', 'b.txt'], { cwd });
    await check('new.jsonl', '--against', 'old.jsonl', '--update-baseline');
    const made = await readFile(join(cwd, 'b.txt'), 'utf8');
    expect((await check('new.jsonl', '--against', 'known.db')).code).toBe(0);
    for (const policy of [[], ['--max-uncredited', '0']]) {
      const { code } = await check('new.jsonl', 'more.jsonl', '--against', 'known.db', ...policy);
      expect(code).toBe(1);
    }
    await check('new.jsonl', '--against', 'known.db', '--update-baseline');
    expect(await readFile(join(cwd, 'b.txt'), 'utf8')).toBe(made);
  });

  it.each([
    ['paragraph', 1],
    ['post of several', 3],
  ])('tells of random dumps what the old dumps would show, %s', async (_, paragraphs) => {
    const cwd = await tempFolder(randomDumps(paragraphs));
    await askCli(['index', 'a.jsonl', 'b.jsonl', '-o', 'both.db'], { cwd });
    await askCli(['index', 'a.jsonl', '-o', 'a.db'], { cwd });
    const told = (...against: string[]) => toldOf(cwd, ['new.jsonl'], against);
    const byDumps = await told('a.jsonl', 'b.jsonl');
    expect(byDumps.violations.length).toBeGreaterThan(100);
    expect(await told('both.db')).toEqual(byDumps);
    expect(await told('a.db', 'b.jsonl')).toEqual(byDumps);
  });

  it('counts a message once that is at hand and in the index', async () => {
    const message = channelPosts(111, 'A', { id: 1, text: sermon });
    const cwd = await tempFolder({
      'old.json': message,
      'new/again.json': `${message}\n`,
      'new/more.jsonl': post('B', '2023-12-01', sermon) + post('C', '2024-02-01', sermon),
    });
    await askCli(['index', 'old.json', '-o', 'known.db'], { cwd });
    const baseline = ['check', 'new', '--baseline', 'b.txt'];
    await askCli([...baseline, '--against', 'old.json', '--update-baseline'], { cwd });
    expect((await askCli([...baseline, '--against', 'known.db'], { cwd })).code).toBe(0);
  });

  it('tells of exports that overlap what the old ones would show', async () => {
    const cwd = await tempFolder(randomExports());
    await askCli(['index', 'old', '-o', 'known.db'], { cwd });
    const byDumps = await toldOf(cwd, ['new'], ['old']);
    expect(byDumps.violations.length).toBeGreaterThan(10);
    expect(await toldOf(cwd, ['new'], ['known.db'])).toEqual(byDumps);
  });

  it('takes a message that the index has in the same words for no copy of itself', async () => {
    const first = { id: 1, text: `${sermon}\nAmen, and mind the gap.` };
    const second = { id: 2, text: 'Other words, which are nowhere else.' };
    const cwd = await tempFolder({
      'old.json': channelPosts(111, 'A', first),
      'new.json': channelPosts(111, 'A', first, second),
      'copy.json': channelPosts(222, 'B', { id: 1, text: sermon }),
      'list.txt': `${sermon}\n`,
    });
    await askCli(['index', 'old.json', '-o', 'known.db'], { cwd });
    const policies = ['--max-blocks', '0', '--max-repeated', '0%'];
    const check = (...args: string[]) => askCli(['check', 'new.json', ...args, ...policies], { cwd });
    for (const against of ['old.json', 'known.db']) {
      expect((await check('--blocklist', 'list.txt', '--against', against)).code).toBe(0);
      expect((await check('copy.json', '--against', against)).code).toBe(1);
    }
    const baseline = ['copy.json', '--baseline', 'b.txt'];
    await check(...baseline, '--update-baseline', '--against', 'old.json');
    expect((await check(...baseline, '--against', 'known.db')).code).toBe(0);
  });

  it('takes what the known post forwards for no message of its own', async () => {
    const cwd = await tempFolder({
      'old.jsonl': post('Z', '2024-01-01', sermon, { id: 5, forwarded_from: 'N' }),
      'new.jsonl': ['N', 'Z'].map((channel) => post(channel, '2024-01-02', sermon, { id: 5 })).join(''),
    });
    await askCli(['index', 'old.jsonl', '-o', 'known.db'], { cwd });
    const { stdout } = await askCli(['scan', 'new.jsonl', '--against', 'known.db', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).seenBefore).toMatchObject([
      { source: 'N', isSameMessage: false },
      { source: 'Z', isSameMessage: true },
    ]);
  });

  it('takes dumps and an index at once, and tells each copy once', async () => {
    const cwd = await indexed({
      'new.txt': `${oven}\n${ferry}\n${sermon}\n`,
      'other.txt': `${ferry}\nMore of it, by somebody else.\n\n${sermon}\nSo says the parson.\n`,
    });
    const args = ['check', 'new.txt', '--against', 'known.db', 'other.txt', '-f', 'sarif'];
    const { results } = JSON.parse((await askCli(args, { cwd })).stdout).runs[0];
    const places = results.map(
      (result: { relatedLocations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.relatedLocations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
    );
    expect(places.flat().toSorted()).toEqual(['old/ferry.txt', 'old/oven.txt', 'other.txt']);
  });
});

describe('an index', () => {
  it('tells a scan what was seen before, where and when', async () => {
    const day = (text: string) =>
      `Bakery, [30.05.2025 10:00]\n${text}\nBakery, [31.05.2025 10:00]\n${kayak}\n`;
    const cwd = await tempFolder({
      'chat.txt': day(oven),
      'new.txt': `${oven}\nA word of our own, about nothing much.\n`,
    });
    await askCli(['index', 'chat.txt', '-o', 'known.db'], { cwd });
    const { stdout, code } = await askCli(['scan', 'new.txt', '--against', 'known.db'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Seen before: 1 post, .*known\.db has 2 posts of 1 dump\n {2}new\.txt:1-2 {2}post 1/,
    );
    expect(stdout).toContain('first in  chat.txt:2-3  post 1  Bakery  2025-05-30T10:00:00');
  });

  it('passes over what it has, replaces what has changed, and forgets what it is told to', async () => {
    const cwd = await tempFolder(old);
    const index = () => askCli(['index', 'old', '-o', 'known.db'], { cwd });
    expect((await index()).stderr).toContain('2 added, 0 replaced, 0 skipped; it has 4 posts of 2 dumps');
    const before = await readFile(join(cwd, 'known.db'));
    expect((await index()).stderr).toContain('0 added, 0 replaced, 2 skipped');
    expect(before.equals(await readFile(join(cwd, 'known.db')))).toBe(true);
    await writeFile(join(cwd, 'old/oven.txt'), `${oven}\n${kayak}`);
    expect((await index()).stderr).toContain('0 added, 1 replaced, 1 skipped; it has 4 posts');
    expect(await listed(cwd)).toEqual(['old/ferry.txt', 'old/oven.txt']);
    const remove = ['index', 'remove', 'known.db', 'old/oven.txt', '-q'];
    expect(await askCli(remove, { cwd })).toMatchObject({ stderr: '', code: 0 });
    const skipped = await askCli(['index', 'old/ferry.txt', '-o', 'known.db'], { cwd });
    expect(skipped.stderr).toContain('1 skipped; it has 2 posts of 1 dump\n');
    const again = await askCli(['index', 'remove', 'known.db', 'old/oven.txt'], { cwd });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is not in known.db') });
  });

  it('leaves nothing beside itself', async () => {
    made ??= makeIndex();
    expect((await made).folder).toEqual(['known.db', 'old']);
  });

  it('is exported as CSV and as Parquet', async () => {
    const cwd = await indexed();
    expect((await askCli(['index', 'export', 'known.db', '--csv', 'known.csv'], { cwd })).code).toBe(0);
    const [header, ...rows] = (await readFile(join(cwd, 'known.csv'), 'utf8')).trimEnd().split('\n');
    expect(header).toMatch(/^fingerprint,dump,/);
    expect(rows).toHaveLength(8);
    // Letters are counted by halves; whole numbers have no point.
    expect(rows.join('\n')).not.toMatch(/\.0,/);
    const said = await askCli(['index', 'export', 'known.db', '--csv', '-'], { cwd });
    expect(said).toMatchObject({ stdout: await readFile(join(cwd, 'known.csv'), 'utf8'), code: 0 });
    expect(await readdir(cwd)).toEqual(['known.csv', 'known.db']);
    expect((await askCli(['index', 'export', 'known.db', '--parquet', 'known.parquet'], { cwd })).code).toBe(
      0,
    );
    expect((await readFile(join(cwd, 'known.parquet'))).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('refuses a second writer while there is one', async () => {
    const cwd = await indexed({ 'more.txt': kayak });
    const engine = await openEngine('64MB');
    await engine.run(`ATTACH ${quoted(join(cwd, '.known.db.lock'))} AS lock`);
    const { stderr, code } = await askCli(['index', 'more.txt', '-o', 'known.db'], { cwd });
    engine.close();
    expect({ stderr, code }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is being written by another process'),
    });
  });

  it('of another normalizer is refused, with what to do', async () => {
    const cwd = await indexed({ 'new.txt': kayak });
    const engine = await openEngine('64MB');
    await engine.run(`ATTACH ${quoted(join(cwd, 'known.db'))} AS known`);
    await engine.run("UPDATE known.about SET normalizer = '0'");
    engine.close();
    const { stderr, code } = await askCli(['check', 'new.txt', '--against', 'known.db'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/with normalizer 0, .*index the dumps anew/);
  });

  it('that is damaged is told from one that is whole', async () => {
    const cwd = await indexed();
    expect((await askCli(['index', 'verify', 'known.db'], { cwd })).stdout).toContain(
      'is whole: 2 dumps, 4 posts',
    );
    const bytes = await readFile(join(cwd, 'known.db'));
    // The three headers stand at the start, behind them are blocks.
    bytes.fill(0xa5, 3 * 4096);
    await writeFile(join(cwd, 'known.db'), bytes);
    const { stderr, code } = await askCli(['index', 'verify', 'known.db'], { cwd });
    expect({ stderr, code }).toMatchObject({ code: 2, stderr: expect.stringContaining('damaged') });
  });

  it('is told where a folder or a pattern has found it, and a check is incomplete', async () => {
    const cwd = await tempFolder({ ...old, 'new.txt': kayak, 'kept/ferry.txt': ferry });
    await runCli(['index', 'old', '-o', 'kept/known.db'], { cwd });
    for (const against of ['kept', 'kept/*.db']) {
      const { stdout, stderr, code } = await runCli(['check', 'new.txt', '--against', against], { cwd });
      expect(`${stdout}${stderr}`).toMatch(/kept\/known\.db is an index .*where --against names it/);
      expect(code).toBe(2);
    }
    expect((await runCli(['scan', 'kept'], { cwd })).code).toBe(0);
  });

  it('is refused where it lacks paragraphs that the run compares', async () => {
    const cwd = await tempFolder({ ...old, 'new.txt': kayak });
    await runCli(['index', 'old', '-o', 'known.db', '--min-characters', '300'], { cwd });
    const check = ['check', 'new.txt', '--against', 'known.db'];
    const { stderr, code } = await runCli(check, { cwd });
    expect({ stderr, code }).toMatchObject({
      stderr: expect.stringContaining('--min-characters 300'),
      code: 2,
    });
    expect((await runCli([...check, '--min-characters', '300'], { cwd })).code).toBe(0);
  });

  it('is not taken for one when it is a text', async () => {
    const cwd = await tempFolder({ 'duck.txt': `My swan DUCK and goose.\n\n${kayak}`, 'new.txt': kayak });
    const { stderr, code } = await runCli(['check', 'new.txt', '--against', 'duck.txt'], { cwd });
    expect({ stderr, code }).toMatchObject({ stderr: expect.not.stringContaining('damaged'), code: 1 });
  });

  it('is not taken for one when it is something else', async () => {
    const cwd = await tempFolder({ 'note.txt': 'not an index\n', 'dump.txt': kayak });
    const { stderr, code } = await askCli(['index', 'dump.txt', '-o', 'note.txt'], { cwd });
    expect({ stderr, code }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('will not be overwritten'),
    });
    expect(await readFile(join(cwd, 'note.txt'), 'utf8')).toBe('not an index\n');
  });
});

/** Each takes a third of a second: `KILLS=50 npx vitest run test/known-dumps.test.ts` for more of them. */
const kills = Number(process.env['KILLS'] ?? 8);

describe('kill -9 while an index is written', () => {
  it(`leaves the state before or the one after, at ${kills} moments`, async () => {
    const cwd = await tempFolder(old);
    const start = performance.now();
    await runCli(['index', 'old/ferry.txt', '-o', 'known.db'], { cwd });
    // From before the index is opened until after the run is over, on a slow machine and on a fast one.
    const latest = Math.ceil(1.3 * (performance.now() - start));
    const next = randomFrom(9);
    for (let round = 0; round < kills; round++) {
      const grow = (await dumpsIn(cwd)) === 1;
      const args = grow
        ? ['index', 'old', '-o', 'known.db']
        : ['index', 'remove', 'known.db', 'old/oven.txt'];
      const child = startCli(args, { cwd });
      child.stdin.end();
      const over = closed(child);
      await Promise.race([over, sleep(next(latest))]);
      child.kill('SIGKILL');
      await over;
      expect([1, 2]).toContain(await dumpsIn(cwd));
    }
    // What the dead have left does not hinder who comes next, and is gone after them.
    expect((await runCli(['index', 'old', '-o', 'known.db'], { cwd })).code).toBe(0);
    expect(await dumpsIn(cwd)).toBe(2);
    expect((await readdir(cwd)).toSorted()).toEqual(['known.db', 'old']);
  }, 90_000);
});

/** Opens, verifies and counts. */
async function dumpsIn(cwd: string): Promise<number> {
  const index = await openKnown(join(cwd, 'known.db'));
  const { dumps, posts } = await verifyKnown(index);
  index.close();
  expect(posts).toBe(2 * dumps);
  return dumps;
}
