// Promises: who was first is told from dates however they are written, as long as they can be read in one way, and
// nobody is accused for the way in which a date is written without a word.

import { expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';

const bread = 'The old stone oven at the bakery was rebuilt brick by brick.';

interface Occurrence {
  readonly date: string | null;
  readonly lines: readonly [number, number];
}

/** A table of posts with one text, each with its source and its date, as the report of a scan has it. */
async function read(...posts: readonly (readonly [string, string])[]): Promise<{
  origin: string;
  dates: (string | null)[];
  unread: unknown;
  evidence: string[];
  stderr: string;
}> {
  const rows = posts.map(([source, date]) => `${source};${date};${bread}\n`);
  const cwd = await tempFolder({ 'd.csv': `channel;date;text\n${rows.join('')}` });
  const { stdout, stderr } = await askCli(['scan', 'd.csv', '-f', 'json'], { cwd });
  const report = JSON.parse(stdout);
  const occurrences: Occurrence[] = report.blocks[0].occurrences;
  const dates = occurrences.toSorted((a, b) => a.lines[0] - b.lines[0]).map(({ date }) => date);
  const [{ evidence, unreadDates }] = report.dumps;
  return { origin: report.clusters[0].origin.source, dates, unread: unreadDates, evidence, stderr };
}

const none = { posts: 0, first: null };

it.each([
  ['2024/05/02', '2024/05/01'],
  ['2024.05.02', '2024.05.01'],
  ['Dec 31, 2024', 'Dec 30, 2024'],
  ['31 December 2024', '30 December 2024'],
  ['31/12/2024', '30/12/2024'],
])('the origin is the earlier one of %s and %s', async (late, early) => {
  const { origin, unread, stderr } = await read(['A', late], ['B', early]);
  expect([origin, unread, stderr]).toEqual(['B', none, '']);
});

it('whether the day or the month stands first is told by the other dates of the dump', async () => {
  const days = await read(['A', '05/06/2024'], ['B', '05/05/2024'], ['C', '31/12/2024']);
  expect(days.dates).toEqual(['2024-06-05T00:00:00', '2024-05-05T00:00:00', '2024-12-31T00:00:00']);
  expect(days.evidence).toContain('dates with the day first (seen from dates beyond the 12th)');
  const months = await read(['A', '05/06/2024 10:00'], ['B', '06/05/2024 10:00 UTC'], ['C', '12/31/2024']);
  expect(months.dates).toEqual(['2024-05-06T10:00:00', '2024-06-05T10:00:00Z', '2024-12-31T00:00:00']);
  expect(months.evidence).toContain('dates with the month first (seen from dates beyond the 12th)');
});

it('where they do not tell it, or contradict one another, the dates are none, and are told', async () => {
  const open = await read(['A', '05/06/2024'], ['B', '05/04/2024']);
  expect(open.dates).toEqual([null, null]);
  expect(open.origin).toBe('A');
  expect(open.unread).toEqual({ posts: 2, first: { line: 2, text: '05/06/2024' } });
  const torn = await read(['A', '13/06/2024'], ['B', '05/04/2024'], ['C', '05/14/2024']);
  expect(torn.dates).toEqual(['2024-06-13T00:00:00', null, '2024-05-14T00:00:00']);
  expect(torn.unread).toEqual({ posts: 1, first: { line: 3, text: '05/04/2024' } });
});

it('a date that cannot be read is counted, and told with its line; nothing in its place is none', async () => {
  const { dates, unread, stderr } = await read(
    ['A', '2024-05-01'],
    ['B', ''],
    ['C', 'soon\u001b[31m'],
    ['D', '1970-01-01T00:00:00Z'],
  );
  expect(dates).toEqual(['2024-05-01T00:00:00', null, null, null]);
  expect(unread).toEqual({ posts: 2, first: { line: 4, text: 'soon\u001b[31m' } });
  expect(stderr).toBe(
    'reposted: d.csv:4: expected a date such as 2024-12-31, found soon\\u001b[31m: 2 posts count as undated, and as later than what is dated\n',
  );
});

it.each(['1970-01-01T00:00:00Z', '1970-01-01', '0'])(
  '%s is told as the zero of clocks, not as unread',
  async (zero) => {
    const { dates, stderr } = await read(['A', '2024-05-01'], ['B', zero]);
    expect(dates).toEqual(['2024-05-01T00:00:00', null]);
    expect(stderr).toMatch(
      /^reposted: d\.csv:3: \S+ is the zero of clocks and counts as no date: 1 post counts as undated, and as later than what is dated\n$/,
    );
    const cwd = await tempFolder({ 'd.csv': `channel;date;text\nA;${zero};${bread}\n` });
    const { stdout } = await askCli(['scan', 'd.csv'], { cwd });
    expect(stdout).toMatch(/1 post without a date \(line 2: \S+ is the zero of clocks and counts as none\)/);
  },
);
