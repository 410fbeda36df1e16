/** The commands, as commander knows them. Nothing here touches a dump. */
import { Argument, Command, Option } from 'commander';
import { toolVersion } from '../read/tool-version.js';
import { escapeText } from '../report/escape/escape-text.js';
import { type Shell, shells } from './completion/shells.js';
import { addAgainst, addBaseline, addCutOptions, addPolicies, addReportOptions } from './flags.js';
import {
  AUDIT_HELP,
  CHECK_HELP,
  COMPLETION_HELP,
  FORMATS_HELP,
  INDEX_HELP,
  PROGRAM_HELP,
  SCAN_HELP,
  SPLIT_HELP,
} from './help-texts.js';
import { addIndexCommands, type IndexActions } from './index-commands.js';
import { type CheckCliOptions, type CutOptions, failures, type ScanCliOptions } from './options.js';
import { refuseEmpty } from './refuse-empty.js';
import { refuseTwice } from './refuse-twice.js';

/** What the commands do; given by main. */
export interface Actions {
  scan(dumps: readonly string[], options: ScanCliOptions): Promise<void>;
  check(dumps: readonly string[], options: CheckCliOptions): Promise<void>;
  audit(dumps: readonly string[], options: CheckCliOptions): Promise<void>;
  split(dumps: readonly string[], options: CutOptions): Promise<void>;
  formats(options: { readonly json?: boolean }): Promise<void>;
  /** Given the program, to tell a shell what there is. */
  completion(shell: Shell, program: Command): Promise<void>;
  readonly index: IndexActions;
  /** Completes the options of a command that can be configured, before it acts. */
  configure(command: Command): Promise<void>;
}

const OUTPUT = 'write to a file instead of standard output (-)';

/** Builds the program; errors are thrown, not turned into an exit. */
export function buildProgram(actions: Actions): Command {
  const program = new Command('reposted')
    .description('Find what has been posted before, by whom first, forwarded with credit or copied without.')
    .version(toolVersion(), '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    // Else options behind a subcommand of a command would be taken for those of the command.
    .enablePositionalOptions()
    .addHelpText('after', PROGRAM_HELP)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(tellMistake(text)) })
    .exitOverride()
    .hook('preAction', async (_, command) => {
      if (command.options.some((option) => option.attributeName() === 'config'))
        await actions.configure(command);
    });
  const scan = program
    .command('scan', { isDefault: true })
    .description('report what repeats in dumps (default)');
  addReportOptions(addAgainst(addCutOptions(scan)), 10)
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 where there is one: an uncredited copy, or any')
        .choices(failures)
        .default('none'),
    )
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', SCAN_HELP)
    .action((dumps: string[], options: ScanCliOptions) => actions.scan(dumps, options));
  const check = program
    .command('check')
    .description('the gate: fail where new dumps repeat what they may not');
  addReportOptions(addPolicies(addBaseline(addAgainst(addCutOptions(check)))), 50)
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', CHECK_HELP)
    .action((dumps: string[], options: CheckCliOptions) => actions.check(dumps, options));
  const audit = program
    .command('audit')
    .description('list what is accepted to repeat, and whether it still does');
  addReportOptions(addBaseline(addAgainst(addCutOptions(audit))), 50)
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', AUDIT_HELP)
    .action((dumps: string[], options: CheckCliOptions) => actions.audit(dumps, options));
  addCutOptions(program.command('split').description('show how dumps are cut into posts, as NDJSON'))
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', SPLIT_HELP)
    .action((dumps: string[], options: CutOptions) => actions.split(dumps, options));
  addIndexCommands(addCutOptions(program.command('index')), actions.index, INDEX_HELP);
  program
    .command('formats')
    .description('list the input formats, with what each one carries')
    .option('--json', 'as JSON')
    .addHelpText('after', FORMATS_HELP)
    .action((options: { json?: boolean }) => actions.formats(options));
  program
    .command('completion')
    .description('write a script that completes commands, options and values in a shell')
    .addArgument(new Argument('<shell>').choices(shells))
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: Shell) => actions.completion(shell, program));
  refuseTwice(program);
  refuseEmpty(program);
  return program;
}

/** commander's own words, with what the user typed escaped. */
function tellMistake(text: string): string {
  const lines = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  return `reposted: ${lines.map(escapeText).join('\n')}\n`;
}
