// Promises: the help of every command has examples, and each of them is a command that there is, with flags that it has.

import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { original } from './dumps.js';
import { idleProgram } from './idle-program.js';
import { tempFolder } from './temp-folder.js';

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return help;
}

/** The words of each example, up to a pipe, a redirection or the explanation. */
function examplesIn(help: string): string[][] {
  const [, section = ''] = help.split('\nExamples:\n');
  const commands = section.split('\n\n')[0]?.matchAll(/(?<=^|\| )\s*reposted (.+)$/gm) ?? [];
  return [...commands].map(([, words = '']) => words.split(/ {2,}| [|>]/)[0]?.split(' ') ?? []);
}

function commandFor(words: readonly string[], from: Command = idleProgram): Command {
  const [name, ...rest] = words;
  const inner = from.commands.find((command) => command.name() === name);
  return inner === undefined ? from : commandFor(rest, inner);
}

const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];

describe('the help', () => {
  it.each(all(idleProgram).map((command) => [command.name(), command] as const))(
    'of %s has examples that hold',
    (_, command) => {
      const examples = examplesIn(helpOf(command));
      expect(examples).not.toEqual([]);
      for (const words of examples) {
        const named = commandFor(words);
        // What names no command is a dump to scan.
        const meant = named === idleProgram ? commandFor(['scan']) : named;
        const flags = words
          .filter((word) => /^--?[a-z]/.test(word) && word !== '--help')
          .map((word) => word.split('=')[0]);
        const known = meant.options.flatMap(({ short, long }) => [short, long]);
        expect({ words, unknown: flags.filter((flag) => !known.includes(flag)) }).toEqual({
          words,
          unknown: [],
        });
      }
    },
  );

  it('of audit has examples that run as they stand', async () => {
    const cwd = await tempFolder({
      'dumps/a.txt': original,
      'reposted-baseline.txt': 'reposted-baseline 1 normalizer 2 rung homoglyphs\n',
    });
    for (const words of examplesIn(helpOf(commandFor(['audit'])))) {
      expect({ words, code: (await askCli(words, { cwd })).code }).toEqual({ words, code: 0 });
    }
  });
});
