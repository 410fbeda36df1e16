// Promises: a dump written by someone who means harm steers no terminal, turns no text round, gives no CI system an
// order: what it holds is shown, never obeyed. File names and names of sources are theirs, too.

import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { tempFolder } from './temp-folder.js';

/** Each would do something to who prints it as it is. */
const nasty = {
  'an escape sequence': '\u001b[2J\u001b[31m',
  'a window title': '\u001b]0;owned\u0007',
  'a terminal link': '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\',
  'a C1 control sequence': '\u009b31m\u0090q\u009c',
  'bells and backspaces': '\u0007\u0008\u0008\u007f\u000e',
  'a bidirectional override': '\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c',
  'letters that are not seen': '\u{e0068}\u{e0069}\u{e007f}\u206a\u206f\ufff9\u200b\u2062\u3164',
  'line and paragraph separators': '\u2028\u2029\u0085',
} as const;

/** Controls but line ends, marks of direction, separators of lines, what is not seen. */
const RAW =
  /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** What runners of GitHub and Azure take for a command: at the start of a line, or anywhere in it. */
const ORDER = /^\s*::[a-z-]+.*::|##\[|##vso\[/im;

const commands = [
  ['scan', '--top', '50'],
  ['scan', '--hyperlinks', 'never', '-f', 'json'],
  ['scan', '-f', 'ndjson'],
  ['split'],
];

/** A dump whose text, headers and sources all hold `words`; of its plain words, `what` stands in no other. */
function dumpWith(words: string, what = 'bread'): string {
  const post = `${words} and ${words}, then a line long enough to be compared, ${what} ${words}`;
  const forward = `Forwarded from ${words} Bakery\n${post}\nWhat follows ${what} is the same in both posts, and harmless.`;
  return `${forward}\n\n${forward}\n\n${words}\n`;
}

/** The line of a report that holds what none should, to be told which dump it is from. */
const lineWith = (pattern: RegExp, said: string) =>
  said.split('\n').find((line) => pattern.test(line)) ?? null;

async function expectHarmless(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const cwd = await tempFolder(files);
  const runs = commands.map(async (args) => {
    const { stdout, stderr, code } = await askCli([...args, '.'], { cwd });
    expect(code, stderr).toBe(0);
    expect(stdout.length).toBeGreaterThan(100);
    for (const said of [stdout, stderr]) {
      expect(lineWith(RAW, said), args.join(' ')).toBeNull();
      expect(lineWith(ORDER, said), args.join(' ')).toBeNull();
    }
    return stdout;
  });
  return Promise.all(runs);
}

describe('in the text of a dump', () => {
  it('what steers a terminal is shown, not obeyed', async () => {
    const dumps = Object.entries(nasty).map(([what, words]) => [`${what}.txt`, dumpWith(words, what)]);
    const files = {
      ...Object.fromEntries(dumps),
      // A carriage return overwrites nothing.
      'cr.txt': dumpWith('Safe\rEvil', 'cr').replaceAll('\n', '\r\n'),
      // Bytes that are controls to a terminal but no UTF-8.
      'bytes.txt': Buffer.from(dumpWith('\u009b31m\u001b', 'bytes'), 'latin1'),
    };
    for (const said of await expectHarmless(files))
      for (const path of Object.keys(files)) expect(said).toContain(path);
  });

  it('a command to a CI system is shown, not obeyed', async () => {
    await expectHarmless({
      'dump.txt': dumpWith('::error file=a.js,line=1::owned'),
      'more.txt': `::add-mask::bread\n::stop-commands::x\n::add-mask::bread\n`,
      'azure.txt': dumpWith('##vso[task.setvariable variable=x]y', 'azure'),
      'old.txt': dumpWith('##[error]owned ##[add-mask]bread', 'old'),
    });
  });
});

describe('in the name of a file', () => {
  it('all of that is shown, not obeyed', async () => {
    const names = Object.values(nasty).map((words) => `a${words.replaceAll('/', '∕')}`);
    const texts = names.map((name) => [`${name}.txt`, dumpWith('bread')]);
    const pictures = names.map((name) => [`${name}.png`, '\0']);
    await expectHarmless(Object.fromEntries([...texts, ...pictures]));
  });

  it('a line end or a command to a CI system is shown, not obeyed', async () => {
    await expectHarmless({
      'a\n::error::owned\n.txt': dumpWith('bread'),
      '::warning::owned.txt': dumpWith('rolls'),
      '##[error]owned.txt': dumpWith('cake'),
      '::error::a.png': '\0',
    });
  });

  it('an escape sequence is shown in errors, too', async () => {
    for (const args of [
      ['\u001b[2Jgone.txt'],
      ['--files-from', '\u001b[2Jgone'],
      ['--\u001b[2J'],
      ['-f', '\u001b[2J'],
    ]) {
      const { stderr, code } = await askCli(args);
      expect(code).toBe(2);
      expect(stderr).not.toMatch(RAW);
    }
  });

  it('a link to it leads to it and nowhere else', async () => {
    const cwd = await tempFolder({ 'a#b?c%20\u001b\\d.txt': dumpWith('bread') });
    const { stdout } = await askCli(['.', '--hyperlinks', 'always', '--no-color'], { cwd });
    const [, target = ''] = /\p{Cc}\]8;;(file:\P{Cc}+)\p{Cc}\\/u.exec(stdout) ?? [];
    expect(decodeURIComponent(new URL(target).pathname)).toBe(`${cwd}/a#b?c%20\u001b\\d.txt`);
  });
});

describe('half a character', () => {
  const half = '\ud83d';
  const text = 'The harbour will be closed on Sunday because of the regatta.';
  const records = ['alpha', 'beta'].map((channel, at) => ({
    id: `${at}${half}`,
    channel: `${channel} ${half}`,
    author: `Ann ${half}`,
    forwarded_from: `gamma ${half}`,
    date: `soon ${half}`,
    text: `${text} ${half}`,
  }));

  for (const args of [['scan', '-f', 'json'], ['scan', '-f', 'ndjson'], ['scan', '-f', 'sarif'], ['split']]) {
    it(`in what a record says is one that cannot be decoded, which every parser takes: ${args.join(' ')}`, async () => {
      const cwd = await tempFolder({ 'dump.json': JSON.stringify(records) });
      const { stdout } = await askCli([...args, 'dump.json'], { cwd });
      expect(stdout).toContain('beta \ufffd');
      expect(stdout).not.toMatch(/\\ud[89a-f]/i);
    });
  }
});
