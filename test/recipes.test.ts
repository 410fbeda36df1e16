// Promises: the recipes of the README and of docs/recipes.md do as they are written what is said above them.

import { spawnSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { copied, original } from './dumps.js';
import { ended, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const root = resolve(import.meta.dirname, '..');
const hasJq = spawnSync('jq', ['--version']).status === 0;
const hasPandas = spawnSync('python3', ['-c', 'import pandas']).status === 0;
/** Three dumps: one post is in all of them, a second one in two. */
const dumps = { 'dumps/a.txt': original, 'dumps/b.txt': copied, 'dumps/c.txt': `${original}\n${copied}` };

/** The commands of the README's section of recipes that a comment introduces, by that comment. */
async function recipe(comment: string): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, section = ''] = readme.split('\n## Recipes\n');
  const [, rest = ''] = section.split(`# ${comment}`);
  return rest.slice(rest.indexOf('\n')).split(/\n(?:\n|```)/)[0] ?? '';
}

async function run(commands: string, cwd: string) {
  const shell = `set -o pipefail\nreposted() { node ${JSON.stringify(join(root, 'bin/reposted.js'))} "$@"; }\n`;
  const child = startProgram('bash', ['--norc', '-c', shell + commands], { cwd });
  child.stdin.end();
  return ended(child);
}

describe.skipIf(!hasJq)('a recipe of the README (skipped where jq is not installed)', () => {
  it('lists who copied whom without credit', async () => {
    const cwd = await tempFolder({ 'dumps/a.txt': original, 'dumps/b.txt': copied });
    const { stdout, stderr, code } = await run(await recipe('Who copied whom without credit'), cwd);
    expect({ stdout, stderr, code }).toEqual({
      stdout: 'dumps/a.txt\tdumps/b.txt\tdumps/b.txt:1\t1\n',
      stderr: '',
      code: 0,
    });
  });

  it('shows how a dump was cut', async () => {
    const cwd = await tempFolder();
    await copyFile(join(root, 'fixtures/channel-page/channel.txt'), join(cwd, 'channel.txt'));
    const { stdout, code } = await run(await recipe('Show how a dump was cut'), cwd);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^1-7\t\S+\t🥐 Warm bread again from Monday$/u);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
  });
});

/** The pieces of code of a section of docs/recipes.md, in order, with their language. */
async function pieces(section: string): Promise<{ language: string; code: string }[]> {
  const text = await readFile(join(root, 'docs/recipes.md'), 'utf8');
  const [, found = ''] = text.split(`\n## ${section}\n`);
  const [own = ''] = found.split('\n## ');
  return [...own.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

/** Runs what DuckDB is told in a folder, where its relative paths are. */
async function query(sql: string, cwd: string): Promise<unknown> {
  const database = await DuckDBInstance.create(':memory:', { file_search_path: cwd });
  const connection = await database.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

describe('the recipes for DuckDB', () => {
  it('find who takes from whom, the passages posted most, the dumps without copies, and what an index has', {
    timeout: 60_000,
  }, async () => {
    const cwd = await tempFolder(dumps);
    const answers: unknown[] = [];
    for (const { language, code } of await pieces('DuckDB')) {
      if (language === 'sql') answers.push(await query(code, cwd));
      else expect(await run(code, cwd)).toMatchObject({ stderr: '', code: 0 });
    }
    const [taken, posted, kept, indexed] = answers;
    expect(taken).toEqual([
      { origin_source: 'dumps/a.txt', source: 'dumps/c.txt', copies: '3', characters: expect.any(String) },
      { origin_source: 'dumps/a.txt', source: 'dumps/b.txt', copies: '1', characters: expect.any(String) },
      { origin_source: 'dumps/b.txt', source: 'dumps/c.txt', copies: '1', characters: expect.any(String) },
    ]);
    expect(posted).toMatchObject([
      { posts: '4', text: expect.stringMatching(/^Fresh/) },
      { posts: '2' },
      { posts: '2' },
    ]);
    expect(kept).toMatchObject([
      { dump: 'dumps/a.txt', post: '1', text: expect.stringMatching(/^The lighthouse .*\nThere are/) },
      { dump: 'dumps/a.txt', post: '2', text: expect.stringMatching(/^Fresh/) },
      { dump: 'dumps/b.txt', post: '2', text: expect.stringMatching(/^The choir/) },
    ]);
    expect(indexed).toEqual([
      { dump: 'dumps/a.txt', paragraphs: '4' },
      { dump: 'dumps/b.txt', paragraphs: '4' },
      { dump: 'dumps/c.txt', paragraphs: '6' },
    ]);
  });
});

describe.skipIf(!hasPandas)('the recipe for pandas (skipped where it is not installed)', () => {
  it('reads findings with their types, dates with a zone and without one among them', async () => {
    const dated = ['2025-05-30T08:00:00', '2025-05-31T08:00:00Z'].map((date) => ({ date, text: original }));
    const cwd = await tempFolder({ ...dumps, 'dumps/d.json': JSON.stringify([...dated, ...dated]) });
    for (const { language, code } of await pieces('pandas')) {
      if (language === 'sh') expect(await run(code, cwd)).toMatchObject({ stderr: '', code: 0 });
      else {
        const child = startProgram('python3', ['-c', code], { cwd });
        child.stdin.end();
        const { stdout, stderr } = await ended(child);
        expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('dumps/d.json'), stderr: '' });
      }
    }
  });
});
