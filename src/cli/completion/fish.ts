/** Completion for fish. */
import { allCommands, type CompletedCommand, type CompletedOption } from './describe-commands.js';

/** A script to be sourced, or put into fish's folder of completions; files are completed where nothing of ours fits. */
export function completeInFish(program: string, root: CompletedCommand): string {
  const lines = allCommands(root).flatMap((command) => [
    ...command.commands.map(
      (inner) => `${condition(command)} -a ${inner.path.at(-1)} -d ${quote(inner.description)}`,
    ),
    ...command.words.map((word) => `${condition(command)} -x -a ${word}`),
    ...command.options.map((option) => `${condition(command)} ${optionWords(option)}`),
  ]);
  return `# Completion of ${program} for fish: ${program} completion fish | source
${lines.map((line) => `complete -c ${program} ${line}`).join('\n')}
`;
}

/** Where a command's own words may stand: behind it, and behind none of its subcommands. */
function condition({ path, commands }: CompletedCommand): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const inner = commands.map((command) => command.path.at(-1)).join(' ');
  const unseen = inner === '' ? [] : [`not __fish_seen_subcommand_from ${inner}`];
  return `-n ${quote([...seen, ...unseen].join('; and '))}`;
}

function optionWords({ flags, description, takesValue, values }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  // -r: a value is needed, and a file may be one; -x: only what is listed.
  const value = takesValue ? (values.length === 0 ? ['-r'] : [`-x -a ${quote(values.join(' '))}`]) : [];
  return [...names, ...value, `-d ${quote(description)}`].join(' ');
}

/** In single quotes, fish knows two escapes: of the quote and of the backslash. */
function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
