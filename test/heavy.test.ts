// Promises: no dump and no pattern holds a run up: time grows with the bytes, whatever they are.

import { describe, expect, it } from 'vitest';
import { closed, startCli } from './run-cli.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

describe('a run is not held up', () => {
  it("by a user's pattern that others choke on", async () => {
    const cwd = await tempFolder({ 'dump.txt': `${'a'.repeat(50_000)}!\n${'a'.repeat(50_000)}\n` });
    for (const flag of ['--post-start', '--post-end', '--separator']) {
      expect(await millisecondsOf(['dump.txt', flag, '(a+)+$'], '', cwd)).toBeLessThan(5_000);
    }
  });

  const many = 200_000;
  const random = randomFrom(7);
  // Each may be another cut short: what a page that is printed twice does to lines with emoji within.
  const alike = Array.from(
    { length: many },
    (_, at) => `The ferry is late again today${' again'.repeat(at % 50)}\n`,
  ).join('');
  // Each has copies near by, in no order: what a page that is printed twice must be told from.
  const few = Array.from({ length: many }, () => `Ferry ${random(50)} has left the northern pier\n`).join('');
  const dumps = {
    'equal lines': 'The ferry is late again today.\n'.repeat(many),
    'distinct lines': Array.from(
      { length: many },
      (_, at) => `Barrel ${at} is on its way to the pier.\n`,
    ).join(''),
    'equal short lines': 'Ahoy\n'.repeat(many),
    'headers without a post': 'Forwarded from Bakery\n'.repeat(many),
    'placeholders without a post': 'Please open Telegram to view this post\nVIEW IN TELEGRAM\n'.repeat(
      many / 2,
    ),
    'lines by turns': 'The ferry is late again today.\nThe bread is ready before it.\n'.repeat(many / 2),
    rules: '-----\n'.repeat(many),
    'blank lines round one word': `${'\n'.repeat(many)}Ahoy${'\n'.repeat(many)}`,
    'lines that begin alike': alike,
    'lines out of a few': few,
    stamps: 'Ilse, [14.06.2025 18:20]\nThe ferry is late again today.\n'.repeat(many / 2),
  };
  for (const [what, text] of Object.entries(dumps)) {
    it(`by 200,000 ${what}`, async () => {
      expect(await millisecondsOf(['-'], text)).toBeLessThan(10_000);
    });
  }

  it('by a line of one letter, or of one mark, that is as long as a line may be', async () => {
    for (const unit of ['a', '\u0301', '\u{1f468}\u200d', '&amp;', 'https://', '(']) {
      const text = unit.repeat(2_000_000 / Buffer.byteLength(unit));
      expect(await millisecondsOf(['-'], `${text}\n${text}\n`), unit).toBeLessThan(10_000);
    }
  });
});

/** How long a run takes that must end well. */
async function millisecondsOf(args: readonly string[], stdin: string, cwd?: string): Promise<number> {
  const started = performance.now();
  const child = startCli([...args, '--quiet'], cwd === undefined ? {} : { cwd });
  child.stdin.end(stdin);
  child.stdout.resume();
  child.stderr.pipe(process.stderr);
  expect(await closed(child)).toEqual({ code: 0, signal: null });
  return performance.now() - started;
}
