/** One path → the dumps behind it: itself, or the members of an archive; and what of it had to be left out. */
import { UserError } from '../errors.js';
import type { WhyLeftOut } from '../model.js';
import { causeOf } from './cause-of.js';
import { beginsZip } from './containers/foreign.js';
import { watchUnpacking } from './containers/watch-unpacking.js';
import type { Member } from './containers/zip.js';
import type { DumpPath, Unread } from './dump-path.js';
import { type LeftOutDump, LeftOutError } from './left-out.js';
import { createBombWatch } from './limits.js';
import { type OpenDump, type OpenOptions, openDump } from './open-dump.js';
import { openSource, peek, type Source } from './source.js';

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

/** What is shown for standard input is no file name. */
export function shownPath(dump: DumpPath): string {
  return dump.file === '-' ? '<stdin>' : dump.path;
}

async function orLeftOut<T>(
  dump: Pick<DumpPath, 'path' | 'named'>,
  open: () => Promise<T>,
): Promise<T | LeftOutDump> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = error instanceof LeftOutError ? error.why : 'broken';
    return { path: dump.path, reason: error.message, why, named: dump.named };
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
  const { named } = dump;
  const leave = (reason: string, why: WhyLeftOut): LeftOutDump => ({ path: dump.path, reason, why, named });
  if (source.file === null) {
    yield leave(
      `${path} is a zip archive, which is read from its end: save it to a file and pass that`,
      'not-known',
    );
    return;
  }
  const { readArchive } = await import('./containers/zip.js');
  const { members, problem } = await readArchive(source.file.descriptor);
  if (members.some(({ name }) => DOCUMENT_MARKS.has(name))) {
    yield leave(`${path} is not text: it is a document or program packed as zip`, 'no-text');
    return;
  }
  if (problem !== null) yield leave(`${path} is broken zip: ${problem}`, 'broken');
  else if (members.every(({ isHidden }) => isHidden))
    yield leave(
      `${path} is a zip archive with no files in it${members.length === 0 ? '' : ' but hidden ones'}`,
      'no-text',
    );
  // One watch for all: what swells may be spread over many members.
  let packed = 0;
  const onBytes = createBombWatch(path, options.limits, () => packed);
  const onPacked = (count: number): void => {
    packed += count;
  };
  let tried = false;
  let holdsText = false;
  for (const member of members) {
    const found = { path: `${path}!${member.name}`, named: false };
    const unread = member.isHidden ? hiddenMember(found.path) : dump.unreadMember?.(member.name);
    if (unread !== undefined) {
      yield { ...found, ...unread };
      continue;
    }
    const given = await orLeftOut(found, async () => {
      const opened = await openMember(member, found.path, source, { onBytes, onPacked });
      return openDump(found.path, opened, options).catch(async (error: unknown) => {
        await opened.close();
        throw error;
      });
    });
    tried = true;
    holdsText ||= !('why' in given && given.why === 'no-text');
    yield given;
  }
  // What it holds nobody has named, but it may be named itself.
  if (tried && !holdsText) yield leave(`${path} is a zip archive with no text in it`, 'no-text');
}

function hiddenMember(path: string): Unread {
  return { reason: `${path} is hidden: unpack it and name it, and it is read`, why: 'hidden' };
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
