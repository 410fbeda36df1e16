/** What help says below the options: examples, exit codes, where settings come from. */
import { reporters } from '../report/reporters/reporters.js';

const REPORTERS = `
Reporters:
${reporters.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}
  ./mine.mjs your own: a module whose default export is (report, options) => Iterable<string>`;

const SETTINGS = `
Settings come from flags, then the environment (--min-characters is REPOSTED_MIN_CHARACTERS; a list has an entry a
line), then reposted.config.json, the file that REPOSTED_CONFIG names, or the key reposted of package.json
(minCharacters), then defaults; see --print-config.`;

const EXIT_CODES = `
Exit codes:
  0    ran (whatever was found)
  2    wrong usage, or an input that could not be read (--strict: or a record)
  130  interrupted`;

const GATE_EXIT_CODES = `
Exit codes:
  0    within policy
  1    a policy is violated
  2    wrong usage, or an input that could not be read: the check is incomplete (--strict: or a record)
  130  interrupted`;

/** Below the help of the program. */
export const PROGRAM_HELP = `
Examples:
  reposted channel.txt                            the report (scan is the default command)
  reposted scan export/result.json other.csv.gz   formats are detected; see reposted formats
  reposted check new/ --against old/              the gate for a build: see reposted check --help
  reposted scan --help                            everything a scan can be told
${EXIT_CODES}`;

/** Below the help of each command. */
export const SCAN_HELP = `${REPORTERS}

Examples:
  reposted scan channel.txt                       what repeats, in words
  reposted scan dumps/ --format json -o report.json
  zcat dump.gz | reposted scan - --format ndjson | jq -c 'select(.type == "cluster")'
  reposted scan dumps/ --reporter sarif:reposted.sarif --reporter markdown:summary.md
  reposted scan notes.txt --separator '^-{5}$'    your own boundaries
  reposted scan new.txt --against old/            just what is new in new.txt
  reposted scan new.txt --against known.db        what of it an index has seen before, where and when
  reposted scan dumps/ --fail-on uncredited       the report, and 1 as exit code where a copy has no credit
${SETTINGS}
${EXIT_CODES.replace('  2  ', '  1    --fail-on, and there is one\n  2  ')}`;

export const SPLIT_HELP = `
Examples:
  reposted split channel.txt                      one JSON line a post: the cut, to audit
  reposted split channel.txt | jq -r '"\\(.lines[0]) \\(.cue) \\(.paragraphs[0])"'
${SETTINGS}
${EXIT_CODES}`;

export const CHECK_HELP = `${REPORTERS}
Those for machines tell what violates a policy, and nothing else; json and ndjson tell everything.

New dumps are compared with one another and with those named by --against, which are not compared among themselves:
what they hold was there before. Every policy that is given must hold. Where none is given, there must be no block that
the baseline does not accept, or, without a baseline, no uncredited copy (--max-uncredited 0).

Examples:
  reposted check new/ --against dumps/            1 where a new post has another source's text and no credit
  reposted check new.txt --against dumps/ --max-repeated 5% --max-uncredited 3
  reposted check dumps/ --baseline reposted-baseline.txt --update-baseline
                                                  accept all that repeats today
  reposted check dumps/ --baseline reposted-baseline.txt
                                                  1 where anything else repeats, or an accepted block once more
  reposted check new/ --blocklist spam.txt        1 where a post has a listed text (or id), repeated or not
  reposted check new/ --against dumps/ --reporter github --reporter sarif:reposted.sarif
  reposted check new/ --against dumps/ --format json | jq '.check.violations[].copy'
${SETTINGS}
${GATE_EXIT_CODES}`;

export const INDEX_HELP = `
Examples:
  reposted index dumps/ -o known.db               remember what is in the dumps; again, what is new or changed
  reposted scan new.txt --against known.db        what of it was posted before, where and when
  reposted check new/ --against known.db          the gate, without the old dumps
  reposted index list known.db                    the dumps it has
  reposted index remove known.db dumps/old.txt
  reposted index verify known.db                  read all of it, and hold it to its checksums
  reposted index export known.db --parquet known.parquet
${SETTINGS}
${EXIT_CODES}`;

export const FORMATS_HELP = `
Examples:
  reposted formats                                each format, with what its posts carry
  reposted formats --json | jq -r '.[].name'
${EXIT_CODES}`;

export const COMPLETION_HELP = `
Examples:
  eval "$(reposted completion bash)"              in ~/.bashrc; the same in ~/.zshrc with zsh
  reposted completion fish | source               in ~/.config/fish/config.fish
${EXIT_CODES}`;

export const AUDIT_HELP = `${REPORTERS}

Examples:
  reposted audit dumps/ --baseline reposted-baseline.txt
                                                  each accepted passage, and how often it is found now
  reposted audit dumps/ --baseline reposted-baseline.txt --fail-stale
                                                  1 where something is accepted that is there no longer
${SETTINGS}
${GATE_EXIT_CODES}`;
