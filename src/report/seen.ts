/** What an index knew of the posts at hand; the conventions of report.ts hold here too. */
import type { PostPlace } from './findings.js';

/** A run of paragraphs of one post that all stood in one known post first. `lines` are those of the run. */
export interface SeenReport extends PostPlace {
  /** A copy rests on the fingerprints and the numbers of letters: an index holds no texts. */
  readonly evidence: 'fingerprint';
  /** Of the run's first paragraph. */
  readonly fingerprint: string;
  readonly paragraphs: number;
  readonly characters: number;
  /** Of the characters of the post, 0 to 1. */
  readonly share: number;
  /** The most known posts that have any one of the paragraphs. */
  readonly knownPosts: number;
  /** Where it was seen first, as the index says; the dump is seen from the index's folder. */
  readonly first: PostPlace;
  /** Whether the known post has the earlier date; null where one of them has none. */
  readonly isEarlier: boolean | null;
  /** Whether it is the same message: of one source, by one id. */
  readonly isSameMessage: boolean;
}

/** The figures. */
export interface SeenSummary {
  /** Posts that hold text seen before. */
  readonly posts: number;
  readonly paragraphs: number;
  readonly characters: number;
  /** Of all characters, 0 to 1. */
  readonly share: number;
}
