// Promises: files of no fixed kind come out as posts by the names of their fields, and nothing else is taken for one.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FieldNames } from '../../src/formats/format.js';
import { genericPost } from '../../src/formats/generic-post.js';
import { jsonRecords } from '../../src/formats/json-records.js';
import { runCli } from '../run-cli.js';
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

  it('says in its report what was forced', async () => {
    const cwd = await tempFolder({ 'dump.json': '[{"id":1,"text":"a"}]' });
    for (const [flags, format] of [
      [['--input-format', 'json-records'], 'json-records'],
      [['--input-format', 'blank-line-text'], 'blank-line-text'],
      [['--one-post-per-line'], 'line-text'],
      [[], null],
    ] as const) {
      const { stdout } = await runCli(['scan', 'dump.json', '-f', 'json', ...flags], { cwd });
      expect(JSON.parse(stdout).settings.format).toBe(format);
    }
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
    expect(sniff('[Photo] A note {"text": "quoted"} in prose\n')).toBeNull();
    expect(sniff('{curly} prose, [{"text": nothing that parses}]\n')).toBeNull();
    expect(sniff('')).toBeNull();
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
    expect(genericPost(record, fields)).toMatchObject({
      text: 'but this',
      source: { name: 'Vera' },
      date: { seconds: 1748563200, utc: false },
    });
    expect(genericPost({ a: 1 }, fields)).toEqual({ broken: 'expected the text field post.words, found a' });
  });

  it('is a forward by a name, an object with a name, or a yes', () => {
    const forward = (value: object) => {
      const post = genericPost({ text: 'x', ...value }, {});
      return post !== null && 'text' in post ? post.forward : null;
    };
    expect(forward({ forwarded_from: 'Garden' })).toEqual({ name: 'Garden' });
    expect(forward({ forward_from_chat: { title: 'Garden', id: 7 } })).toEqual({ id: '7', name: 'Garden' });
    expect(forward({ forwarded: true })).toEqual({});
    expect(forward({ is_forward: '1', forwarded_from: 'Garden' })).toEqual({ name: 'Garden' });
    expect(forward({ is_forward: '0', fwd_from: null, reblog: false, copy_history: [] })).toBeUndefined();
  });

  it('ignores what is of another kind than its name says', () => {
    const post = genericPost({ text: ['x'], body: 'y', id: {}, date: {}, timestamp: [1], from: false }, {});
    expect(post).toEqual({ text: 'y' });
  });
});
