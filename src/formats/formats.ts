/** Every record format, in the order in which they are tried: the first that recognises a dump takes it. */
import { UserError } from '../errors.js';
import { type Format, textShapes } from '../model.js';
import { bluesky } from './bluesky.js';
import { crowdtangleFacebookCsv, crowdtangleInstagramCsv } from './crowdtangle-csv.js';
import { csvRecords } from './csv-records.js';
import { datedLines } from './dated-lines.js';
import { discordCsv } from './discord-csv.js';
import { discordHtml } from './discord-html.js';
import { discordJson } from './discord-json.js';
import { discordText } from './discord-text.js';
import { facebookJson } from './facebook-json.js';
import { feedXml } from './feed-xml.js';
import type { FieldNames, Head, RecordFormat } from './format.js';
import { fourcatCsv, fourcatTelegramCsv } from './fourcat-csv.js';
import { jsonRecords } from './json-records.js';
import { mastodon } from './mastodon.js';
import { mbox } from './mbox.js';
import { pyrogramJson } from './pyrogram-json.js';
import { redditCsv, redditJson } from './reddit.js';
import { repostedSplit } from './reposted-split.js';
import { signalJson } from './signal-json.js';
import { signalText } from './signal-text.js';
import { slackJson } from './slack-json.js';
import { snscrapeTelegramJson } from './snscrape-telegram-json.js';
import { tdlJson } from './tdl-json.js';
import { tdlibJson } from './tdlib-json.js';
import { telegramDesktopHtml } from './telegram-desktop-html.js';
import { telegramDesktopJson } from './telegram-desktop-json.js';
import { telegramTrackerCsv } from './telegram-tracker-csv.js';
import { telegramWebHtml } from './telegram-web-html.js';
import { telethonJson } from './telethon-json.js';
import { tgdatasetJson } from './tgdataset-json.js';
import { vkJson } from './vk-json.js';
import { whatsappText } from './whatsapp-text.js';
import { xJson } from './x-json.js';
import { xTweetsCsv } from './x-tweets-csv.js';

/** The strict ones first, the generic ones last. */
export const recordFormats: readonly RecordFormat[] = [
  telegramDesktopJson,
  telegramDesktopHtml,
  telegramWebHtml,
  discordHtml,
  feedXml,
  mastodon,
  bluesky,
  telethonJson,
  pyrogramJson,
  tdlibJson,
  tdlJson,
  tgdatasetJson,
  snscrapeTelegramJson,
  discordJson,
  slackJson,
  xJson,
  vkJson,
  facebookJson,
  signalJson,
  mbox,
  discordText,
  signalText,
  whatsappText,
  datedLines,
  redditJson,
  fourcatTelegramCsv,
  fourcatCsv,
  telegramTrackerCsv,
  discordCsv,
  xTweetsCsv,
  crowdtangleFacebookCsv,
  crowdtangleInstagramCsv,
  redditCsv,
  repostedSplit,
  jsonRecords,
  csvRecords,
];

/** The format of a dump that begins with `head`, and why; null for text. */
export function detectFormat(
  head: Head,
  fields?: FieldNames,
): { format: RecordFormat; evidence: string } | null {
  for (const format of recordFormats) {
    const evidence = format.sniff(head, fields);
    if (evidence !== null) return { format, evidence };
  }
  return null;
}

/** Why a dump that no format recognises is no text either; null where it may be. */
export function refusalOf(head: Head, fields: FieldNames): string | null {
  for (const format of recordFormats) {
    const reason = format.refuse?.(head, fields) ?? null;
    if (reason !== null) return reason;
  }
  return null;
}

/** The format that is called `name`; null where a text shape is, or none. */
export function formatNamed(name: string): RecordFormat | null {
  return recordFormats.find((format) => format.name === name) ?? null;
}

/** Everything that a dump can be taken for, by name. */
export function formatNames(): string[] {
  return [...textShapes, ...recordFormats.map(({ name }) => name)];
}

/** `name`, null for none; throws where neither a text shape nor a record format is called so. */
export function checkedFormat(name: string | null): Format | null {
  if (name === null || formatNames().includes(name)) return name;
  throw new UserError(
    `--input-format expects a name that reposted formats lists, found ${JSON.stringify(name)}${closest(name)}`,
  );
}

/** What may have been meant: names that have a word of it. */
function closest(name: string): string {
  const words = name.toLowerCase().split(/[^a-z\d]+/);
  const near = formatNames().filter((known) => known.split('-').some((word) => words.includes(word)));
  return near.length === 0 || near.length > 8 ? '' : `; did you mean ${near.join(' or ')}?`;
}
