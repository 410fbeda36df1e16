// Promises: the gate as a build uses it. A repository with a base dump, an accepted repeat and a baseline; then pull
// requests, one after the other: what each of them adds decides the exit code, and the message names the places.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, askCli } from './ask-cli.js';
import { tempFolder } from './temp-folder.js';

const base = `The lighthouse opens its doors on Sunday.
There are ninety-one steps and one very old cat.

Fresh rolls at the pier from six in the morning.
They are gone by seven, so set a clock.

The choir needs two more altos before the summer.
Biscuits are provided, courage is not.
`;

/** A copy that was there before anybody checked. */
const accepted = `Fresh rolls at the pier from six in the morning.
They are gone by seven, so set a clock.

A goose was seen on the roof of the town hall.
It did not wish to give an interview.
`;

/** Stands in every request: one post alone would not show where posts begin. */
const museum = 'The harbour museum has found its second anchor.\nIt had been a flower pot for forty years.\n';

const requests = {
  original: 'Seven kites got lost over the bay on Saturday.\nSix of them have been returned by post.\n',
  repost:
    'Hear, hear:\nThe choir needs two more altos before the summer.\nBiscuits are provided, courage is not.\n',
  copyOfAccepted:
    'Fresh rolls at the pier from six in the morning.\nThey are gone by seven, so set a clock.\n',
  disguised:
    'The light\u200bhouse opens its doors on Sunday.\nThere are ninety-one steps and one very old cat.\n',
  forward:
    'Forwarded from Island Choir\nThe choir needs two more altos before the summer.\nBiscuits are provided, courage is not.\n',
};

const policy = ['--max-uncredited', '0', '--baseline', 'known.txt'];

/** The repository, with the baseline as the tool writes it. */
async function repository(): Promise<string> {
  const cwd = await tempFolder({ 'dumps/2024.txt': base, 'dumps/2025.txt': accepted });
  const { code } = await askCli(['check', 'dumps', ...policy, '--update-baseline'], { cwd });
  expect(code).toBe(0);
  return cwd;
}

async function propose(cwd: string, text: string, args: readonly string[] = []): Promise<Answer> {
  await mkdir(join(cwd, 'dumps'), { recursive: true });
  await writeFile(join(cwd, 'dumps/request.txt'), `${text}\n${museum}`);
  return askCli(['check', 'dumps', ...policy, ...args], { cwd });
}

describe('a pull request', () => {
  it('that changes nothing passes, accepted repeat and all', async () => {
    const cwd = await repository();
    const { stdout, stderr, code } = await askCli(['check', 'dumps', ...policy], { cwd });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^Check passed: 5 posts of 2 dumps\n/);
  });

  it('(a) that adds an original post passes', async () => {
    expect((await propose(await repository(), requests.original)).code).toBe(0);
  });

  it('(b) that adds a repost fails, and both places are named', async () => {
    const { stdout, stderr, code } = await propose(await repository(), requests.repost);
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
    expect(stdout).toContain(
      '1 post with text of an earlier post of another source, and no credit; 0 allowed',
    );
    expect(stdout).toContain('copy    dumps/request.txt:2-3');
    expect(stdout).toContain('origin  dumps/2024.txt:7-8');
    expect(stdout).toContain('│ The choir needs two more altos before the summer.');
    expect(stdout).toContain(
      'reposted check --update-baseline dumps --max-uncredited 0 --baseline known.txt\n',
    );
  });

  it('(c) that adds one more copy of an accepted block fails', async () => {
    const { stdout, code } = await propose(await repository(), requests.copyOfAccepted);
    expect(code).toBe(1);
    expect(stdout).toContain('copy    dumps/request.txt:1-2');
    expect(stdout).toContain('origin  dumps/2024.txt:4-5');
    expect(stdout).toContain('the baseline accepts 2 occurrences, found 3');
  });

  it('(d) that adds a repost in disguise fails', async () => {
    const { stdout, code } = await propose(await repository(), requests.disguised);
    expect(code).toBe(1);
    expect(stdout).toContain('copy    dumps/request.txt:1-2');
    expect(stdout).toContain('origin  dumps/2024.txt:1-2');
  });

  it('(e) that adds a credited forward passes where forwards may be posted, and fails where nothing may repeat', async () => {
    const cwd = await repository();
    expect((await propose(cwd, requests.forward)).code).toBe(0);
    const strict = await propose(cwd, requests.forward, ['--max-blocks', '0']);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('credits Island Choir');
  });

  it('can be checked against the rest, without a baseline', async () => {
    const cwd = await repository();
    for (const [name, code] of [
      ['original', 0],
      ['repost', 1],
      ['copyOfAccepted', 1],
      ['disguised', 1],
      ['forward', 0],
    ] as const) {
      await writeFile(join(cwd, 'dumps/a-request.txt'), `${requests[name]}\n${museum}`);
      // The folder holds the new dump too: it is new all the same. Its name comes first, the others are older.
      const run = await askCli(['check', 'dumps/a-request.txt', '--against', 'dumps'], { cwd });
      expect({ name, code: run.code }).toEqual({ name, code });
      if (code === 1)
        expect(run.stdout).toMatch(/copy {4}dumps\/a-request\.txt:\d.*\n {3}origin {2}dumps\/2024\.txt/);
    }
  });
});
