/** What a section's headers say of its post: who, when, forwarded from whom, and why it begins where it does. */
import { Cue, type LineTable, type PostCue } from '../model.js';
import { stampDate } from './cues/read-stamp.js';
import type { Section } from './find-sections.js';
import { isBehindFooter } from './page-parts.js';
import type { Plan } from './plan.js';
import type { PostWords } from './post-table.js';

/** Describes the first post of a section, or, given the cue that begins it, a later one, which has no header. */
export type DescribePost = (section: Section, cue: PostCue | null) => PostWords;

/** Text browsers print the channel's name, and a title may stand, before a forward header. */
const HEADED = 3;

/** Makes a describer for the dump at `path` whose first row is `from`. */
export function describePosts(of: {
  lines: LineTable;
  plan: Plan;
  from: number;
  path: string;
  dayIsFirst: boolean;
}): DescribePost {
  const { lines, plan, path } = of;
  const silent = new Map<PostCue, PostWords>();
  /** Most posts have no header: they share one object for each cue. */
  const withoutHeader = (cue: PostCue): PostWords => {
    const words = silent.get(cue) ?? { cue, source: path, author: '', date: null, forwardedFrom: '' };
    silent.set(cue, words);
    return words;
  };
  return (section, cue) => {
    let words = withoutHeader(cue ?? reasonOf(lines, section.start, plan, of.from));
    if (cue !== null) return words;
    const end = Math.min(section.end, section.bodyFrom + HEADED);
    for (let row = section.start; row < end; row++) {
      if (plan.headers?.timed && plan.headers.isHeader(row)) {
        words = { ...words, date: plan.headers.dateOf(row) };
      }
      if (lines.cue.at(row) === Cue.none) continue;
      const header = lines.headers.get(row);
      if (header?.kind === 'forward' && words.forwardedFrom === '') {
        words = { ...words, forwardedFrom: header.from, author: header.author ?? '' };
      } else if (header?.kind === 'stamp' && plan.shape.format === 'telegram-desktop-text') {
        words = { ...words, source: header.name, date: stampDate(header.date, of.dayIsFirst) };
      }
    }
    return words;
  };
}

/** The strongest reason there is for a boundary before `row`. */
function reasonOf(lines: LineTable, row: number, plan: Plan, from: number): PostCue {
  const own = reasonsOfOwn.get(lines.cue.at(row));
  if (own !== undefined) return own;
  if (plan.headers !== null) return plan.headers.under ? 'footer' : 'header';
  if (row === from) return 'start-of-dump';
  if (plan.gap > 0 && lines.gap.at(row) >= plan.gap) return 'blank-lines';
  const before = reasonsOfBefore.get(lines.cue.at(row - 1));
  if (before !== undefined) return before;
  if (isBehindFooter(lines, row, from)) return 'footer';
  return plan.shape.format === 'line-text' ? 'line' : 'guess';
}

const reasonsOfOwn: ReadonlyMap<number, PostCue> = new Map([
  [Cue.forward, 'forward-header'],
  [Cue.forwardAlone, 'forward-header'],
  [Cue.placeholderBefore, 'placeholder'],
  [Cue.stamp, 'stamp'],
  [Cue.userStart, 'post-start'],
] as const);

const reasonsOfBefore: ReadonlyMap<number, PostCue> = new Map([
  [Cue.placeholderAfter, 'after-placeholder'],
  [Cue.placeholderLink, 'after-placeholder'],
  [Cue.views, 'footer'],
  [Cue.reactions, 'footer'],
  [Cue.userEnd, 'post-end'],
  [Cue.userSeparator, 'separator'],
  [Cue.separator, 'separator'],
  [Cue.day, 'separator'],
  [Cue.service, 'separator'],
] as const);
