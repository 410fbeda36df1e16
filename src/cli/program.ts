/** The commands and flags, as commander knows them. Nothing here touches a dump. */
import { Command, Option } from 'commander';
import { rungs } from '../model.js';
import { toolVersion } from '../read/tool-version.js';
import { escapeText } from '../report/escape-text.js';
import { reporters } from '../report/reporters/reporters.js';
import { addIndexCommands, type IndexActions } from './index-commands.js';
import { byteCount, type CutOptions, type ScanCliOptions, wholeNumber } from './options.js';
import { addReporter, checkReporter } from './reporter-options.js';

/** What the commands do; given by main. */
export interface Actions {
  scan(dumps: readonly string[], options: ScanCliOptions): Promise<void>;
  split(dumps: readonly string[], options: CutOptions): Promise<void>;
  formats(options: { readonly json?: boolean }): Promise<void>;
  readonly index: IndexActions;
}

const EXIT_CODES = `
Exit codes:
  0    ran (whatever was found)
  2    wrong usage, or an input that could not be read (--strict: or a record)
  130  interrupted`;

const PROGRAM_HELP = `
Examples:
  reposted channel.txt                            the report (scan is the default command)
  reposted scan export/result.json other.csv.gz   formats are detected; see reposted formats
  reposted scan --help                            everything a scan can be told
${EXIT_CODES}`;

const SCAN_EXAMPLES = `
Reporters:
${reporters.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}
  ./mine.mjs your own: a module whose default export is (report, options) => Iterable<string>

Examples:
  reposted scan channel.txt                       what repeats, in words
  reposted scan dumps/ --format json -o report.json
  zcat dump.gz | reposted scan - --format ndjson | jq -c 'select(.type == "cluster")'
  reposted scan dumps/ --reporter sarif:reposted.sarif --reporter markdown:summary.md
  reposted scan new.txt --against known.db        what was posted before, by an index
  reposted scan notes.txt --separator '^-{5}$'    your own boundaries
${EXIT_CODES}`;

const OUTPUT = 'write to a file instead of standard output';

const SPLIT_EXAMPLES = `
Examples:
  reposted split channel.txt                      one JSON line a post: the cut, to audit
  reposted split channel.txt | jq -r '"\\(.lines[0]) \\(.cue) \\(.paragraphs[0])"'
${EXIT_CODES}`;

/** Builds the program; errors are thrown, not turned into an exit. */
export function buildProgram(actions: Actions): Command {
  const program = new Command('reposted')
    .description('Find what has been posted before, by whom first, forwarded with credit or copied without.')
    .version(toolVersion(), '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', PROGRAM_HELP)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(tellMistake(text)) })
    .exitOverride();
  const scan = program
    .command('scan', { isDefault: true })
    .description('report what repeats in dumps (default)');
  addCutOptions(scan)
    .option('-f, --format <name>', 'how to report (default: text); see Reporters below', (name: string) =>
      checkReporter('--format', name),
    )
    .option(
      '--reporter <name[:file]>',
      'another report, to a file or, with - or none, to standard output; may be given again',
      addReporter,
    )
    .option('--top <n>', 'entries of each list in a text report', wholeNumber('--top', 0), 10)
    .option(
      '--min-characters <n>',
      'letters or digits a paragraph needs to count',
      wholeNumber('--min-characters', 1),
      20,
    )
    .addOption(
      new Option('--rung <rung>', 'how much to fold before comparing').choices(rungs).default('homoglyphs'),
    )
    .option('--color', 'colour, even when piped')
    .option('--no-color', 'no colour')
    .addOption(
      new Option('--hyperlinks <when>', 'link places to files')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--against <index>', 'also tell what an index (see reposted index) has seen before')
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', SCAN_EXAMPLES)
    .action((dumps: string[], options: ScanCliOptions) => actions.scan(dumps, options));
  addCutOptions(program.command('split').description('show how dumps are cut into posts, as NDJSON'))
    .option('-o, --output <file>', OUTPUT)
    .addHelpText('after', SPLIT_EXAMPLES)
    .action((dumps: string[], options: CutOptions) => actions.split(dumps, options));
  addIndexCommands(addCutOptions(program.command('index')), actions.index, EXIT_CODES);
  program
    .command('formats')
    .description('list the input formats, with what each one carries')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => actions.formats(options));
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

function addCutOptions(command: Command): Command {
  return command
    .argument('[dumps...]', 'files, folders, globs, or - for standard input')
    .option('--files-from <file>', 'read more dump paths from a file, or - for standard input')
    .option('--input-format <format>', 'what the dumps are, instead of detecting it (see reposted formats)')
    .option('--text-field <path>', 'JSON or CSV: the field that holds the text, as in post.body')
    .option('--id-field <path>', 'the field that holds the id')
    .option('--date-field <path>', 'the field that holds the date')
    .option('--source-field <path>', 'the field that says who posted')
    .option('--forward-field <path>', 'the field that says whence it was forwarded')
    .option('--strict', 'a record that cannot be read is an error (exit code 2), not a warning')
    .option('--encoding <label>', 'of the dumps, instead of detecting it: windows-1251, koi8-r, gb18030, ...')
    .option(
      '--max-bytes <n>',
      'read no more of a dump than this, unpacked: 500M, 2G',
      byteCount('--max-bytes'),
    )
    .option(
      '--threads <n>',
      'to scan large files with; the report does not depend on it (default: one a core, 4 at most)',
      wholeNumber('--threads', 1),
    )
    .option('--post-start <regex>', 'a line that matches begins a post (RE2 syntax)')
    .option('--post-end <regex>', 'a line that matches ends a post')
    .option('--separator <regex>', 'a line that matches parts posts and belongs to none')
    .option('--one-post-per-line', 'every line is a post')
    .option(
      '--forward-phrase <words>',
      'more words that mean "Forwarded from", before the name; may be given again',
      (words: string, before: readonly string[] = []) => [...before, words],
    )
    .addOption(
      new Option('--echoes <how>', 'what to do with posts printed twice')
        .choices(['collapse', 'keep'])
        .default('collapse'),
    )
    .option('-q, --quiet', 'no warnings and no progress');
}
