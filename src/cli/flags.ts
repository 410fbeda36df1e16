/** The flags of commands, in the groups that commands share. */
import { type Command, Option } from 'commander';
import { defaultSettings } from '../default-settings.js';
import { rungs } from '../model.js';
import { LEAST_MEMORY } from '../read/limits.js';
import { byteCount, share, wholeNumber } from './options.js';
import { addReporter, checkReporter } from './reporter-options.js';

/** What new dumps are compared with. */
export function addAgainst(command: Command): Command {
  return command.option(
    '--against <dumps...>',
    'compare with these dumps, or with an index (see reposted index), and not with one another; name the new dumps before',
  );
}

/** What is accepted; how much is told is `addReportOptions`. */
export function addBaseline(command: Command): Command {
  return command
    .option('--baseline <file>', 'accept the blocks listed in it, as often as it says')
    .option('--fail-stale', 'the baseline must not accept what is not found, or less often');
}

/** What is asked of new dumps. */
export function addPolicies(command: Command): Command {
  return command
    .option('--update-baseline', 'write what repeats now to the baseline: all of it is accepted')
    .option('--prune', 'take out of the baseline what is found no longer, or less often')
    .option(
      '--max-uncredited <n>',
      "new posts that may have another source's text and no credit",
      wholeNumber('--max-uncredited', 0),
    )
    .option('--max-blocks <n>', 'blocks that may be copied, credited or not', wholeNumber('--max-blocks', 0))
    .option(
      '--max-repeated <share>',
      'how much of the text of the new dumps may repeat: 5%, 0.05',
      share('--max-repeated'),
    )
    .option(
      '--blocklist <file>',
      'passages that no new post may have: ids or texts of paragraphs, one a line',
    )
    .option('--fail-length <n>', 'pass over blocks of fewer characters', wholeNumber('--fail-length', 0));
}

/** How dumps are compared and how that is told. */
export function addReportOptions(command: Command, top: number): Command {
  return command
    .option('-f, --format <name>', 'how to report (default: text); see Reporters below', (name: string) =>
      checkReporter('--format', name),
    )
    .option(
      '--reporter <name[:file]>',
      'another report, to a file or, with - or none, to standard output in place of text; may be given again',
      addReporter,
    )
    .option('--top <n>', 'entries of each list in a text report', wholeNumber('--top', 0), top)
    .option(
      '--min-characters <n>',
      'letters or digits a paragraph needs to count',
      wholeNumber('--min-characters', 1),
      defaultSettings.minCharacters,
    )
    .addOption(
      new Option('--rung <rung>', 'how much to fold before comparing')
        .choices(rungs)
        .default(defaultSettings.rung),
    )
    .option('--color', 'colour, even when piped')
    .option('--no-color', 'no colour')
    .addOption(
      new Option('--hyperlinks <when>', 'link places to files')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    );
}

/** Which dumps there are, and how they are read and cut into posts. */
export function addCutOptions(command: Command): Command {
  return command
    .argument('[dumps...]', 'files, folders, globs, or - for standard input')
    .option('--files-from <file>', 'read more dump paths from a file, or - for standard input')
    .option('--input-format <format>', 'what the dumps are, instead of detecting it (see reposted formats)')
    .option('--text-field <path>', 'JSON or CSV: the field that holds the text, as in post.body')
    .option('--id-field <path>', 'the field that holds the id')
    .option('--date-field <path>', 'the field that holds the date')
    .option('--source-field <path>', 'the field that says who posted')
    .option('--forward-field <path>', 'the field that says whence it was forwarded')
    .option('--strict', 'a record or file that cannot be read is an error (exit code 2), not a warning')
    .option('--encoding <label>', 'of the dumps, instead of detecting it: windows-1251, koi8-r, gb18030, ...')
    .option(
      '--max-bytes <n>',
      'read no more of a dump than this, unpacked: 500M, 2G',
      byteCount('--max-bytes'),
    )
    .option(
      '--threads <n>',
      'to work on large dumps with, 64 at most; the report does not depend on it (default: one a core, up to 4)',
      wholeNumber('--threads', 1, 64),
    )
    .option(
      '--memory <size>',
      'keep to so much memory, as 256M, with the rest in a temporary file; the report does not depend on it',
      byteCount('--memory', LEAST_MEMORY),
    )
    .option('--post-start <regex>', 'a line that matches begins a post (RE2 syntax)')
    .option('--post-end <regex>', 'a line that matches ends a post')
    .option('--separator <regex>', 'a line that matches parts posts and belongs to none')
    .option('--one-post-per-line', 'every line is a post')
    .option(
      '--forward-phrase <words>',
      'more words that mean "Forwarded from", before the name; may be given again',
      gather,
    )
    .addOption(
      new Option('--echoes <how>', 'what to do with posts printed twice')
        .choices(['collapse', 'keep'])
        .default(defaultSettings.echoes),
    )
    .option('--ignore <glob>', 'leave out dumps found in folders or by patterns, as .gitignore would', gather)
    .option('--config <file>', 'the configuration, instead of looking for it')
    .option('--no-config', 'no configuration')
    .option('--print-config', 'print the settings with where each is from, and do nothing')
    .option('-q, --quiet', 'no warnings and no progress');
}

/** An option that may be given again. */
function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
