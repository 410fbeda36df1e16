/** What short lines look like when they end or part posts: reactions, rules, the client's news, bare links. */

/** The reactions that Telegram offers; one of them with a count is a footer, where `💰 5000` is text. */
const OFFERED =
  '(?:👍|👎|❤|🔥|🥰|👏|😁|🤔|🤯|😱|🤬|😢|🎉|🤩|🤮|💩|🙏|👌|🕊|🤡|🥱|🥴|😍|🐳|🌚|🌭|💯|🤣|⚡|🍌|🏆|💔|🤨|😐|🍓|🍾|💋|🖕|😈|😴|😭|🤓|👻|👨‍💻|👀|🎃|🙈|😇|😨|🤝|✍|🤗|🫡|🎅|🎄|☃|💅|🤪|🗿|🆒|💘|🙉|🦄|😘|💊|🙊|😎|👾|🤷‍♂|🤷‍♀|🤷|😡|⭐)\\ufe0f?(?:\\u200d🔥)?';
const ANY =
  '(?![©®™‼⁉])[\\p{Extended_Pictographic}\\p{Regional_Indicator}](?:\\p{Emoji_Modifier}|\\ufe0f|\\u200d|\\p{Extended_Pictographic}|\\p{Regional_Indicator}){0,8}';
const TALLY = ' ?\\d[\\d.,]{0,6}[KM]? ?';

/** `👍120❤33`: one offered reaction and its count, or any pictures and counts by turns. */
export const REACTIONS = new RegExp(`^(?:${OFFERED}${TALLY}|(?:${ANY}${TALLY}){2,40})$`, 'u');

/**
 * Three or more equal symbols, spaced or not, two by turns, one of the long rules, or what parts sayings in files for
 * `fortune`; three backticks are the edge of code.
 */
export const RULE =
  /^(?:([^\p{L}\p{N}\s`])\ufe0f?(?:[ \u00a0]?\1\ufe0f?){2,}|([^\p{L}\p{N}\s])([^\p{L}\p{N}\s])(?:\2\3)+\2?|[⸻⁂%])$/u;

/** `NAME pinned «…»`, `NAME pinned a photo`, `Channel name was changed to «…»`. */
export const SERVICE =
  /^.{1,128} pinned (?:«.*»|a (?:photo|video|file|GIF|sticker|message|poll))$|^Channel name was changed to «.*»$/u;

/** What such a line may end with. */
export const serviceEnds: readonly string[] = [
  '»',
  'pinned a photo',
  'pinned a video',
  'pinned a file',
  'pinned a GIF',
  'pinned a sticker',
  'pinned a message',
  'pinned a poll',
];

/** `[ Photo ]`, and `[In reply to Ben]` in the languages of Telegram Desktop. */
export const NOTE =
  /^\[(?: [^[\]]{1,128} |(?:In reply to|В ответ на|У відповідь|Antwort auf|En respuesta a|In risposta a|Em resposta a|Antwoord op) .{1,128})\]$/u;

/** One link and nothing else. */
export const LINK = /^(?:https?:\/\/|www\.|t\.me\/)\S+$/iu;

/** Hashtags and nothing else. */
export const HASHTAGS = /^(?:#[\p{L}\p{N}\p{M}_]+[ \u00a0]?)+$/u;
