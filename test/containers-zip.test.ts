// Promises: the members of a zip archive are dumps of their own, as files in a folder are; what cannot be read is left
// out with the reason, and an archive of bombs is one.

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { readPacked, zip } from './containers-packed.js';
import { copied, original } from './dumps.js';
import { tempFolder } from './temp-folder.js';

const pathsOf = (found: readonly { path: string }[]) => found.map(({ path }) => path);

describe('a zip archive', () => {
  it('gives its members in natural order, without folders, and tells hidden files', async () => {
    const members = {
      'chat/': '',
      'chat/messages10.html': 'ten',
      'chat/messages2.html': 'two',
      'chat/messages.html': 'one',
      'chat/.hidden': 'no',
      '__MACOSX/chat/messages.html': 'no',
    };
    const { dumps, leftOut } = await readPacked(zip(members));
    expect(dumps.map(({ path, text }) => [path, text])).toEqual([
      ['dump!chat/messages.html', 'one'],
      ['dump!chat/messages2.html', 'two'],
      ['dump!chat/messages10.html', 'ten'],
    ]);
    expect(leftOut).toMatchObject([
      { path: 'dump!__MACOSX/chat/messages.html', why: 'hidden', named: false },
      { path: 'dump!chat/.hidden', why: 'hidden', named: false },
    ]);
  });

  it('may name its members as programs do that begin at the folder, or above it', async () => {
    const { dumps, leftOut } = await readPacked(
      zip({ './a.txt': original, '../b.txt': copied, './.c': 'no' }),
    );
    expect(pathsOf(dumps)).toEqual(['dump!../b.txt', 'dump!a.txt']);
    expect(leftOut).toMatchObject([{ path: 'dump!.c', why: 'hidden' }]);
  });

  it('is told where it holds hidden files alone', async () => {
    const { leftOut } = await readPacked(zip({ '.a.txt': original }));
    expect(leftOut).toMatchObject([
      { path: 'dump', reason: 'dump is a zip archive with no files in it but hidden ones' },
      { path: 'dump!.a.txt', why: 'hidden' },
    ]);
  });

  it('is told where none of its members is text, as it may have been named for what it is not', async () => {
    const { leftOut } = await readPacked(zip({ 'a.png': '\x89PNG\0\0', '.b.txt': original }));
    expect(leftOut).toMatchObject([
      { path: 'dump!.b.txt', why: 'hidden', named: false },
      { path: 'dump!a.png', why: 'no-text', named: false },
      { path: 'dump', reason: 'dump is a zip archive with no text in it', why: 'no-text' },
    ]);
  });

  it('may hold compressed members, and members in other encodings', async () => {
    const wide = Buffer.from(`\ufeff${copied}`, 'utf16le');
    const { dumps } = await readPacked(zip({ 'a.gz': gzipSync(original), 'b.txt': wide }));
    expect(dumps).toMatchObject([{ text: original }, { text: copied, encoding: 'utf-16le' }]);
  });

  it('passes over members that are no text, which is no error', async () => {
    const { dumps, leftOut } = await readPacked(
      zip({ 'a.txt': original, 'b.png': '\x89PNG\0\0', 'c.zip': zip({}) }),
    );
    expect(pathsOf(dumps)).toEqual(['dump!a.txt']);
    expect(leftOut).toMatchObject([
      { path: 'dump!b.png', named: false },
      { path: 'dump!c.zip', named: false },
    ]);
  });

  it('leaves out the members that are to be ignored', async () => {
    const files = { 'slack.zip': zip({ 'general/a.txt': original, 'users.json': '[{"nick":"A"}]' }) };
    const cwd = await tempFolder(files);
    const { stdout, stderr, code } = await askCli(['check', 'slack.zip', '--ignore', 'users.json'], { cwd });
    expect(stdout).toContain('left out  1 file as asked (--ignore, .repostedignore)');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  for (const [what, flaws, told] of [
    ['encrypted', { encrypted: true }, /^dump!a\.txt is encrypted: unpack it yourself/],
    ['packed in another way', { method: 12 }, /^dump!a\.txt is packed by method 12, which is not read/],
  ] as const) {
    it(`leaves out what is ${what}, which is an error`, async () => {
      const { leftOut } = await readPacked(zip({ 'a.txt': original }, flaws));
      expect(leftOut).toMatchObject([{ why: 'broken', reason: expect.stringMatching(told) }]);
    });
  }

  it('tells a member that is not what its checksum says', async () => {
    const { dumps } = await readPacked(zip({ 'a.txt': original }, { crc: 1 }));
    expect(dumps).toMatchObject([{ text: original, problem: expect.stringMatching(/broken zip.*checksum/) }]);
  });

  it('that is cut short is told', async () => {
    const { leftOut } = await readPacked(zip({ 'a.txt': original }).subarray(0, 100));
    expect(leftOut).toMatchObject([
      { why: 'broken', reason: expect.stringMatching(/^dump is broken zip: /) },
    ]);
  });

  it('that is a document is no folder of dumps', async () => {
    const { dumps, leftOut } = await readPacked(
      zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<y/>' }),
    );
    expect(dumps).toEqual([]);
    expect(leftOut).toMatchObject([{ reason: expect.stringMatching(/document or program packed as zip/) }]);
  });

  it('is one bomb, over however many members it is spread', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`${at}.txt`, 'a'.repeat(100_000)]),
    );
    const { dumps, leftOut } = await readPacked(zip(members), { bombSize: 400_000, maxRatio: 100 });
    expect(dumps.filter(({ problem }) => problem === null)).toHaveLength(4);
    expect([...dumps.map(({ problem }) => problem), ...leftOut.map(({ reason }) => reason)].at(-1)).toMatch(
      /bomb/,
    );
  });
});

describe('on the command line', () => {
  it('a member is told by the archive and its name', async () => {
    const cwd = await tempFolder({ 'a.zip': zip({ 'one.txt': original, 'two.txt': copied }) });
    const { stdout, code } = await askCli(['a.zip', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dumps: [{ path: 'a.zip!one.txt' }, { path: 'a.zip!two.txt' }],
      blocks: [{ kind: 'repost' }],
    });
  });

  it('an archive from a pipe is refused with what to do', async () => {
    const { stderr, code } = await askCli(['-'], { stdin: zip({ 'a.txt': original }) });
    expect(stderr).toMatch(/zip archive, which is read from its end: save it to a file/);
    expect(code).toBe(2);
  });
});
