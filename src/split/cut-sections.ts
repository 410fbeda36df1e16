/** Sections of a dump → posts: one each, or, of a page that was printed twice, as many as its echoes say. */
import type { Column, LineTable } from '../model.js';
import { alignPrints, type Visit } from './align-prints.js';
import type { CompareLines } from './compare-lines.js';
import type { DescribePost } from './describe-post.js';
import { closedByPlaceholder, type Section } from './find-sections.js';
import { type FoldedPost, foldEchoes } from './fold-echoes.js';
import { Mark } from './mark-boundaries.js';
import type { Plan } from './plan.js';
import type { PostTableBuilder, PostWords } from './post-table.js';

/** What the cut of one dump works with. */
export interface Cutting {
  readonly lines: LineTable;
  readonly compare: CompareLines;
  readonly builder: PostTableBuilder;
  readonly dump: number;
  readonly plan: Plan;
  readonly keepEchoes: boolean;
  readonly describe: DescribePost;
}

/** One section, one post: its text is every line that is no chrome. */
export function cutWhole(cutting: Cutting, section: Section, marks: Column, from: number): void {
  let text = section.bodyFrom;
  for (let row = section.bodyFrom; row < section.bodyEnd; row++) {
    if ((marks.at(row - from) & Mark.chrome) === 0) continue;
    cutting.builder.addParagraphs(text, row);
    text = row + 1;
  }
  cutting.builder.addParagraphs(text, section.bodyEnd);
  const place = {
    dump: cutting.dump,
    firstRow: section.start,
    endRow: section.end,
    echoRow: 0,
    echoEnd: 0,
    ...OF_TEXT,
  };
  cutting.builder.addPost(place, cutting.describe(section, null));
}

/** Of a post that is cut from text, and no record. */
const OF_TEXT = { record: 0, isMetAgain: false };

/** A section of a page that was printed twice: as many posts as its echoes say. Returns the number of echoes. */
export function cutFolded(cutting: Cutting, section: Section): number {
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
    cutting.builder.addPost({ dump: cutting.dump, firstRow, endRow, ...echo, ...OF_TEXT }, words);
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
  builder.addParagraphs(post.start, post.echo);
  const once = { dump, echoRow: 0, echoEnd: 0, ...OF_TEXT };
  builder.addPost({ ...once, firstRow: post.firstRow, endRow: post.echo }, words);
  builder.addParagraphs(post.echo, post.end);
  builder.addPost(
    { ...once, firstRow: post.echo, endRow: post.endRow },
    { ...words, cue: 'echo', author: '', forwardedFrom: '' },
  );
}

/** The paragraphs of a folded post: a line that only the second print has stands behind the one before it. */
function addJoined(cutting: Cutting, post: { start: number; echo: number; end: number }): void {
  const { builder, plan } = cutting;
  if (post.echo === post.end) {
    builder.addParagraphs(post.start, post.end);
    return;
  }
  const tail = plan.echo === 'tail' ? post.start + 1 : post.start;
  builder.addParagraphs(post.start, tail);
  const rows = { tail, second: post.echo, stop: post.end, quotations: plan.quotations };
  const visit: Visit = (first, second) => builder.addParagraph(first >= 0 ? first : second);
  for (const _ of alignPrints(cutting.compare, rows, visit));
}
