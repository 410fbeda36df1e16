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
  type RecordTable,
  type Settings,
} from '../model.js';
import { alignPrints, type Visit } from './align-prints.js';
import { choosePlan } from './choose-plan.js';
import { type CompareLines, compareLines } from './compare-lines.js';
import { dayFirst } from './cues/read-stamp.js';
import { type DescribePost, describePosts } from './describe-post.js';
import { closedByPlaceholder, findSections, type Section } from './find-sections.js';
import { type FoldedPost, foldEchoes } from './fold-echoes.js';
import { Mark, markBoundaries } from './mark-boundaries.js';
import type { Plan } from './plan.js';
import { createPostTable, type PostTableBuilder, type PostWords } from './post-table.js';
import { cutRecords } from './records/cut-records.js';

/** What the cut of one dump works with. */
interface Cutting {
  readonly lines: LineTable;
  readonly compare: CompareLines;
  readonly builder: PostTableBuilder;
  readonly dump: number;
  readonly plan: Plan;
  readonly keepEchoes: boolean;
  readonly describe: DescribePost;
}

/** Cuts every dump. The order of `facts` is the order of reading. */
export function cutPosts(
  scanned: {
    columns: Columns;
    lines: LineTable;
    records: RecordTable;
    facts: readonly DumpFacts[];
  },
  settings: Settings,
  read: ReadBytes,
): Posts {
  const { columns, lines, records, facts } = scanned;
  const builder = createPostTable(columns, Math.max(lines.rows, records.rows));
  const dumps = facts.map((found, dump) =>
    found.records === null
      ? cutDump({ columns, lines, facts, dump, settings, builder, read })
      : cutRecords(records, { facts: found, found: found.records, dump, builder }),
  );
  const firstNew = dumps.find((_, dump) => facts[dump]?.against === false)?.firstPost ?? builder.posts;
  return { ...builder.finish(firstNew), dumps };
}

/** Gives back what nothing but the cut asks of lines: they cannot be cut again. */
export function releaseCues({ gap, cue, head }: LineTable): void {
  for (const column of [gap, cue, head]) column.release();
}

function cutDump(of: {
  columns: Columns;
  lines: LineTable;
  facts: readonly DumpFacts[];
  dump: number;
  settings: Settings;
  builder: PostTableBuilder;
  read: ReadBytes;
}): DumpCut {
  const { lines, builder, dump, settings } = of;
  const { path = '', firstRow: from = 0, endRow: end = 0 } = of.facts[dump] ?? {};
  const compare = compareLines(lines, dump, of.read);
  const plan = choosePlan({ columns: of.columns, lines, from, end, compare }, settings.format);
  const marks = markBoundaries(of.columns, lines, { from, end }, plan);
  const dayIsFirst = dayFirst(stampDates(lines, { from, end }));
  const describe = describePosts({ lines, plan, from, path, dayIsFirst });
  const cutting: Cutting = {
    lines,
    compare,
    builder,
    dump,
    plan,
    keepEchoes: settings.echoes === 'keep',
    describe,
  };
  const firstPost = builder.posts;
  let echoes = 0;
  let orphans = 0;
  for (const section of findSections(marks, { from, end })) {
    if (section.bodyFrom === section.bodyEnd) orphans += 1;
    else if (plan.echo !== null) echoes += cutFolded(cutting, section);
    else cutWhole(cutting, section, marks, from);
  }
  const chrome = countChrome(lines, marks, from);
  marks.release();
  return {
    shape: plan.shape,
    echoKind: plan.echo,
    firstPost,
    endPost: builder.posts,
    echoes,
    chrome,
    orphans,
  };
}

/** One section, one post: its text is every line that is no chrome. */
function cutWhole(cutting: Cutting, section: Section, marks: Column, from: number): void {
  for (let row = section.bodyFrom; row < section.bodyEnd; row++) {
    if ((marks.at(row - from) & Mark.chrome) === 0) cutting.builder.addParagraph(row);
  }
  const place = {
    dump: cutting.dump,
    firstRow: section.start,
    endRow: section.end,
    echoRow: 0,
    echoEnd: 0,
    record: 0,
  };
  cutting.builder.addPost(place, cutting.describe(section, null));
}

/** A section of a page that was printed twice: as many posts as its echoes say. Returns the number of echoes. */
function cutFolded(cutting: Cutting, section: Section): number {
  const { lines, plan } = cutting;
  const run = {
    from: section.bodyFrom,
    end: section.bodyEnd,
    closed: closedByPlaceholder(lines, section),
    quotations: plan.quotations,
  };
  let echoes = 0;
  for (const post of foldEchoes(cutting.compare, run, plan.echo ?? 'tail')) {
    const echoed = post.echo < post.end;
    const firstRow = post.start === section.bodyFrom ? section.start : post.start;
    const endRow = post.end === section.bodyEnd ? section.end : post.end;
    const words = cutting.describe(section, firstRow === section.start ? null : echoed ? 'echo' : 'once');
    if (echoed && cutting.keepEchoes) {
      addPrints(cutting, { ...post, firstRow, endRow }, words);
      continue;
    }
    const echo = echoed ? { echoRow: post.echo, echoEnd: post.end } : { echoRow: 0, echoEnd: 0 };
    addJoined(cutting, post);
    cutting.builder.addPost({ dump: cutting.dump, firstRow, endRow, ...echo, record: 0 }, words);
    if (echoed) echoes += 1;
  }
  return echoes;
}

/** `--echoes keep`: each print is a post of its own. */
function addPrints(
  { builder, dump }: Cutting,
  post: FoldedPost & { firstRow: number; endRow: number },
  words: PostWords,
): void {
  addRows(builder, post.start, post.echo);
  const once = { dump, echoRow: 0, echoEnd: 0, record: 0 };
  builder.addPost({ ...once, firstRow: post.firstRow, endRow: post.echo }, words);
  addRows(builder, post.echo, post.end);
  builder.addPost(
    { ...once, firstRow: post.echo, endRow: post.endRow },
    { ...words, cue: 'echo', author: '', forwardedFrom: '' },
  );
}

/** The paragraphs of a folded post: a line that only the second print has stands behind the one before it. */
function addJoined(cutting: Cutting, post: { start: number; echo: number; end: number }): void {
  const { builder, plan } = cutting;
  if (post.echo === post.end) {
    addRows(builder, post.start, post.end);
    return;
  }
  const tail = plan.echo === 'tail' ? post.start + 1 : post.start;
  addRows(builder, post.start, tail);
  const rows = { tail, second: post.echo, stop: post.end, quotations: plan.quotations };
  const visit: Visit = (first, second) => builder.addParagraph(first >= 0 ? first : second);
  for (const _ of alignPrints(cutting.compare, rows, visit));
}

function addRows(builder: PostTableBuilder, from: number, end: number): void {
  for (let row = from; row < end; row++) builder.addParagraph(row);
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
