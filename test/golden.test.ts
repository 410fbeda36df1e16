// Promises: every case in fixtures/ prints what its expected.txt says, as a terminal would show it: command, standard
// output, standard error, exit code. `npm run golden` writes these files anew; the diff is for a person to read.

import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textShapes } from '../src/model.js';
import { type Answer, askCli } from './ask-cli.js';
import { argumentsOf, type Fixture, fixtures } from './fixtures.js';
import { runCli } from './run-cli.js';

const TRANSCRIPT = 'expected.txt';
const OURS: ReadonlySet<string> = new Set(['command.txt', TRANSCRIPT]);

describe('the golden transcripts', () => {
  for (const fixture of fixtures) {
    it.concurrent(`${fixture.name} prints what its transcript says`, async ({ expect }) => {
      const transcript = await transcribe(fixture, runCli);
      if (process.env['GOLDEN'] === 'update') await writeFile(join(fixture.folder, TRANSCRIPT), transcript);
      expect(transcript).toBe(await readTranscript(fixture.folder));
    });
  }

  // So that what other tests are told so, they are told truly.
  it('are what a process says that has run the program before', async () => {
    for (const fixture of fixtures) {
      const asked = await transcribe(fixture, askCli);
      expect(asked).toBe(await readTranscript(fixture.folder));
    }
  });

  it('show every shape that a dump can be taken for', async () => {
    const transcripts = await Promise.all(fixtures.map(({ folder }) => readTranscript(folder)));
    const shown = textShapes.filter((format) =>
      transcripts.some((text) => text.includes(`read as ${format}`)),
    );
    expect(shown).toEqual(textShapes);
  });

  it('stay short enough to be read aloud', async () => {
    for (const { folder } of fixtures) {
      const dumps = readdirSync(folder).filter((name) => !OURS.has(name));
      for (const dump of dumps) {
        const lines = (await readFile(join(folder, dump), 'utf8')).split(/\r\n?|\n/).length;
        expect(lines, `lines of ${join(folder, dump)}`).toBeLessThan(55);
      }
    }
  });
});

function readTranscript(folder: string): Promise<string> {
  return readFile(join(folder, TRANSCRIPT), 'utf8');
}

/** A way to run the program. */
type Run = (args: readonly string[], options: { readonly cwd: string }) => Promise<Answer>;

async function transcribe({ folder, commands }: Fixture, run: Run): Promise<string> {
  const runs = commands.map(async (command) => {
    const { stdout, stderr, code } = await run(argumentsOf(command), { cwd: folder });
    return `$ ${command}\n${stdout}${stderr === '' ? '' : `stderr:\n${stderr}`}Exit code: ${code}\n`;
  });
  return (await Promise.all(runs)).join('\n').replaceAll(folder, '<folder>').replace(VERSION, '$1<version>');
}

/** A release must not rewrite the transcripts. */
const VERSION = /("tool": ?\{"name":"reposted","version":")[^"]+/g;
