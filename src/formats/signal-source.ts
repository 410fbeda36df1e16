/** Whose chat a file of signal-export is: only its folder says. */
import type { Source } from '../model.js';

/** The folder of `Orchard club/chat.md` or `Orchard club/data.json`; undefined for a file of any other name. */
export function signalSource(path: string): Source | undefined {
  const folder = /([^/\\]+)[/\\](?:chat\.md|index\.md|data\.json)$/.exec(path)?.[1];
  return folder === undefined ? undefined : { name: folder };
}
