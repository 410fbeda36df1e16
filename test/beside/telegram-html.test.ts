// Promises: a real export of Telegram Desktop as HTML gives the posts that its other reading has, id by id and line
// by line, white space at the ends of lines aside.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { listOf, numberOf, parseJsonLines, textOf } from './json.js';
import { beside } from './shared.js';

const tutor = resolve(import.meta.dirname, '../../../shared/data/tutor');
const trimmed = (lines: readonly unknown[]) =>
  lines.map((line) => String(line).trim()).filter((line) => line !== '');

beside('a real export of Telegram Desktop', () => {
  it('gives the posts of the first of its files', async () => {
    const { stdout } = await askCli(['split', join(tutor, 'raw/messages.html')]);
    const found = parseJsonLines(stdout).map((row) => ({
      id: Number(textOf(row, 'id')),
      lines: trimmed(listOf(row, 'paragraphs')),
    }));
    const truth = parseJsonLines(readFileSync(join(tutor, 'posts.jsonl'), 'utf8')).map((row) => ({
      id: numberOf(row, 'id'),
      lines: trimmed(textOf(row, 'text').split('\n')),
    }));
    expect(found).toHaveLength(995);
    expect(found).toEqual(truth.slice(0, 995));
  });
});
