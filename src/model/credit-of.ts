/** Who owes credit to whom, by what posts say of themselves. */
import type { Credit } from './analysis.js';
import type { Posts, PostTable } from './posts.js';
import type { SeenRuns } from './seen.js';

/**
 * How `post` stands to `origin`, which had text of it before. A source owes itself nothing, nor does the one that the origin
 * itself forwards; and yet whoever credits another does credit, also for what was its own before.
 */
export function creditOf(table: PostTable, post: number, origin: number): Credit {
  const own = table.source.at(post);
  return creditFor(table, post, table.source.at(origin) === own || table.forwardedFrom.at(origin) === own);
}

/** The same of a run that an index has seen: its origin is there. */
export function creditOfRun({ table, paragraphs }: Posts, runs: SeenRuns, run: number): Credit {
  return creditFor(table, paragraphs.post.at(runs.first.at(run)), runs.isOwn.at(run) === 1);
}

function creditFor({ source, forwardedFrom }: PostTable, post: number, isOwn: boolean): Credit {
  const from = forwardedFrom.at(post);
  if (isOwn && (from === 0 || from === source.at(post))) return 'own';
  return from === 0 ? 'uncredited' : 'credited';
}
