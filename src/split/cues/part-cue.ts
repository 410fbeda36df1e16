/**
 * Cues of lines that a page adds; most say something only beside others, and alone are text. Their codes stand in the
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
  /** `In reply to this message`: the only one that needs no other. */
  reply: 68,
  /** `In reply to` and nothing else. */
  replyWords: 69,
  /** `this message` and nothing else. */
  replyLink: 70,
  /** `[ Photo ]`, `[In reply to Ben]`: what Telegram Desktop copies beside a text, in brackets. */
  note: 71,
} as const;
