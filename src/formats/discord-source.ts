/** Which channel DiscordChatExporter exported, as the name that it gives its files says. */
import type { Source } from '../model.js';

/** `Guild - Category - channel [123456789012345678].csv`, perhaps with `(after 2025-05-30)` in it. */
export function channelNamed(path: string): Source | undefined {
  const [, name, id] = /([^/\\]*?) \[(\d{15,20})\][^/\\]*$/.exec(path) ?? [];
  return id === undefined ? undefined : { id, name: name?.split(' - ').join(' / ') };
}
