/** The commands as a shell needs them for completion: plain data, taken from what commander was told. */
import type { Command, Option } from 'commander';

/** An option that can be typed. */
export interface CompletedOption {
  /** `-f`, `--format`: as typed. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Whether another word follows it. */
  readonly takesValue: boolean;
  /** What that word may be; empty where it is a file, a number, a text. */
  readonly values: readonly string[];
}

/** A command, or a subcommand, with what can stand behind it. */
export interface CompletedCommand {
  /** The words that name it, from the first behind the program's name; none for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
  /** What its first argument may be; empty where it is a file. */
  readonly words: readonly string[];
}

/** Values of options that commander does not know, by the name of the option's attribute. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/**
 * Describes a command and all below it, `help` left out. The program's own options come with those of the
 * command that runs when none is named.
 */
export function describeCommands(
  command: Command,
  known: KnownValues,
  path: readonly string[] = [],
): CompletedCommand {
  const commands = command.commands.map((inner) => describeCommands(inner, known, [...path, inner.name()]));
  const unnamed = path.length === 0 ? commands[0] : undefined;
  const own = command.createHelp().visibleOptions(command);
  return {
    path,
    description: command.description(),
    options: [...own.map((option) => describeOption(option, known)), ...(unnamed?.options ?? [])].filter(
      isFirst,
    ),
    commands,
    words: command.registeredArguments[0]?.argChoices ?? [],
  };
}

/** The program and every command in it, outermost first. */
export function allCommands(command: CompletedCommand): CompletedCommand[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function describeOption(option: Option, known: KnownValues): CompletedOption {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? known[option.attributeName()] ?? [],
  };
}

/** `--help` is the program's and the command's. */
function isFirst({ flags }: CompletedOption, row: number, options: readonly CompletedOption[]): boolean {
  return options.findIndex((other) => other.flags.at(-1) === flags.at(-1)) === row;
}
