// Promises: whatever holds a dump, its text is read as a person would read it, and what was wrong with it is told:
// encodings, compression, pipes, line ends, bytes that are no text.

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type AskOptions, askCli } from './ask-cli.js';
import { type Json, numberOf, parseJson, recordsOf, textOf } from './beside/json.js';
import { copied, original } from './dumps.js';
import { ended, runCli, startCli, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

/** The dumps of a JSON report, and how the run ended. */
async function scan(args: readonly string[], options: AskOptions = {}, run: typeof askCli = askCli) {
  const { stdout, stderr, code } = await run(['--format', 'json', ...args], options);
  const report = parseJson(stdout);
  return { dumps: recordsOf(report, 'dumps'), blocks: recordsOf(report, 'blocks'), stderr, code };
}

function only(dumps: readonly Json[]): Json {
  const [dump] = dumps;
  if (dump === undefined || dumps.length > 1) throw new Error(`Expected one dump, found ${dumps.length}`);
  return dump;
}

describe('a dump without text', () => {
  for (const [what, text] of [
    ['nothing', ''],
    ['blank lines', '\n \n\t\r\n\u200b\n'],
    ['a byte order mark', '\ufeff'],
  ]) {
    it(`of ${what} has no posts, which is told and no error`, async () => {
      const cwd = await tempFolder({ 'void.txt': text ?? '' });
      const { dumps, stderr, code } = await scan(['void.txt'], { cwd });
      expect(numberOf(only(dumps), 'posts')).toBe(0);
      expect({ stderr, code }).toEqual({ stderr: 'reposted: void.txt: no text, so no posts\n', code: 0 });
    });
  }
});

describe('a limit within a character', () => {
  it('is not taken for bytes that are no text', async () => {
    const cwd = await tempFolder({ 'a.txt': 'Жаворонок над паромом поёт с утра до вечера.\n' });
    for (const limit of ['1', '7']) {
      const { stderr, code } = await scan(['a.txt', '--max-bytes', limit], { cwd });
      expect(stderr).toMatch(/^reposted: (?:left out: )?a\.txt is larger than --max-bytes \d allows .*\n$/);
      expect(code).toBe(2);
    }
  });
});

describe('a compressed dump', () => {
  it('is read whatever its name is, all members of it', async () => {
    const members = Buffer.concat([gzipSync(original), gzipSync(`\n${copied}`)]);
    const cwd = await tempFolder({ 'dump.txt': members, 'plain.txt': `${original}\n${copied}` });
    const { dumps, code } = await scan(['dump.txt', 'plain.txt'], { cwd });
    const [packed, plain] = dumps.map((dump) =>
      ['bytes', 'lines', 'posts', 'xxh64'].map((name) => dump[name]),
    );
    expect(packed).toEqual(plain);
    expect(code).toBe(0);
  });

  it('that breaks off is read as far as it goes, told, and ends with 2', async () => {
    const packed = gzipSync(`${original}\n${'Barrels, and barrels again.\n'.repeat(5)}`, { level: 0 });
    const cwd = await tempFolder({ 'cut.gz': packed.subarray(0, packed.length - 40), 'whole.txt': copied });
    const { dumps, blocks, stderr, code } = await scan(['.'], { cwd });
    expect(dumps.map((dump) => textOf(dump, 'path'))).toEqual(['cut.gz', 'whole.txt']);
    expect(blocks.map((block) => textOf(block, 'text'))[0]).toMatch(/^Fresh rolls/);
    expect(stderr).toMatch(/^reposted: cut\.gz .*gzip.*\n$/);
    expect(code).toBe(2);
  });

  it('that swells beyond measure is told, and the run ends soon', async () => {
    const zeros = gzipSync(Buffer.alloc(2 ** 26));
    const words = gzipSync('barrel '.repeat(2 ** 23));
    for (const member of [zeros, words]) {
      const cwd = await tempFolder({ 'bomb.gz': Buffer.concat(Array.from({ length: 17 }, () => member)) });
      const started = performance.now();
      const { stderr, code } = await runCli(['bomb.gz'], { cwd, nodeFlags: ['--max-old-space-size=100'] });
      expect(stderr).toMatch(/^reposted: (left out: )?bomb\.gz .*(bomb|not text)/);
      expect(code).toBe(2);
      expect(performance.now() - started).toBeLessThan(15_000);
    }
  });
});

describe('an encoding', () => {
  it('of UTF-16 is known by its mark, at either end', async () => {
    const little = Buffer.from(`\ufeff${original}`, 'utf16le');
    const cwd = await tempFolder({
      'le.txt': little,
      'be.txt': Buffer.from(little).swap16(),
      'plain.txt': original,
    });
    const { dumps, blocks } = await scan(['.'], { cwd });
    expect(dumps.map((dump) => textOf(dump, 'encoding'))).toEqual(['utf-16be', 'utf-16le', 'utf-8']);
    expect(blocks.map((block) => recordsOf(block, 'occurrences').length)).toEqual([3, 3]);
  });

  it('that is broken is counted, told, and read as well as can be', async () => {
    const broken = Buffer.concat([
      Buffer.from('Ferry \xff\xfe at noon, \xe2\x82 a boat at one.\n', 'latin1'),
      Buffer.from(original),
    ]);
    const cwd = await tempFolder({ 'broken.txt': broken });
    const { dumps, stderr, code } = await scan(['broken.txt'], { cwd });
    expect(numberOf(only(dumps), 'invalidBytes')).toBe(4);
    expect(stderr).toMatch(/^reposted: broken\.txt: 4 byte/);
    expect(code).toBe(0);
    expect((await askCli(['split', 'broken.txt'], { cwd })).stdout).toContain('Ferry \ufffd\ufffd at noon, ');
  });
});

describe('a NUL byte', () => {
  it('is counted and told, wherever it stands, and hides nothing', async () => {
    const hidden = (words: string) => words.replace('at the pier', 'at\0the pier');
    const long = 'The harbour master counts his boats each evening.\n'.repeat(2000);
    const json = JSON.stringify([{ text: copied }]);
    const cwd = await tempFolder({
      'start.txt': `A\0\n\n${copied}`,
      'inside.txt': hidden(copied),
      'late.txt': `${long}\n${hidden(copied)}`,
      'records.csv': `text\n"${hidden(copied)}"\n`,
      'between.json': `${json}\0`,
      'old.txt': original,
    });
    const names = ['between.json', 'inside.txt', 'late.txt', 'records.csv', 'start.txt'];
    const { dumps, stderr } = await scan(names, { cwd });
    expect(dumps.map((dump) => [textOf(dump, 'path'), dump['invalidBytes']])).toEqual(
      names.map((name) => [name, 1]),
    );
    for (const name of names) expect(stderr).toMatch(`reposted: ${name}: 1 byte`);
    const { stdout } = await askCli(['check', ...names, '--against', 'old.txt', '-q'], { cwd });
    for (const name of names) expect(stdout).toMatch(`copy    ${name}`);
  });
});

describe('bytes that are no text', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);

  it('are an error where they are named', async () => {
    const cwd = await tempFolder({ 'a.txt': original, 'picture.png': picture });
    const { dumps, stderr, code } = await scan(['a.txt', 'picture.png'], { cwd });
    expect(dumps).toHaveLength(1);
    expect(stderr).toMatch(/^reposted: .*picture\.png.*not text.*\n$/);
    expect(code).toBe(2);
  });

  it('are left out of a folder, which is told and no error', async () => {
    const cwd = await tempFolder({ 'a.txt': original, 'picture.png': picture });
    const { dumps, stderr, code } = await scan(['.'], { cwd });
    expect(dumps).toHaveLength(1);
    expect(stderr).toMatch(/^reposted: .*picture\.png.*not text.*\n$/);
    expect(code).toBe(0);
  });
});

describe('a pipe', () => {
  it('gives a dump by its name', async () => {
    const cwd = await tempFolder({ 'copied.txt': copied });
    await ended(startProgram('mkfifo', ['dump'], { cwd }));
    const writer = startProgram('sh', ['-c', 'cat > dump'], { cwd });
    writer.stdin.end(original);
    const { dumps, blocks, code } = await scan(['dump', 'copied.txt'], { cwd });
    expect(dumps.map((dump) => textOf(dump, 'path'))).toEqual(['copied.txt', 'dump']);
    expect({ blocks: blocks.length, code }).toEqual({ blocks: 1, code: 0 });
  });

  it('may be called /dev/stdin', async () => {
    const cwd = await tempFolder({ 'copied.txt': copied });
    const { dumps, blocks, code } = await scan(
      ['/dev/stdin', 'copied.txt'],
      { cwd, stdin: original },
      runCli,
    );
    expect({ dumps: dumps.length, blocks: blocks.length, code }).toEqual({ dumps: 2, blocks: 1, code: 0 });
  });

  it('may break a line, a line end or a letter in two', async () => {
    const bytes = Buffer.from('Кот на маяке.\r\nПёс на пирсе.\r\n');
    const child = startCli(['split', '-', '--one-post-per-line']);
    const run = ended(child);
    for (const byte of bytes) await new Promise((resolve) => child.stdin.write(Uint8Array.of(byte), resolve));
    child.stdin.end();
    const { stdout } = await run;
    expect(stdout.match(/"lines":\[\d,\d\]/g)).toEqual(['"lines":[1,1]', '"lines":[2,2]']);
    expect(stdout).toContain('"paragraphs":["Пёс на пирсе."]');
  });

  it('that comes through a link is read as a file is', async () => {
    const cwd = await tempFolder({ 'deep/a.txt': original });
    await symlink('deep/a.txt', join(cwd, 'link'));
    expect((await scan(['link'], { cwd })).code).toBe(0);
  });
});
