/** `reposted index`: dumps → the index, one after the other, so that the largest of them bounds the memory. */
import { defaultSettings } from '../default-settings.js';
import { UserError } from '../errors.js';
import { requireNormalizer } from '../known/open-known.js';
import { createStoredPath } from '../known/stored-path.js';
import { type KnownWriter, writeKnown } from '../known/write-known.js';
import type { DumpFacts } from '../model.js';
import { normalizerVersion } from '../normalize/normalize-text.js';
import type { DumpPath } from '../read/dump-path.js';
import { sizeOfDumps } from '../read/find/find-dumps.js';
import { toolVersion } from '../read/tool-version.js';
import { type Outcome, rememberDumps } from '../remember-dumps.js';
import { count } from '../report/reporters/text-words.js';
import { scanDumps } from '../scan-dumps.js';
import { checkFields } from './check-fields.js';
import { mistypedIndexCommand } from './command-names.js';
import { dumpsOf } from './dumps-of.js';
import { filesOf } from './files-of.js';
import type { IndexOptions } from './index-commands.js';
import type { CutOptions } from './options.js';
import { demandOf, readingOptions } from './scan-arguments.js';
import { cutSettings } from './settings.js';
import { tell } from './tell.js';
import { tellTroubles } from './tell-troubles.js';
import { createProgress } from './terminal.js';
import { userCuesOf } from './user-cues.js';

/** Resolves to 0 when all went well, to 2 when something named could not be read. */
export async function runIndex(args: readonly string[], options: IndexOptions): Promise<number> {
  const { output } = options;
  if (output === undefined || output === '-') {
    const expected = 'reposted index expects the file of an index to make or to change: --output known.db';
    throw new UserError([expected, mistypedIndexCommand(args[0] ?? '') ?? []].flat().join('; '));
  }
  const files = await filesOf(options, [{ path: output, by: '--output' }]);
  const dumps = await dumpsOf(args, options, { files, suggest: mistypedIndexCommand });
  if (dumps.some(({ file }) => file === '-')) {
    throw new UserError(
      'An index remembers dumps by their paths, and standard input has none: name a file, a folder or a pattern',
    );
  }
  const writer = await openWriter(output, options);
  try {
    const { code, outcomes, facts } = await rememberAll(dumps, { writer, output, options });
    checkFields(facts, options);
    await writer.commit();
    if (options.quiet !== true) tellOutcomes(outcomes, writer, output);
    return code;
  } finally {
    writer.close();
  }
}

async function openWriter(output: string, { minCharacters }: IndexOptions): Promise<KnownWriter> {
  const fresh = {
    normalizer: normalizerVersion,
    tool: toolVersion(),
    minCharacters: minCharacters ?? defaultSettings.minCharacters,
  };
  const writer = await writeKnown(output, fresh);
  const { about } = writer;
  try {
    requireNormalizer(output, about, normalizerVersion);
    if (minCharacters === undefined || minCharacters === about.minCharacters) return writer;
    throw new UserError(
      `${output} remembers paragraphs of ${about.minCharacters} letters and more, and --min-characters says ` +
        `${minCharacters}: leave it out, or make another index`,
    );
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** What dumps are put into, and as the user says. */
interface Destination {
  readonly writer: KnownWriter;
  readonly output: string;
  readonly options: IndexOptions;
}

async function rememberAll(
  dumps: readonly DumpPath[],
  { writer, output, options }: Destination,
): Promise<{ code: number; outcomes: Outcome[]; facts: DumpFacts[] }> {
  const userCues = await userCuesOf(options);
  const settings = { ...cutSettings(options), minCharacters: writer.about.minCharacters };
  const how = {
    settings,
    cut: JSON.stringify(options, cutKeys),
    storedPath: createStoredPath(output, process.cwd()),
  };
  const progress = createProgress(options, await sizeOfDumps(dumps));
  const demand = demandOf(options, 'scan');
  const reading = { ...readingOptions(options), demand, userCues, onBytes: progress.add };
  const outcomes: Outcome[] = [];
  const facts: DumpFacts[] = [];
  let code = 0;
  for (const dump of dumps) {
    const scanned = await scanDumps([dump], { ...reading, expectedBytes: await sizeOfDumps([dump]) });
    try {
      const remembered = await rememberDumps(scanned, writer, how);
      progress.clear();
      for (const outcome of remembered.outcomes) outcomes.push(outcome);
      for (const one of scanned.facts) facts.push(one);
      const shapes = remembered.posts.dumps.map(({ shape }) => shape);
      code = Math.max(code, tellTroubles(shapes, scanned.reading, options));
    } finally {
      scanned.reading.close();
    }
  }
  progress.clear();
  return { code, outcomes, facts };
}

/** Everything that says where posts begin and what is in them; what is not given is not told. */
const cutKeys: (keyof CutOptions)[] = [
  'dateField',
  'echoes',
  'encoding',
  'forwardField',
  'forwardPhrase',
  'idField',
  'inputFormat',
  'maxBytes',
  'onePostPerLine',
  'postEnd',
  'postStart',
  'separator',
  'sourceField',
  'textField',
];

/** More dumps that are the same are only counted. */
const MOST_TOLD = 10;

function tellOutcomes(outcomes: readonly Outcome[], writer: KnownWriter, output: string): void {
  const those = (wanted: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted);
  for (const { path, as } of those('same').slice(0, MOST_TOLD)) {
    tell(`skipped ${path}: ${output} has its content already${as === path ? '' : `, as ${as}`}`);
  }
  for (const { path } of those('incomplete'))
    tell(`${path} was not put into ${output}: it was not read whole`);
  const figures = [
    `${those('added').length} added`,
    `${those('replaced').length} replaced`,
    `${those('same').length} skipped`,
  ];
  const posts = writer.dumps.reduce((sum, dump) => sum + dump.posts, 0);
  tell(
    `${output}: ${figures.join(', ')}; it has ${count(posts, 'post')} of ${count(writer.dumps.length, 'dump')}`,
  );
}
