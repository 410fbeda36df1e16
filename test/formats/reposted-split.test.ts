// Promises: what `reposted split` writes is read again as the same posts, and a scan of it finds what a scan of the dump
// finds: who, when, forwarded from whom, copied without credit.

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import { runCli } from '../run-cli.js';
import { tempFolder } from '../temp-folder.js';

const root = resolve(import.meta.dirname, '../..');
const dumps = ['reposted-split.ndjson', 'telegram-desktop-json.json', 'mastodon.json', 'csv-records.csv'];

/** Rows of split, without where they stand. */
async function split(args: readonly string[], cwd: string): Promise<object[]> {
  const { stdout, code } = await runCli(['split', ...args], { cwd });
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ dump: _, post: __, lines, bytes, cue, echo, forward, ...said }) => ({
      ...said,
      forward: forward === null ? null : { ...forward, id: null, handle: null },
    }));
}

describe('posts of reposted split', () => {
  it.each(dumps)('are the posts of the dump: %s', async (name) => {
    const folder = resolve(root, 'fixtures/formats');
    const { stdout } = await runCli(['split', name], { cwd: folder });
    const cwd = await tempFolder({ 'posts.ndjson': stdout });
    expect(await split(['posts.ndjson'], cwd)).toEqual(await split([name], folder));
  });

  it('give the findings of the dump', async () => {
    const folder = resolve(root, 'fixtures');
    const names = ['two-channels/bakery.txt', 'two-channels/village.txt', 'forward-headers/apps.txt'];
    const findings = async (args: readonly string[], cwd: string) => {
      const { stdout } = await runCli(['scan', ...args, '-f', 'json'], { cwd });
      const { summary, blocks } = JSON.parse(stdout);
      const { posts, reposts, clusters, forwards, credited, uncredited } = summary;
      const copies = blocks.map(
        ({ id, occurrences }: { id: string; occurrences: Record<string, unknown>[] }) => [
          id,
          occurrences.map(({ source, date, role, forwardedFrom }) => [source, date, role, forwardedFrom]),
        ],
      );
      return { posts, reposts, clusters, forwards, credited, uncredited, copies };
    };
    const { stdout } = await runCli(['split', ...names], { cwd: folder });
    const cwd = await tempFolder({ 'posts.ndjson': stdout });
    const found = await findings(['posts.ndjson'], cwd);
    expect(found.copies).not.toEqual([]);
    expect(found).toEqual(await findings(names, folder));
  });

  it('are not what is written otherwise', () => {
    const text = '{"dump":"a","post":1,"id":"1","text":"Apples"}\n';
    expect(detectFormat({ text, path: 'dump' })?.format.name).toBe('json-records');
  });
});
