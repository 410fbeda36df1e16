/** One path → the dumps behind it: itself, or the members of an archive; and what of it had to be left out. */
import { UserError } from '../errors.js';
import { causeOf } from './cause-of.js';
import { beginsZip } from './containers/foreign.js';
import { watchUnpacking } from './containers/watch-unpacking.js';
import type { Member } from './containers/zip.js';
import type { DumpPath } from './find-dumps.js';
import { createBombWatch } from './limits.js';
import { BinaryDumpError, type OpenDump, type OpenOptions, openDump } from './open-dump.js';
import { openSource, peek, type Source } from './source.js';
import type { PassedOver } from './walk-folder.js';

/** A dump that was left out. */
export interface LeftOutDump {
  readonly path: string;
  readonly reason: string;
  /** Named by the user, or text that could not be had: that it is not read is an error. */
  readonly named: boolean;
  /** It was asked for to be left out, or is hidden: nothing to warn of. */
  readonly ignored?: boolean;
}

/**
 * Opens what `dump` names, one after the other: close each dump before the next is asked for. What cannot be read is
 * given as left out; only a defect of the program is thrown.
 */
export async function* openDumps(
  dump: DumpPath,
  options: OpenOptions,
): AsyncGenerator<OpenDump | LeftOutDump> {
  const source = await orLeftOut(dump, () => openSource(dump));
  if ('reason' in source) {
    yield source;
    return;
  }
  try {
    if (beginsZip(source.head)) yield* openMembers(dump, source, options);
    else yield await orLeftOut(dump, () => openDump(shownPath(dump), source, options));
  } finally {
    await source.close();
  }
}

const passedOverWords: Readonly<Record<PassedOver, string>> = {
  hidden: 'is hidden',
  link: 'is a link',
  special: 'is no plain file',
};

/** What is in a folder and is not read. Whoever hides something wants it so; a link may be meant to be read. */
export function tellPassedOver(path: string, what: PassedOver): LeftOutDump {
  const reason = `${path} ${passedOverWords[what]}: name it, and it is read`;
  return { path, reason, named: false, ignored: what === 'hidden' };
}

/** What is shown for standard input is no file name. */
export function shownPath(dump: DumpPath): string {
  return dump.path === '-' ? '<stdin>' : dump.path;
}

async function orLeftOut<T>(
  dump: Pick<DumpPath, 'path' | 'named'>,
  open: () => Promise<T>,
): Promise<T | LeftOutDump> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const named = dump.named || !(error instanceof BinaryDumpError);
    return { path: dump.path, reason: error.message, named };
  }
}

/** Members that stand in every file of a kind which is zip outside and a document inside. */
const DOCUMENT_MARKS: ReadonlySet<string> = new Set([
  '[Content_Types].xml',
  'mimetype',
  'META-INF/MANIFEST.MF',
]);

async function* openMembers(
  dump: DumpPath,
  source: Source,
  options: OpenOptions,
): AsyncGenerator<OpenDump | LeftOutDump> {
  const path = shownPath(dump);
  const leave = (reason: string, named: boolean): LeftOutDump => ({ path: dump.path, reason, named });
  if (source.file === null) {
    yield leave(
      `${path} is a zip archive, which is read from its end: save it to a file and pass that`,
      true,
    );
    return;
  }
  const { readArchive } = await import('./containers/zip.js');
  const { members, problem } = await readArchive(source.file.descriptor);
  if (members.some(({ name }) => DOCUMENT_MARKS.has(name))) {
    yield leave(`${path} is not text: it is a document or program packed as zip`, dump.named);
    return;
  }
  if (problem !== null) yield leave(`${path} is broken zip: ${problem}`, true);
  else if (members.length === 0) yield leave(`${path} is a zip archive with no files in it`, dump.named);
  // One watch for all: what swells may be spread over many members.
  let packed = 0;
  const onBytes = createBombWatch(path, options.limits, () => packed);
  const onPacked = (count: number): void => {
    packed += count;
  };
  for (const member of members) {
    const found = { path: `${path}!${member.name}`, named: false };
    yield await orLeftOut(found, async () => {
      const opened = await openMember(member, found.path, source, { onBytes, onPacked });
      return openDump(found.path, opened, options).catch(async (error: unknown) => {
        await opened.close();
        throw error;
      });
    });
  }
}

async function openMember(
  member: Member,
  path: string,
  archive: Source,
  { onBytes, onPacked }: { onBytes: (count: number) => void; onPacked: (count: number) => void },
): Promise<Source> {
  const unpacked = await member.open(onPacked).catch((error: unknown) => {
    if (error instanceof UserError) throw new UserError(`${path} ${error.message}`);
    throw new UserError(`${path} is broken zip: ${causeOf(error)}`);
  });
  const watched = watchUnpacking(unpacked, { path, container: 'zip', onBytes });
  const { head, bytes } = await peek(watched);
  return {
    head,
    bytes,
    file: null,
    changed: archive.changed,
    close: async () => bytes.close(),
  };
}
