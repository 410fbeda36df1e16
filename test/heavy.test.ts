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
  for (const [what, text] of Object.entries(dumps)) {
    it(`by 50,000 ${what}`, async () => {
      expect(await millisecondsOf(['-'], text)).toBeLessThan(10_000);
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
    const first = `Barrel 1 is on its way to the pier.\nAhoy\n${'🔥\n'.repeat(50_000)}Barrel 2 is on its way to the pier.\n`;
    const other = '=====\nBarrel 1 is on its way to the pier.\nAhoy\nBarrel 2 is on its way to the pier.\n';
    const args = ['-', '--separator', '^=====$'];
    expect(await millisecondsOf(args, first + other.repeat(50_000))).toBeLessThan(5_000);
  });

  it('by a line of very many words of mixed letters', async () => {
    const words = Array.from({ length: 150_000 }, (_, at) => `b\u043erd${at}`).join(' ');
    expect(await millisecondsOf(['-'], `${words} https://example.org/ä end\n`)).toBeLessThan(10_000);
  });

  it('by a line of megabytes of one letter or mark', async () => {
    for (const unit of ['a', '\u0301', '\u{1f468}\u200d', '&amp;', 'https://', '(']) {
      const text = unit.repeat(2_000_000 / Buffer.byteLength(unit));
      expect(await millisecondsOf(['-'], `${text}\n${text}\n`), unit).toBeLessThan(10_000);
    }
  });
});

/** 50,000 lines. */
function lines(line: (at: number) => string): string {
  return Array.from({ length: 50_000 }, (_, at) => `${line(at)}\n`).join('');
}

/** How long a run takes that must end well. */
async function millisecondsOf(args: readonly string[], stdin: string, cwd?: string): Promise<number> {
  const started = performance.now();
  const child = startCli([...args, '--quiet'], { timeout: 15_000, ...(cwd === undefined ? {} : { cwd }) });
  child.stdin.end(stdin);
  child.stdout.resume();
  child.stderr.pipe(process.stderr);
  expect(await closed(child)).toEqual({ code: 0, signal: null });
  return performance.now() - started;
}
