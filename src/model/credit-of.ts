/** Who owes credit to whom, by what posts say of themselves. */
import type { Credit } from './analysis.js';
import type { PostTable } from './posts.js';

/**
 * How `post` stands to `origin`, which had text of it before. A source owes itself nothing, nor does the one that the origin
 * itself forwards; and yet whoever credits another does credit, also for what was its own before.
 */
export function creditOf({ source, forwardedFrom }: PostTable, post: number, origin: number): Credit {
  const own = source.at(post);
  const from = forwardedFrom.at(post);
  const isOwn = source.at(origin) === own || forwardedFrom.at(origin) === own;
  if (isOwn && (from === 0 || from === own)) return 'own';
  return from === 0 ? 'uncredited' : 'credited';
}
