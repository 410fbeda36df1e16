/** `reposted index` and its subcommands, as commander knows them. */
import type { Command } from 'commander';
import { type CutOptions, wholeNumber } from './options.js';

/** The options of `index`. */
export interface IndexOptions extends CutOptions {
  readonly minCharacters?: number;
}

/** What the commands do. */
export interface IndexActions {
  make(dumps: readonly string[], options: IndexOptions): Promise<void>;
  list(index: string, options: { readonly json?: boolean }): Promise<void>;
  remove(index: string, dumps: readonly string[], options: { readonly quiet?: boolean }): Promise<void>;
  verify(index: string): Promise<void>;
  export(index: string, options: { readonly parquet?: string; readonly csv?: string }): Promise<void>;
}

/** Adds what the command, which has the options of cutting, lacks. */
export function addIndexCommands(command: Command, actions: IndexActions, help: string): void {
  command
    .description('remember the texts of dumps in an index, by fingerprint, for --against')
    .enablePositionalOptions()
    .usage('DUMP... -o <index> | list | remove | verify | export')
    .option('-o, --output <index>', 'the index to make or to change')
    .option(
      '--min-characters <n>',
      'letters or digits a paragraph needs to be remembered (default: as the index has it, else 20)',
      wholeNumber('--min-characters', 1),
    )
    .addHelpText('after', help)
    .action((dumps: string[], options: IndexOptions) => actions.make(dumps, options));
  command
    .command('list <index>')
    .description('list the dumps that an index has')
    .option('--json', 'as JSON')
    .addHelpText('after', example('list known.db'))
    .action((index: string, options: { json?: boolean }) => actions.list(index, options));
  command
    .command('remove <index> <dumps...>')
    .description('forget dumps, by the paths that list shows')
    .option('-q, --quiet', 'say nothing')
    .addHelpText('after', example('remove known.db dumps/old.txt'))
    .action((index: string, dumps: string[], options: { quiet?: boolean }) =>
      actions.remove(index, dumps, options),
    );
  command
    .command('verify <index>')
    .description('read all of an index and hold it to its checksums')
    .addHelpText('after', example('verify known.db'))
    .action((index: string) => actions.verify(index));
  command
    .command('export <index>')
    .description('write an index as a table: a row a distinct fingerprint of a dump')
    .option('--parquet <file>', 'as Parquet; - is standard output')
    .option('--csv <file>', 'as CSV; - is standard output')
    .addHelpText('after', example('export known.db --parquet known.parquet'))
    .action((index: string, options: { parquet?: string; csv?: string }) => actions.export(index, options));
}

function example(words: string): string {
  return `\nExamples:\n  reposted index ${words}`;
}
