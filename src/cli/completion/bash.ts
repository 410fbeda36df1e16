/** Completion for bash, and for zsh, which reads what is written for bash. */
import { allCommands, type CompletedCommand } from './describe-commands.js';

/**
 * A script to be sourced. The command is found from the words before the cursor; where nothing of ours fits,
 * the shell completes names of files.
 */
export function completeInBash(program: string, root: CompletedCommand): string {
  const commands = allCommands(root);
  return `# Completion of ${program} for bash: eval "$(${program} completion bash)"
_${program}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= words= i
  # bash parts --flag=value into three words.
  if [ "$word" = "=" ]; then word=
  elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
      ${commands.slice(1).map(patternOf).join('|')}) command="$command \${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [ -z "$words" ]; then
    case "$command/$word" in
${commands.flatMap(wordCases).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -o bashdefault -F _${program} ${program}
`;
}

/** The same, behind the layer of zsh that knows what bash means. */
export function completeInZsh(program: string, root: CompletedCommand): string {
  return `# Completion of ${program} for zsh: eval "$(${program} completion zsh)"
autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${completeInBash(program, root)}`;
}

/** A command stands in the script as its words, a space before each: ` index list`. */
function nameOf({ path }: CompletedCommand): string {
  return path.map((word) => ` ${word}`).join('');
}

const patternOf = (command: CompletedCommand) => `"${nameOf(command)}"`;

/** After an option that takes a value: the values there are, or nothing, so that files are completed. */
function valueCases(command: CompletedCommand): string[] {
  return command.options
    .filter(({ takesValue }) => takesValue)
    .map(({ flags, values }) => {
      const patterns = flags.map((flag) => `"${nameOf(command)} ${flag}"`).join('|');
      return values.length === 0
        ? `    ${patterns}) return ;;`
        : `    ${patterns}) words="${values.join(' ')}" ;;`;
    });
}

/** Anywhere else: options once a dash is typed, else subcommands or the words an argument may be. */
function wordCases(command: CompletedCommand): string[] {
  const flags = command.options.flatMap((option) => option.flags);
  const words = [...command.commands.map(({ path }) => path.at(-1)), ...command.words];
  return [
    `      "${nameOf(command)}/-"*) words="${flags.join(' ')}" ;;`,
    ...(words.length > 0 ? [`      "${nameOf(command)}/"*) words="${words.join(' ')}" ;;`] : []),
  ];
}
