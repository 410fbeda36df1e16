/**
 * Cues that say something only beside others, told by page-parts.ts; alone they are text. Their codes stand in the
 * column of cues beside those of the model, which are far below.
 */
export const PartCue = {
  /** `12.3K` and nothing else. */
  count: 64,
  /** `views` and nothing else. */
  viewsWord: 65,
  /** `edited`, or what is behind an author's name: `, edited`, `,`. */
  edited: 66,
  /** `10:00` and nothing else. */
  time: 67,
  /** `In reply to this message`, or its first half on a line of its own. */
  reply: 68,
  /** `this message`, the other half. */
  replyLink: 69,
} as const;
