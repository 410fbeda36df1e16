/** What a section's headers say of its post: who, when, forwarded from whom, and why it begins where it does. */
import { Cue, type LineTable, type PostCue } from '../model.js';
import type { Plan } from './choose-plan.js';
import { isoDate } from './cues/read-stamp.js';
import type { Section } from './find-sections.js';

/** The words of a post; empty strings for what is not said. */
export interface PostWords {
  readonly cue: PostCue;
  readonly source: string;
  readonly author: string;
  readonly date: string;
  readonly forwardedFrom: string;
}

/** Describes the first post of a section, or, given the cue that begins it, a later one, which has no header. */
export type DescribePost = (section: Section, cue: PostCue | null) => PostWords;

/** Makes a describer for the dump at `path` whose first row is `from`. */
export function describePosts(of: {
  lines: LineTable;
  plan: Plan;
  from: number;
  path: string;
  dayIsFirst: boolean;
}): DescribePost {
  const { lines, plan, path } = of;
  return (section, cue) => {
    const words = { source: path, author: '', date: '', forwardedFrom: '' };
    if (cue !== null) return { ...words, cue };
    for (let row = section.start; row < section.end; row++) {
      const header = lines.headers.get(row);
      if (header === undefined && row >= section.bodyFrom) break;
      if (header?.kind === 'forward' && words.forwardedFrom === '') {
        words.forwardedFrom = header.from;
        words.author = header.author ?? '';
      } else if (header?.kind === 'stamp' && plan.shape.format === 'telegram-desktop-text') {
        words.source = header.name;
        words.date = isoDate(header.date, of.dayIsFirst) ?? '';
      }
    }
    return { ...words, cue: reasonOf(lines, section.start, plan, of.from) };
  };
}

/** The strongest reason there is for a boundary before `row`. */
function reasonOf(lines: LineTable, row: number, plan: Plan, from: number): PostCue {
  const own = reasonsOfOwn.get(lines.cue[row] ?? 0);
  if (own !== undefined) return own;
  if (row === from) return 'start-of-dump';
  const before = reasonsOfBefore.get(lines.cue[row - 1] ?? 0);
  if (before !== undefined) return before;
  if (plan.gap > 0 && (lines.gap[row] ?? 0) >= plan.gap) return 'blank-lines';
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
