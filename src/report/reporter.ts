/** What a reporter is. Those of the project and those of others (`--reporter ./mine.mjs`) are the same. */
import type { Report } from './report.js';
import type { Style } from './style.js';

/** How much to tell people, and how it is dressed; formats for machines need neither. */
export interface ReporterOptions {
  /** Entries of each list at most (`--top`). */
  readonly top: number;
  /** Plain where the report does not go to a terminal. */
  readonly style: Style;
  /** The command that accepts all that a check has found, as it is typed in a shell; none where there is no shell. */
  readonly acceptCommand?: string;
}

/**
 * Report in, text out, in pieces: the report's lists may be larger than memory, so walk them and keep none of them. The
 * same report must give the same text. Text of a dump must not pass unescaped. A piece may be a buffer that has its
 * text in UTF-8: `toString` shows it. It is the receiver's from then on, and must not be written to again.
 */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string | Uint8Array>;
