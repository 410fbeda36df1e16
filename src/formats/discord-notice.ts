/** What DiscordChatExporter writes for a message that is the server's own news. */

/** Kinds, as the JSON export has them. */
export const noticeKinds: ReadonlySet<string> = new Set([
  'RecipientAdd',
  'RecipientRemove',
  'Call',
  'ChannelNameChange',
  'ChannelIconChange',
  'ChannelPinnedMessage',
  'GuildMemberJoin',
  'ThreadCreated',
]);

const notice =
  /^(?:Added (?:.{1,100} to the group|a recipient)|Left the group|Removed (?:.{1,100} from the group|a recipient)|Started a call that lasted [\d,.]{1,12} minutes|Changed the channel (?:icon|name)|Pinned a message|Started a thread|Joined the server)\.$|^Changed the channel name: .{1,200}$/;

/** Whether the whole text of a message is such news. */
export function isDiscordNotice(text: string): boolean {
  return text.length <= 300 && notice.test(text);
}
