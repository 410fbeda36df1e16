// Promises: what is kept of a dump that cannot be read twice is gone on every way out, even when the run is killed;
// and a line of megabytes is left out without its bytes being held.

import { readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copied, manyReposts, original } from './dumps.js';
import { ended, runCli, startCli } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

describe('the temporary copy', () => {
  it('is gone after a run', async () => {
    const TMPDIR = await tempFolder();
    const cwd = await tempFolder({ 'a.gz': gzipSync(original) });
    const { stdout, code } = await runCli(['-', 'a.gz'], { cwd, stdin: copied, env: { TMPDIR } });
    expect(stdout).toContain('Reposts: 1 block');
    expect({ code, left: await readdir(TMPDIR) }).toEqual({ code: 0, left: [] });
  });

  for (const signal of ['SIGKILL', 'SIGINT', 'SIGTERM'] as const) {
    it(`is gone after ${signal}`, async () => {
      const TMPDIR = await tempFolder();
      const child = startCli(['-'], { env: { TMPDIR } });
      const run = ended(child);
      // More than a pipe holds: when it has been taken, the copy is being written.
      await new Promise<void>((resolve) => child.stdin.write(manyReposts(20_000), () => resolve()));
      child.kill(signal);
      await run;
      expect(await readdir(TMPDIR)).toEqual([]);
    });
  }
});

describe('a line of 40 MB', () => {
  const line = Buffer.alloc(40_000_000, 'barrels and more barrels ');
  /** Node's own memory is held small; what the program takes besides is told when it ends, where the system knows. */
  const tellPeak = `import { readFileSync } from 'node:fs';
    process.on('exit', () => console.error(readFileSync('/proc/self/status', 'utf8').match(/VmHWM.*/)?.[0]))`;
  const onLinux = process.platform === 'linux';
  const watched = [
    '--max-old-space-size=64',
    ...(onLinux ? ['--import', `data:text/javascript,${encodeURIComponent(tellPeak)}`] : []),
  ];

  it('is left out and told, and neither held nor an error', async () => {
    const cwd = await tempFolder({
      'long.txt': Buffer.concat([Buffer.from(original), line, Buffer.from('\nEnd.\n')]),
    });
    const { stdout, stderr, code } = await runCli(['long.txt', 'long.txt'], { cwd, nodeFlags: watched });
    expect(stderr).toMatch(/^reposted: long\.txt:6: left out 1 line/);
    expect(stdout).toContain('1 line longer than 16 MiB');
    expect(code).toBe(0);
    if (onLinux) expect(Number(/VmHWM:\s*(\d+) kB/.exec(stderr)?.[1])).toBeLessThan(200_000);
  });

  it('may be all there is', async () => {
    const { stderr, code } = await runCli(['-'], { stdin: line, nodeFlags: watched });
    expect(stderr).toMatch(/<stdin>:1: left out 1 line/);
    expect(code).toBe(0);
  });
});
