/**
 * Lines → posts. Each dump is taken for a shape, the shape's cues mark boundaries, and between them echoes are
 * folded: a post printed twice is one post. What belongs to no post is counted.
 */
import {
  type Column,
  type Columns,
  Cue,
  type DumpCut,
  type DumpFacts,
  type LineTable,
  type Posts,
  type ReadBytes,
  type RecordFacts,
  type RecordTable,
  type Scanned,
  type Settings,
} from '../model.js';
import { choosePlan } from './choose-plan.js';
import { compareLines } from './compare-lines.js';
import { dayFirst } from './cues/read-stamp.js';
import { type Cutting, cutFolded, cutWhole } from './cut-sections.js';
import { describePosts } from './describe-post.js';
import { findSections } from './find-sections.js';
import { Mark, markBoundaries } from './mark-boundaries.js';
import { doubtLongPost, type Plan } from './plan.js';
import { createPostTable, type PostTableBuilder } from './post-table.js';
import { cutRecords } from './records/cut-records.js';
import { createMetMessages, type MetMessages } from './records/met-messages.js';

/** How dumps are cut; neither unless asked for. */
export interface CutDemand {
  /** They are cut no second time: what tells echoes and rules is given back before there are posts, if no dump has any. */
  readonly once?: boolean;
  /** A message that was met before in the same words has no paragraphs, so that its text is compared but once. */
  readonly messagesOnce?: boolean;
}

/** Cuts every dump. The order of `facts` is the order of reading. */
export function cutPosts(
  scanned: Scanned,
  settings: Settings,
  read: ReadBytes,
  { once = false, messagesOnce = false }: CutDemand = {},
): Posts {
  const { columns, lines, records, facts } = scanned;
  const met = messagesOnce ? createMetMessages(scanned) : null;
  const prepared = facts.map((found, dump) =>
    found.records === null
      ? prepareText({ columns, lines, facts, dump, settings, read })
      : prepareRecords(records, { facts: found, found: found.records, dump, met }),
  );
  if (once && !prepared.some((dump) => dump.comparesHeads)) lines.head.release();
  const builder = createPostTable(columns, Math.max(lines.rows, records.rows));
  const dumps = prepared.map(({ cut }) => cut(builder));
  met?.release();
  const firstNew = dumps.find((_, dump) => facts[dump]?.against === false)?.firstPost ?? builder.posts;
  return { ...builder.finish(firstNew), dumps };
}

/** Gives back what nothing but the cut asks of lines: they cannot be cut again. */
export function releaseCues({ gap, cue, head }: LineTable): void {
  for (const column of [gap, cue, head]) column.release();
}

/** A dump of text, and what it is cut by. */
interface TextDump {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly facts: readonly DumpFacts[];
  readonly dump: number;
  readonly settings: Settings;
  readonly read: ReadBytes;
}

/** A dump that is ready to be cut. */
interface Prepared {
  /** Whether the cut asks what lines begin with. */
  readonly comparesHeads: boolean;
  cut(builder: PostTableBuilder): DumpCut;
}

function prepareText(of: TextDump): Prepared {
  const { columns, lines, dump, settings } = of;
  const { firstRow: from = 0, endRow: end = 0 } = of.facts[dump] ?? {};
  const compare = compareLines(lines, dump, of.read);
  const plan = choosePlan({ columns, lines, from, end, compare }, settings.format);
  return {
    comparesHeads: plan.echo !== null || plan.rules.size > 0,
    cut: (builder) => cutDump(of, plan, builder),
  };
}

function prepareRecords(
  records: RecordTable,
  of: { facts: DumpFacts; found: RecordFacts; dump: number; met: MetMessages | null },
): Prepared {
  return { comparesHeads: false, cut: (builder) => cutRecords(records, { ...of, builder }) };
}

function cutDump(of: TextDump, plan: Plan, builder: PostTableBuilder): DumpCut {
  const { lines, dump, settings } = of;
  const { path = '', firstRow: from = 0, endRow: end = 0 } = of.facts[dump] ?? {};
  const marks = markBoundaries(of.columns, lines, { from, end }, plan);
  const dates = plan.shape.format === 'telegram-desktop-text' ? stampDates(lines, { from, end }) : [];
  const describe = describePosts({ lines, plan, from, path, dayIsFirst: dayFirst(dates) });
  const cutting: Cutting = {
    lines,
    compare: compareLines(lines, dump, of.read),
    builder,
    dump,
    plan,
    keepEchoes: settings.echoes === 'keep',
    describe,
  };
  const firstPost = builder.posts;
  let echoes = 0;
  let orphans = 0;
  let longest = 0;
  for (const section of findSections(marks, { from, end })) {
    longest = Math.max(longest, section.bodyEnd - section.bodyFrom);
    if (section.bodyFrom === section.bodyEnd) orphans += 1;
    else if (plan.echo !== null) echoes += cutFolded(cutting, section);
    else cutWhole(cutting, section, marks, from);
  }
  const chrome = countChrome(lines, marks, from);
  marks.release();
  const cut = { rows: end - from, posts: builder.posts - firstPost, longest };
  return {
    shape: settings.format === null && plan.echo === null ? doubtLongPost(plan.shape, cut) : plan.shape,
    echoKind: plan.echo,
    firstPost,
    endPost: builder.posts,
    echoes,
    chrome,
    orphans,
    sameMessages: 0,
  };
}

function* stampDates(lines: LineTable, rows: { from: number; end: number }): Generator<string> {
  for (let row = rows.from; row < rows.end; row++) {
    if (lines.cue.at(row) !== Cue.stamp) continue;
    const header = lines.headers.get(row);
    if (header?.kind === 'stamp') yield header.date;
  }
}

/** Headers are told as forwards and dates; what remains is the page's own. */
function countChrome(lines: LineTable, marks: Column, from: number): number {
  let chrome = 0;
  for (let at = 0; at < marks.length; at++) {
    if (marks.at(at) & Mark.chrome && !headerCues.has(lines.cue.at(from + at))) chrome += 1;
  }
  return chrome;
}

const headerCues: ReadonlySet<number> = new Set([Cue.forward, Cue.forwardAlone, Cue.forwardName, Cue.stamp]);
