// Promises: what `reposted split` writes is read again as the same posts, and a scan of it finds what a scan of the dump
// finds: who, when, forwarded from whom, copied without credit.

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/formats/formats.js';
import { askCli } from '../ask-cli.js';
import { tempFolder } from '../temp-folder.js';

const root = resolve(import.meta.dirname, '../..');
const dumps = ['reposted-split.ndjson', 'telegram-desktop-json.json', 'mastodon.json', 'csv-records.csv'];

/** Rows of split, without where they stand. */
async function split(args: readonly string[], cwd: string): Promise<object[]> {
  const { stdout, code } = await askCli(['split', ...args], { cwd });
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

/** What a scan finds, wherever it stands, and however it was said; records that are no posts, or broken, are not in a split. */
async function findings(args: readonly string[], cwd: string) {
  const { stdout } = await askCli(['scan', ...args, '-f', 'json'], { cwd });
  const { summary, blocks, clusters, forwards }: Findings = JSON.parse(stdout);
  const { skipped, ...counts } = summary;
  return {
    counts: { ...counts, dumps: 0, sameMessages: skipped['sameMessages'] },
    copies: blocks.map(({ id, occurrences }) => [
      id,
      occurrences.map((one) => ['source', 'date', 'role', 'forwardedFrom'].map((name) => one[name])),
    ]),
    clusters: clusters.map(({ id, origin, members }) => [
      id,
      [origin, ...members].map((post) => [post['id'], post['relation'], post['credit']]),
    ]),
    forwards: forwards.map((one) => ['id', 'from'].map((name) => one[name])),
  };
}

type Said = Readonly<Record<string, unknown>>;

interface Findings {
  readonly summary: Said & { readonly skipped: Said };
  readonly blocks: readonly { readonly id: string; readonly occurrences: readonly Said[] }[];
  readonly clusters: readonly {
    readonly id: string;
    readonly origin: Said;
    readonly members: readonly Said[];
  }[];
  readonly forwards: readonly Said[];
}

describe('posts of reposted split', () => {
  it.each(dumps)('are the posts of the dump: %s', async (name) => {
    const folder = resolve(root, 'fixtures/formats');
    const { stdout } = await askCli(['split', name], { cwd: folder });
    const cwd = await tempFolder({ 'posts.ndjson': stdout });
    expect(await split(['posts.ndjson'], cwd)).toEqual(await split([name], folder));
  });

  it.each([
    ['text', ['two-channels/bakery.txt', 'two-channels/village.txt', 'forward-headers/apps.txt']],
    ['every record format, with messages that several of them have', ['formats']],
  ])('give the findings of the dumps: %s', async (_, names) => {
    const folder = resolve(root, 'fixtures');
    const { stdout } = await askCli(['split', ...names], { cwd: folder });
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
