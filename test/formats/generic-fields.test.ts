// Promises: a field is found by the name that programs and spreadsheets give it, the report says which was taken for
// what, and a name that the user gave and no record has is no silence.

import { describe, expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { parseJsonLines } from '../beside/json.js';
import { tempFolder } from '../temp-folder.js';

const bread = 'The old stone oven at the bakery was rebuilt brick by brick.';

/** Runs on dumps with these contents, by name. */
async function run(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string; code: number | null }> {
  return askCli(args, { cwd: await tempFolder(files) });
}

/** A line of JSON a record, each with the same text. */
const lines = (...records: object[]) =>
  records.map((record) => `${JSON.stringify({ ...record, text: bread })}\n`).join('');

/** Source and forward of each post of one dump. */
async function postsOf(name: string, dump: string): Promise<[string, string | null][]> {
  const { stdout } = await run({ [name]: dump }, ['split', name]);
  const rows = stdout.split('\n').filter((row) => row !== '');
  return rows.map((row) => {
    const { source, forwardedFrom } = JSON.parse(row);
    return [source, forwardedFrom];
  });
}

describe('who posted', () => {
  it('stands in a field that is called source, and a copy of another one is uncredited', async () => {
    const { stdout, code } = await run({ 'd.jsonl': lines({ source: 'A' }, { source: 'B' }) }, [
      'check',
      'd.jsonl',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('copied without credit');
  });

  it.each(['author', 'author_name', 'from', 'sender'])(
    'stands in %s where source is the app that both of them used',
    async (person) => {
      const rows = lines({ source: 'TweetDeck', [person]: 'Al' }, { source: 'TweetDeck', [person]: 'Cy' });
      const { stdout, code } = await run({ 'tw.jsonl': rows }, ['check', 'tw.jsonl']);
      expect(code).toBe(1);
      expect(stdout).toContain('copied without credit');
    },
  );

  it('and from whom it was forwarded are fields of what reposted itself writes', async () => {
    const rows = lines(
      { source: 'A', author: null, forwardedFrom: null },
      { source: 'B', author: null, forwardedFrom: 'A' },
    );
    expect(await postsOf('d.jsonl', rows)).toEqual([
      ['A', null],
      ['B', 'A'],
    ]);
  });

  it('goes by the name of the field in any spelling', async () => {
    const table = 'Channel Title;FORWARDED_FROM;Text\nA;;a\nB;A;a\n';
    expect(await postsOf('d.csv', table)).toEqual([
      ['A', null],
      ['B', 'A'],
    ]);
    expect(await postsOf('d.jsonl', lines({ channelName: 'A', isForward: true }))).toEqual([
      ['A', '(unknown)'],
    ]);
  });

  it('is no app and no link that a field called source has in place of it', async () => {
    const rows = lines(
      { source: 'Twitter for iPhone', screen_name: 'ann' },
      { source: 'https://news.example/1' },
    );
    expect(await postsOf('d.jsonl', rows)).toEqual([
      ['ann', null],
      ['d.jsonl', null],
    ]);
  });
});

it('the text of a post is title and body, however the header of a table spells it', async () => {
  const headers = ['channel,title,body', 'Channel,Title,Body', 'CHANNEL,TITLE,BODY'];
  const tables = headers.map((header, at) => [`${at}.csv`, `${header}\nA,The oven is back,${bread}\n`]);
  const { stdout } = await run(Object.fromEntries(tables), ['split', '.']);
  expect(parseJsonLines(stdout)).toMatchObject(
    headers.map(() => ({ source: 'A', paragraphs: ['The oven is back', bread] })),
  );
});

describe('what collectors of posts write', () => {
  const [id, date] = ['1500000000000000001', '2022-03-05T06:28:37Z'];
  const user = { username: 'ann', displayname: 'Ann A', rawDescription: 'bakes' };
  const repost = `RT @oven_news: ${bread}`;
  const table = (columns: object) => [Object.keys(columns), Object.values(columns)].join('\n');
  it.each([
    [
      'snscrape',
      JSON.stringify({ url: 'https://x.com/1', date, rawContent: repost, id, user }),
      'ann',
      '@oven_news',
    ],
    [
      'twarc',
      table({
        id,
        author_id: 9,
        retweeted_username: 'oven_news',
        created_at: date,
        text: repost,
        'author.username': 'ann',
      }),
      ...['ann', 'oven_news'],
    ],
    [
      'a study',
      table({ tweetid: id, user_screen_name: 'ann', tweet_text: repost, tweet_time: date, is_retweet: true }),
      ...['ann', '@oven_news'],
    ],
    [
      'Meta Content Library',
      table({ id, 'post_owner.id': 7, 'post_owner.name': 'Ann', creation_time: date, text: bread }),
      ...['Ann', null],
    ],
    [
      'Zeeschuimer',
      JSON.stringify({
        item_id: '5',
        data: { id, desc: bread, createTime: 1646461717, author: { uniqueId: 'ann' } },
      }),
      ...['ann', null],
    ],
    [
      'YouTube',
      JSON.stringify({
        items: [
          {
            id,
            snippet: {
              topLevelComment: {
                snippet: { textOriginal: bread, authorDisplayName: 'ann', publishedAt: date },
              },
            },
          },
        ],
      }),
      ...['ann', null],
    ],
    [
      'mongoexport',
      JSON.stringify({
        id: { $numberLong: id },
        date: { $date: { $numberLong: '1646461717000' } },
        message: bread,
        sender_id: 5,
      }),
      ...['5', null],
    ],
    [
      'Elasticsearch',
      JSON.stringify({ _id: '7', _source: { id, text: bread, user: 'ann', time: date } }),
      'ann',
      null,
    ],
    [
      'pandas',
      table({ id, date, message: bread, sender: 'ann', fwd_from: "{'_': 'MessageFwdHeader'}" }),
      'ann',
      '(unknown)',
    ],
  ])('is read: %s', async (_, dump, source, forwardedFrom) => {
    const { stdout } = await run({ dump: `${dump}\n` }, ['split', 'dump']);
    expect(parseJsonLines(stdout)).toMatchObject([{ id, date, source, forwardedFrom, paragraphs: [bread] }]);
  });

  it('is no post where lists beside it hold posts', async () => {
    const dump = { post: { id: 1, text: 'The question' }, comments: [{ id: 2, text: bread }] };
    const { stdout } = await run({ dump: JSON.stringify(dump) }, ['split', 'dump']);
    expect(parseJsonLines(stdout)).toMatchObject([{ id: '2' }]);
  });
});

describe('the evidence', () => {
  it('says which field was taken for what, and that there is no date', async () => {
    const { stdout } = await run({ 'd.jsonl': lines({ source: 'A', msg_id: 1 }) }, ['scan', 'd.jsonl']);
    expect(stdout).toContain('; text in "text", id in "msg_id", no date, source in "source"\n');
  });

  it('says so where the format was forced, and steers no terminal', async () => {
    const dump = `${JSON.stringify({ 'w\u001b[31m': bread, Date: '2025-05-30' })}\n`;
    const args = ['scan', 'd.jsonl', '--input-format', 'json-records', '--text-field', 'w\u001b[31m'];
    const { stdout } = await run({ 'd.jsonl': dump }, args);
    expect(stdout).toContain('forced; text in "w\\u001b[31m", date in "Date", no source');
  });
});

describe('a field that was named', () => {
  const table = `channel,text\nA,${bread}\nB,${bread}\n`;

  // Every flag, and every command.
  it.each([
    ['scan', '--source-field'],
    ['check', '--date-field'],
    ['split', '--id-field'],
    ['scan', '--forward-field'],
    ['check', '--source-field'],
    ['split', '--source-field'],
  ])('to %s by %s and that no record has is an error that says which there are', async (command, flag) => {
    const { stderr, code } = await run({ 'dd.csv': table }, [command, 'dd.csv', flag, 'chanel']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `${flag} expects a field of the records, found none called "chanel" (there are: channel, text)`,
    );
  });

  it('is an error where no dump has fields that go by their names', async () => {
    const files = {
      'slack.json': '[{"type":"message","user":"U1","text":"Frost tonight","ts":"1748588403.000400"}]',
      'a.txt': 'Prose.\n',
    };
    const { stderr, code } = await run(files, ['scan', 'slack.json', 'a.txt', '--text-field', 'nope']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '--text-field expects records whose fields go by their names (json-records, csv-records), found no dump but of text, slack-json',
    );
  });

  it('is looked for in all dumps, those to compare against as well, and told of each that lacks it', async () => {
    const files = { 'new.csv': table, 'old.csv': `who,text\nC,${bread}\n`, 'a.txt': 'Prose.\n' };
    const args = ['scan', 'new.csv', 'a.txt', '--against', 'old.csv', '--source-field', 'who'];
    const { stderr, code } = await run(files, args);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'reposted: new.csv: --source-field expects a field of the records, found none called "who" (there are: channel, text): no source is read from it\n',
    );
    expect(stderr).not.toContain('old.csv: --');
    expect((await run(files, [...args, '-q'])).stderr).toBe('');
  });

  it('for forwards may be missing from JSON, which has it where there are some: that is a warning', async () => {
    const { stderr, code } = await run({ 'd.jsonl': lines({ source: 'A' }) }, [
      'scan',
      'd.jsonl',
      '--forward-field',
      'fwd',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('found none called "fwd" (there are: source, text): no post is a forward');
  });
});
