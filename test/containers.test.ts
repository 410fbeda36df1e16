// Promises: a compressed dump is read whatever its name is, to its last stream; one that is broken, too large or no
// text gives what it can, says what is wrong, and costs no memory that it is not worth.

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { packedBarrels, packedOriginal, readPacked, runsOf } from './containers-packed.js';
import { original } from './dumps.js';
import { tempFolder } from './temp-folder.js';

const packed: Readonly<Record<string, Uint8Array>> = { gzip: gzipSync(original), ...packedOriginal };
const swelling: Readonly<Record<string, Uint8Array>> = {
  gzip: gzipSync('barrel\n'.repeat(150_000)),
  ...packedBarrels,
};

for (const [name, bytes] of Object.entries(packed)) {
  describe(name, () => {
    it('gives its text', async () => {
      const { dumps } = await readPacked(bytes);
      expect(dumps).toMatchObject([{ path: 'dump', text: original, problem: null }]);
    });

    it('gives the text of all its streams', async () => {
      const { dumps } = await readPacked(Buffer.concat([bytes, bytes, bytes]));
      expect(dumps).toMatchObject([{ text: original.repeat(3), problem: null }]);
    });

    it('gives what comes before a break, then tells where it is', async () => {
      for (const cut of [1, 5, Math.floor(bytes.length / 2)]) {
        const { dumps } = await readPacked(Buffer.concat([bytes, bytes.subarray(0, bytes.length - cut)]));
        expect(dumps[0]?.text.slice(0, original.length)).toBe(original);
        expect(dumps[0]?.problem).toMatch(new RegExp(`^dump is broken ${name} after \\d+ bytes of text: `));
      }
    });

    it('gives no text that was changed without a word', async () => {
      const changed = Buffer.from(bytes);
      const middle = Math.floor(changed.length / 2);
      changed[middle] = (changed[middle] ?? 0) ^ 0x10;
      const { dumps, leftOut } = await readPacked(changed);
      const told = dumps[0]?.problem ?? leftOut[0]?.reason;
      expect(told).toMatch(new RegExp(`^dump is broken ${name} after \\d+ bytes of text: `));
    });

    it('that swells beyond measure is taken for a bomb', async () => {
      const { dumps } = await readPacked(swelling[name] ?? '', { bombSize: 500_000, maxRatio: 100 });
      expect(dumps[0]?.problem).toMatch(/^dump swells to more than 100 times its size .* bomb/);
      expect(dumps[0]?.text.length).toBeLessThan(700_000);
    });

    it('is read as far as the limit allows', async () => {
      const { dumps } = await readPacked(bytes, { maxBytes: 100 });
      expect(dumps[0]?.text).toBe(original.slice(0, 100));
      expect(dumps[0]?.problem).toMatch(/^dump is larger than --max-bytes 100 allows/);
    });

    it('holds no second container', async () => {
      const { leftOut } = await readPacked(gzipSync(bytes));
      expect(leftOut).toMatchObject([{ reason: expect.stringContaining(`is ${name} inside gzip`) }]);
    });
  });
}

describe('zstd', () => {
  it('may begin with a frame to be skipped', async () => {
    const skipped = Buffer.from('\x50\x2a\x4d\x18\x03\x00\x00\x00abc', 'latin1');
    const { dumps } = await readPacked(Buffer.concat([skipped, packedOriginal.zstd, skipped]));
    expect(dumps).toMatchObject([{ text: original, problem: null }]);
  });

  it('that asks for a window of 2 GiB gets it where Node has one, and is told what to do elsewhere', async () => {
    const frame = Buffer.from(runsOf('a', 2, 100));
    frame[5] = 21 << 3;
    const { dumps, leftOut } = await readPacked(frame);
    const told = dumps[0]?.text ?? leftOut[0]?.reason;
    expect(told).toMatch(/^a{200}$|window of 2048 MiB.*zstd -dc --long=31/);
  });
});

describe('the limit', () => {
  it('holds for plain files, and lets pass what just fits', async () => {
    const size = original.length;
    expect((await readPacked(original, { maxBytes: size })).dumps).toMatchObject([{ problem: null }]);
    const { dumps } = await readPacked(original, { maxBytes: size - 1 });
    expect(dumps).toMatchObject([{ text: original.slice(0, -1), problem: expect.stringMatching(/limit/) }]);
  });
});

describe('an archive that is not read', () => {
  const tar = Buffer.alloc(1024);
  tar.write('a.txt', 0);
  tar.write('ustar', 257);

  for (const [what, bytes] of [
    ['a tar archive', tar],
    ['tar inside gzip', gzipSync(tar)],
    ['a 7z archive', Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04', 'latin1')],
    ['a rar archive', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
  ] as const) {
    it(`is named: ${what}`, async () => {
      const { leftOut } = await readPacked(bytes);
      expect(leftOut).toMatchObject([
        { reason: expect.stringContaining(`dump is ${what}, which is not read`) },
      ]);
    });
  }
});

it('the command line reads them all, and finds what they share', async () => {
  const cwd = await tempFolder(packed);
  const { stdout, stderr, code } = await askCli(['.', '-f', 'json'], { cwd });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(JSON.parse(stdout)).toMatchObject({
    dumps: Object.keys(packed)
      .sort()
      .map((path) => ({ path, bytes: original.length })),
  });
});

it('a text that begins as bzip2 does is a text', async () => {
  expect((await readPacked('BZh9 is how it begins\n')).dumps).toMatchObject([{ problem: null }]);
});
