// Promises: files of no fixed kind come out as posts by the names of their fields, and nothing else is taken for one.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFieldUse } from '../../src/formats/field-use.js';
import type { FieldNames } from '../../src/formats/format.js';
import { genericPost } from '../../src/formats/generic-post.js';
import { jsonRecords } from '../../src/formats/json-records.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';
import { readRecords } from './read-records.js';

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../../fixtures/formats', name));
const sniff = (text: string, fields?: FieldNames) => jsonRecords.sniff({ text, path: 'dump' }, fields);

describe('JSON of no fixed kind', () => {
  it('is an object with an array in it, whose fields are known by their names', async () => {
    const { posts, skipped } = await readRecords(jsonRecords, fixture('json-records.json'));
    expect(posts.map(({ record }) => [record.id, record.text, record.source?.name, record.forward])).toEqual([
      ['1', 'Bees are back in the lime tree', 'Garden', undefined],
      ['2', '', 'Garden', undefined],
      ['3', 'Пчёлы вернулись на липу', 'Сад', { id: '7', name: 'Garden' }],
      ['5', 'Beans\n\nPlant them in rows', 'Garden', {}],
    ]);
    expect(posts.map(({ record }) => record.date?.seconds)).toEqual([
      1748588400, 1748592000, 1748595600, 1748563200,
    ]);
    expect(skipped).toEqual([
      '37: expected a text field (text, message, body …) or --text-field, found post_id, note',
    ]);
  });

  it('ends anywhere, and keeps what was whole', async () => {
    for (const name of ['json-records.json', 'json-records.jsonl']) {
      const bytes = fixture(name);
      const whole = await readRecords(jsonRecords, bytes);
      for (let end = 0; end < bytes.length; end += 3) {
        const { posts } = await readRecords(jsonRecords, bytes.subarray(0, end), 11);
        const complete = whole.posts.filter(({ place }) => place.end <= end);
        if (sniff(bytes.toString('utf8', 0, end)) !== null) expect(posts).toEqual(complete);
      }
    }
  });

  it('loses a broken line and no other', async () => {
    const lines = Array.from({ length: 300 }, (_, at) =>
      at % 100 === 7 ? `{"id":${at},"text":"cut` : JSON.stringify({ id: at, text: `row ${at}` }),
    );
    const { posts, skipped } = await readRecords(jsonRecords, Buffer.from(lines.join('\n')));
    expect(posts).toHaveLength(297);
    expect(skipped.map((told) => told.split(':')[0])).toEqual(['8', '108', '208']);
  });

  it('loses nobody knows how much where no record is found behind a broken one', async () => {
    const told = async (dump: string) => {
      const { posts, skipped, lost } = await readRecords(jsonRecords, Buffer.from(dump));
      return [posts.length, skipped.map((one) => one.split(':')[0]), lost.length];
    };
    expect(await told('["plums",\n"figs\nand more", "pears"]')).toEqual([1, ['2'], 1]);
    expect(await told('[\n// ripe\n{"id":1,"text":"a"},\n{"id":2,"text":"b"}]')).toEqual([0, ['2'], 1]);
    expect(await told('[{"id":1,"text":"a"},\n{"id":2,"text":"b" c},\n{"id":3,"text":"d"}]')).toEqual([
      2,
      ['2'],
      0,
    ]);
    expect(await told('[{"id":1,"text":"a"}]\nDone.')).toEqual([1, ['2'], 0]);
  });

  it('may have what Python writes for numbers that are none', async () => {
    const records = ['{"id":1,"text":"plums, NaN","views":NaN}', '{"id":2,"text":"figs","views":-Infinity}'];
    for (const dump of [`[${records}]`, records.join('\n')]) {
      const { posts, skipped } = await readRecords(jsonRecords, Buffer.from(dump));
      expect(posts.map(({ record }) => record.text)).toEqual(['plums, NaN', 'figs']);
      expect([skipped, sniff(dump)]).toEqual([[], expect.any(String)]);
    }
  });

  it('says in its report what was forced', async () => {
    const cwd = await tempFolder({ 'dump.json': '[{"id":1,"text":"a"}]' });
    for (const [flags, format] of [
      [['--input-format', 'json-records'], 'json-records'],
      [['--input-format', 'blank-line-text'], 'blank-line-text'],
      [['--one-post-per-line'], 'line-text'],
      [[], null],
    ] as const) {
      const { stdout } = await askCli(['scan', 'dump.json', '-f', 'json', ...flags], { cwd });
      expect(JSON.parse(stdout).settings.format).toBe(format);
    }
  });

  it('says in its report what else was told of reading and cutting', async () => {
    const cwd = await tempFolder({ 'a.csv': 'who,when,words\nA,2025-05-30,plums\n', 'a.txt': 'a\n---\nb\n' });
    const settingsBy = async (...args: readonly string[]): Promise<unknown> =>
      JSON.parse((await askCli(['scan', '-f', 'json', ...args], { cwd })).stdout).settings;
    const fields = ['--text-field', 'words', '--source-field', 'who', '--date-field', 'when'];
    expect(await settingsBy('a.csv', ...fields, '--encoding', 'utf-8', '--max-bytes', '1M')).toMatchObject({
      textField: 'words',
      sourceField: 'who',
      dateField: 'when',
      idField: null,
      encoding: 'utf-8',
      maxBytes: 1048576,
    });
    expect(await settingsBy('a.txt', '--separator', '^-+$', '--forward-phrase', 'Via')).toMatchObject({
      separator: '^-+$',
      postStart: null,
      forwardPhrases: ['Via'],
    });
  });

  it('keeps ids that are longer than numbers can be, digit by digit', async () => {
    const records =
      '{"id":9007199254740993,"text":"a 9007199254740993, \\"and\\": 12345678901234567890"}\n' +
      '{"id":-1234567890123456789,"text":"b","date":1748599200000000001}\n{"id":1.25e19,"text":"c"}\n';
    for (const dump of [records, `[${records.trim().replaceAll('\n', ',')}]`]) {
      const { posts, skipped } = await readRecords(jsonRecords, Buffer.from(dump));
      expect(skipped).toEqual([]);
      expect(posts.map(({ record }) => record.id)).toEqual([
        '9007199254740993',
        '-1234567890123456789',
        '12500000000000000000',
      ]);
      expect(posts[0]?.record.text).toBe('a 9007199254740993, "and": 12345678901234567890');
      expect(posts[1]?.record.date?.seconds).toBe(1748599200);
    }
  });

  it('is recognised only where a record parses and has a text', () => {
    expect(sniff('[{"id":1,"text":"a"}]')).not.toBeNull();
    expect(sniff('{"response":{"items":[{"id":1,"body":"a"}]}}')).not.toBeNull();
    expect(sniff('{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n')).not.toBeNull();
    expect(sniff('[{"id":1,"words":"a"}]')).toBeNull();
    expect(sniff('[{"id":1,"words":{"plain":"a"}}]', { text: 'words.plain' })).not.toBeNull();
    expect(sniff('{\n "id": 1,\n "text": "a"\n}\n{\n "id": 2,\n "text": "b"\n}\n')).not.toBeNull();
    expect(sniff('{"id":1,"text":"a"}{"id":2,"text":"b"}')).not.toBeNull();
    expect(sniff('[{"name":"pets","description":"All about pets"}]')).toBeNull();
    expect(sniff('{"name":"x","version":"1.0.0","description":"A package"}')).toBeNull();
    expect(sniff('[Photo] A note {"text": "quoted"} in prose\n')).toBeNull();
    expect(sniff('{curly} prose, [{"text": nothing that parses}]\n')).toBeNull();
    expect(sniff('')).toBeNull();
  });
});

describe('records in JSON of no fixed kind', () => {
  const idsIn = async (dump: string) =>
    (await readRecords(jsonRecords, Buffer.from(dump))).posts.map(({ record }) => record.id);

  it('are what is most like posts, wherever they stand', async () => {
    const messages = '[{"id":1,"text":"a"},{"id":2,"text":"b"}]';
    expect(await idsIn(`{"id":9,"description":"about","messages":${messages}}`)).toEqual(['1', '2']);
    expect(await idsIn(`{"text":"about","messages":${messages}}`)).toEqual(['1', '2']);
    expect(await idsIn(`{"users":[{"id":7,"description":"bio"}],"posts":${messages}}`)).toEqual(['1', '2']);
    expect(await idsIn(`{"id":9,"date":1,"text":"post","comments":${messages}}`)).toEqual(['9']);
    expect(await idsIn(`{"id":8,"text":"x"}\n{"id":9,"text":"y","comments":${messages}}\n`)).toEqual([
      '8',
      '9',
    ]);
  });

  it('may be in several lists of one object, of which those without a text are none', async () => {
    const list = (...ids: number[]) => JSON.stringify(ids.map((id) => ({ id, text: 'a' })));
    const users = '[{"id":7,"name":"A","description":"bio"},{"id":8}]';
    expect(
      await idsIn(`{"tags":["x"],"posts":${list(1, 2)},"users":${users},"replies":${list(3)},"n":{"a":1}}`),
    ).toEqual(['1', '2', '3']);
    expect(await idsIn(`{"data":{"posts":${list(1)},"replies":${list(2)}}}`)).toEqual(['1', '2']);
    const { posts, passed, skipped } = await readRecords(
      jsonRecords,
      Buffer.from(
        `{"posts":[{"id":1,"text":"a"},{"id":2,"text":"b" "tags":["x"]},{"id":3,"text":"c"}],"replies":${list(4)}}`,
      ),
    );
    expect(posts.map(({ record }) => record.id)).toEqual(['1', '3', '4']);
    expect([passed, skipped.length]).toEqual([0, 1]);
  });

  it('may be in lists within a list, of what is called by its name there', async () => {
    const posts = (text: string) => [{ id: 1, text }, { id: 2 }];
    const chats = [
      { id: 7, name: 'Garden', tags: [{ id: 1 }], posts: posts('plums') },
      { channel: 'Orchard', name: 'x', posts: posts('figs') },
    ];
    for (const dump of [chats, { name: 'my export', by: 'me', chats }]) {
      const read = await readRecords(jsonRecords, Buffer.from(JSON.stringify(dump)), 11);
      expect(read.posts.map(({ record }) => [record.source?.name, record.text])).toEqual([
        ['Garden', 'plums'],
        ['Orchard', 'figs'],
      ]);
      expect(read.skipped).toHaveLength(2);
    }
    const pages = await readRecords(jsonRecords, Buffer.from(JSON.stringify([posts('a'), posts('b')])));
    expect(pages.posts.map(({ record }) => record.text)).toEqual(['a', 'b']);
    expect(sniff('[{"title":"Plums","tags":[{"id":1,"description":"fruit"}]}]')).toBeNull();
  });

  it('are of the channel that stands beside their list, not of whoever exported them', async () => {
    const of = async (chat: object) => {
      const dump = JSON.stringify({ ...chat, messages: [{ id: 1, text: 'plums' }] });
      return (await readRecords(jsonRecords, Buffer.from(dump))).posts[0]?.record.source;
    };
    expect(await of({ channel: { id: 5, title: 'Garden' } })).toEqual({ id: '5', name: 'Garden' });
    expect(await of({ name: 'my export', author: 'me', source: 'telegram', user_id: 5 })).toBeUndefined();
  });

  it('may be the strings of a list', async () => {
    const dump = '["plums\\nand figs", "say \\"a\\"",\n""]';
    expect(sniff(dump)).toBe('a JSON array of texts');
    const { posts } = await readRecords(jsonRecords, Buffer.from(dump));
    expect(posts.map(({ record, place }) => [record.text, place.line])).toEqual([
      ['plums\nand figs', 1],
      ['say "a"', 1],
      ['', 2],
    ]);
    expect(sniff('["plums", said Anna] and left\n')).toBeNull();
  });

  it('may be strings of a list that holds something else, too, which is told', async () => {
    const dump = '["plums",\nnull,\n7, ["figs", "dates"],\n"bad \\q", NaN,\n"pears", "quinces"]';
    const { posts, skipped } = await readRecords(jsonRecords, Buffer.from(dump), 11);
    expect(posts.map(({ record, place }) => [record.text, place.line])).toEqual([
      ['plums', 1],
      ['pears', 5],
      ['quinces', 5],
    ]);
    expect(skipped.map((told) => told.split(',')[0])).toEqual([
      ...['2: expected a text', '3: expected a text', '3: expected a text'],
      ...['4: expected JSON', '4: expected a text'],
    ]);
    for (const list of ['[null,\n"plums"]', '["plums", 7, "figs"]', '["plums", ["figs"]]', '["plums", NaN]'])
      expect(sniff(list)).toBe('a JSON array of texts');
  });

  it('may be lists of strings, one behind the other, and no prose behind a list', async () => {
    const { posts } = await readRecords(jsonRecords, Buffer.from('["plums","figs"]\n["pears"]\n'));
    expect(posts.map(({ record }) => record.text)).toEqual(['plums', 'figs', 'pears']);
    for (const prose of ['said Anna', '\nPlums are ripe.', '\n[1] "Figs" are none', ' 12', '\n{"a":1}'])
      expect(sniff(`["plums","figs"]${prose}`)).toBeNull();
  });

  it('may be strings, one a line, and no list of quotations', async () => {
    const dump = '"plums\\nand figs"\n\n"say \\"a\\""\n';
    expect(sniff(dump)).toBe('lines of JSON, each a text');
    const { posts, skipped, lost } = await readRecords(
      jsonRecords,
      Buffer.from(`${dump.repeat(20)}7\n"cut`),
      11,
    );
    expect(posts.slice(0, 2).map(({ record }) => record.text)).toEqual(['plums\nand figs', 'say "a"']);
    expect([posts.length, skipped.length, lost.length]).toEqual([40, 2, 1]);
    for (const prose of ['"Plums."\n"Pears."\n', '"Plums \\o/"\nsaid Anna\n', '"a", "b"\n'])
      expect(sniff(prose)).toBeNull();
  });

  it('may be written one behind the other, over several lines or on one', async () => {
    const records = [1, 2, 3].map((id) => ({ id, text: 'a' }));
    expect(await idsIn(records.map((record) => JSON.stringify(record, null, 2)).join('\n'))).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(await idsIn(records.map((record) => JSON.stringify(record)).join(''))).toEqual(['1', '2', '3']);
  });

  it('are known by a first one that is longer than what is looked at first', async () => {
    const long = { id: 1, text: 'Мэр снова открывает мост. '.repeat(4000) };
    const others = [2, 3].map((id) => ({ id, text: 'The mayor opens the bridge again on Monday' }));
    const records = [long, ...others];
    const ascii = (value: unknown) =>
      JSON.stringify(value).replace(
        /[^ -~]/g,
        (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    const cwd = await tempFolder({
      'lines.txt': records.map((record) => `${ascii(record)}\n`).join(''),
      'array.txt': ascii(records),
      'within.txt': ascii({ meta: [{ version: 1 }], messages: records }),
    });
    for (const name of ['lines.txt', 'array.txt', 'within.txt']) {
      for (const flags of [[], ['--input-format', 'json-records']]) {
        const { stdout } = await askCli(['scan', name, '-f', 'json', ...flags], { cwd });
        const [dump] = JSON.parse(stdout).dumps;
        expect([name, dump.format, dump.posts]).toEqual([name, 'json-records', 3]);
      }
    }
  });

  it('are not taken for text where they are rows', async () => {
    for (const dump of ['[["id", "text"], [1, "a"]]', '[[1, "a"], [2, "b"]]']) {
      const { stderr, code } = await askCli(['d.json'], { cwd: await tempFolder({ 'd.json': dump }) });
      expect([code, stderr]).toEqual([2, expect.stringContaining('it is JSON of rows')]);
    }
  });

  it('are no links to other notes, with which a text begins', async () => {
    for (const link of ['[[2025-05-30]]', '[[1]](https://example.org)', '[["Plums"]]']) {
      const cwd = await tempFolder({ 'note.md': `${link} Plums fell in the night\n` });
      expect((await askCli(['note.md'], { cwd })).code).toBe(0);
    }
  });

  it('are not taken for text where none of them is whole', async () => {
    const cwd = await tempFolder({ 'a.json': '[{"id":1,"text":"The mayor opens' });
    const { stderr, code } = await askCli(['scan', 'a.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.json: it begins as JSON, and no whole record is found in its beginning');
  });

  it('may be none at all', async () => {
    for (const dump of ['[]', '{}', '{"messages": []}\n']) {
      expect(sniff(dump)).toBe('JSON with nothing in it');
      expect(await readRecords(jsonRecords, Buffer.from(dump))).toMatchObject({ posts: [], skipped: [] });
    }
  });

  it('have fields whose names are in capital letters, or begin with one', async () => {
    const { posts } = await readRecords(
      jsonRecords,
      Buffer.from('[{"ID":"1","Text":"a","Date":"2025-05-30"}]'),
    );
    expect(posts[0]?.record).toMatchObject({ id: '1', text: 'a', date: { seconds: 1748563200 } });
  });
});

describe('a dump in which no text is found', () => {
  const run = async (files: Record<string, string>, args: string[]) =>
    askCli(['split', ...args], { cwd: await tempFolder(files) });
  const lines = '{"headline":"a","by":{"name":"b"},"nr":1}\n{"headline":"c"}\n';
  const table = 'nr,headline,when\n1,a b c,2025-05-30\n2,d e f,2025-05-31\n';

  it('is left out with the names that it has; named by the user it is an error', async () => {
    const { stdout, stderr, code } = await run({ 'a.jsonl': lines, 'b.csv': table }, ['a.jsonl', 'b.csv']);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toBe(
      'reposted: left out: a.jsonl: it is JSON in which no field is known to hold a text (found headline, by.name): ' +
        'name one with --text-field, or say what it is with --input-format\n' +
        'reposted: left out: b.csv: it is CSV in which no column is known to hold a text (found nr, headline, when): ' +
        'name one with --text-field, or say what it is with --input-format\n',
    );
  });

  it('is only told where it was found in a folder; what it says there is read', async () => {
    const files = { 'd/config.json': '{"name":"x","description":"y"}', 'd/a.json': '[{"id":1,"text":"a"}]' };
    const { stdout, stderr, code } = await run(files, ['d']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toContain('d/config.json: it is JSON in which no field');
  });

  it('is read once the field is named, and the name is right', async () => {
    const named = await run({ 'a.jsonl': lines }, ['a.jsonl', '--text-field', 'headline']);
    expect([named.stdout.trim().split('\n').length, named.code]).toEqual([2, 0]);
    const wrong = await run({ 'a.jsonl': lines }, ['a.jsonl', '--text-field', 'by.nam']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('no field is by.nam (found headline, by.name)');
  });

  it('is read as text by whoever says so', async () => {
    for (const flags of [['--input-format', 'line-text'], ['--one-post-per-line']]) {
      const { stdout, code } = await run({ 'b.csv': table }, ['b.csv', ...flags]);
      expect([stdout.trim().split('\n').length, code]).toEqual([3, 0]);
    }
  });

  it('is not taken for one where it is prose, a poem or a list', async () => {
    const prose = [
      'Roses are red, violets are blue\nSugar is sweet, and so are you\n',
      '[Photo] {"a": 1}\n',
      '"a", "b"\n',
    ];
    for (const text of prose) expect((await run({ 'a.txt': text }, ['a.txt'])).code).toBe(0);
  });

  it('names each field once, and those that hold no text where none does', async () => {
    const { stderr } = await run({ 'a.jsonl': '{"a":1,"b":{"c":2}}\n{"a":3,"d":4}\n' }, ['a.jsonl']);
    expect(stderr).toContain('(found a, b, d)');
  });

  it('names what it has without growing with it', async () => {
    const key = 'k'.repeat(100_000);
    const { stderr } = await run({ 'a.jsonl': `{"${key}":"a"}\n{"b\\u001b[2J":"c"}\n` }, ['a.jsonl']);
    expect(stderr.length).toBeLessThan(400);
    expect(stderr).not.toContain('\u001b');
  });

  it('says how many records were passed over that are no posts', async () => {
    const joined = '[{"type":"message","subtype":"channel_join","ts":"1748599200.000001","text":"x"}]';
    const { stderr } = await run({ 'a.json': joined }, ['a.json']);
    expect(stderr).toBe('reposted: a.json: no posts in it, only 1 service record\n');
  });

  it('is no excuse for an option without a value', async () => {
    for (const flag of ['--text-field', '--id-field', '--date-field', '--source-field', '--forward-field']) {
      expect((await run({ 'a.jsonl': lines }, ['a.jsonl', flag, ''])).stderr).toContain(
        `${flag} expects a value`,
      );
    }
  });
});

describe('a record of no fixed kind', () => {
  it('takes the fields that the user named, as dotted paths', () => {
    const record = {
      text: 'not this',
      post: { words: 'but this', by: { name: 'Vera' } },
      when: '2025-05-30',
    };
    const fields = { text: 'post.words', source: 'post.by.name', date: 'when' };
    expect(genericPost(record, createFieldUse(fields, false))).toMatchObject({
      text: 'but this',
      source: { name: 'Vera' },
      date: { seconds: 1748563200, utc: false },
    });
    expect(genericPost({ a: 1 }, createFieldUse(fields, false))).toEqual({
      broken: 'expected the text field post.words, found a',
    });
  });

  it('is a forward by a name, an object with a name, or a yes', () => {
    const forward = (value: object) => {
      const post = genericPost({ text: 'x', ...value }, createFieldUse({}, false));
      return post && 'text' in post ? post.forward : null;
    };
    expect(forward({ forwarded_from: 'Garden' })).toEqual({ name: 'Garden' });
    expect(forward({ forward_from_chat: { title: 'Garden', id: 7 } })).toEqual({ id: '7', name: 'Garden' });
    expect(forward({ forwarded: true })).toEqual({});
    expect(forward({ is_forward: '1', forwarded_from: 'Garden' })).toEqual({ name: 'Garden' });
    expect(forward({ is_forward: '0', fwd_from: null, reblog: false, copy_history: [] })).toBeUndefined();
  });

  it('ignores what is of another kind than its name says', () => {
    const post = genericPost(
      { text: ['x'], body: 'y', id: {}, date: {}, timestamp: [1], from: false },
      createFieldUse({}, false),
    );
    expect(post).toEqual({ text: 'y' });
  });
});
