// Promises: with `--memory` a run keeps to what it is given, says just what it would say without, and leaves nothing in
// the folder for temporary files; what a crash has left there is removed by the next run.

import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copied } from './dumps.js';
import { runCli } from './run-cli.js';
import { randomFrom } from './seeded-random.js';
import { tempFolder } from './temp-folder.js';

/** Posts of a few short lines: many rows a megabyte. */
function manyLines(): string {
  const random = randomFrom(9);
  const line = () => `the tug number ${random(150_000)} left`;
  const posts = Array.from({ length: 650_000 }, () => [line(), line(), line()].join('\n'));
  return posts.join('\n\n');
}

describe('a bound of memory', () => {
  /** What the program takes at most is told when it ends, where the system knows. */
  const tellPeak = `import { readFileSync } from 'node:fs';
    process.on('exit', () => console.error(readFileSync('/proc/self/status', 'utf8').match(/VmHWM.*/)?.[0]))`;
  const onLinux = process.platform === 'linux';
  const nodeFlags = onLinux ? ['--import', `data:text/javascript,${encodeURIComponent(tellPeak)}`] : [];
  const peakOf = (stderr: string) => Number(/VmHWM:\s*(\d+) kB/.exec(stderr)?.[1]);

  it('is kept to, and changes nothing that is said', { timeout: 240_000 }, async () => {
    const TMPDIR = await tempFolder();
    const cwd = await tempFolder({ 'tugs.txt': manyLines() });
    const run = (...flags: string[]) =>
      runCli(['tugs.txt', '--min-characters', '5', ...flags], {
        cwd,
        nodeFlags,
        env: { TMPDIR },
        // Where machines are shared, far more than it takes.
        timeout: 110_000,
      });
    const [free, bound] = [await run(), await run('--memory', '160M')];
    expect(free.stdout).toContain('clusters');
    expect(bound.stdout === free.stdout).toBe(true);
    expect({ code: bound.code, left: await readdir(TMPDIR) }).toEqual({ code: 0, left: [] });
    if (!onLinux) return;
    expect(peakOf(free.stderr)).toBeGreaterThan(160 * 1024);
    expect(peakOf(bound.stderr)).toBeLessThan(160 * 1024);
  });

  it('that cannot be kept to is an error', async () => {
    const { stderr, code } = await runCli(['-', '--memory', '10M'], { stdin: copied });
    expect(stderr).toBe(
      'reposted: --memory expects a number of bytes of at least 160M, such as 500M or 2G, found "10M"\n',
    );
    expect(code).toBe(2);
  });
});

describe('what a crash has left among the temporary files', () => {
  it('is removed by the next run, and nothing else is', async () => {
    const TMPDIR = await tempFolder();
    /** More than any system gives to a process. */
    const nobody = 2 ** 30;
    const left = [
      `reposted-${nobody}-abcdef`,
      `reposted-${process.pid}-abcdef`,
      'reposted-notes',
      'other-1-abcdef',
    ];
    for (const name of left) {
      await mkdir(join(TMPDIR, name));
      await writeFile(join(TMPDIR, name, 'pages'), 'left');
      await utimes(join(TMPDIR, name), 0, 0);
    }
    const young = `reposted-${nobody}-fedcba`;
    await mkdir(join(TMPDIR, young));
    const { code } = await runCli(['-'], { stdin: copied, env: { TMPDIR } });
    expect(code).toBe(0);
    expect((await readdir(TMPDIR)).toSorted()).toEqual([...left.slice(1), young].toSorted());
  });
});
