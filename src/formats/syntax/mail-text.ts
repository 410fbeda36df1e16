/** What the writer of a mail wrote: without what is quoted, without the signature, and with wrapped lines joined. */

/** What of a mail is compared, and whether something of it is not. */
export interface WrittenText {
  readonly text: string;
  readonly isShortened: boolean;
}

/** Takes a body as it stands in a mailbox; `flowed`: a space at the end of a line says that it goes on. */
export function writtenText(body: string, flowed: boolean): WrittenText {
  const own: string[] = [];
  let isShortened = false;
  for (const raw of body.split(/\r?\n/)) {
    // A mailbox puts a `>` before a line that would look like the beginning of a mail.
    const line = raw.replace(/^>(>*From )/, '$1');
    const isEndOfOwn = isEnd(line);
    const isQuoted = /^\s*>/.test(line);
    isShortened ||= isEndOfOwn || isQuoted;
    if (isEndOfOwn) break;
    if (isQuoted) dropAttribution(own);
    else own.push(line);
  }
  return { text: unwrapped(own, flowed).trim(), isShortened };
}

/** A signature, a mail that is quoted whole, a list's footer, and what an archive says of attachments. */
function isEnd(line: string): boolean {
  return /^(?:--[ ]?|-{4,} ?(?:Original Message|Forwarded message|next part) ?-{4,}|_{40,})\s*$/i.test(line);
}

const attribution =
  /(?:\bwrote|\bwrites|\bsaid|\bschrieb\b.*|\ba écrit|\bescribió|\bescreveu|\bha scritto|пишет|писал[аи]?|написал[аи]?|\d{1,2}:\d{2}.*|<[^<>\s]+@[^<>\s]+>)\s*:\s*$/iu;
const attributionStart = /^\s*(?:On|Am|Le|El|Il|Em|Op|Den)\s.*\d|^\s*\d{1,4}[./-]\d{1,2}/u;

/** An attribution is so near to what it is of, and no longer. */
const NEAR = 4;
const LONGEST_ATTRIBUTION = 300;

/** The line before a quotation that says whose it is; it may be wrapped. */
function dropAttribution(own: string[]): void {
  const near = own.slice(-NEAR).findLastIndex((line) => line.trim() !== '');
  const last = near + Math.max(0, own.length - NEAR);
  const line = near < 0 ? '' : (own[last] ?? '');
  if (line.length > LONGEST_ATTRIBUTION || !attribution.test(line)) return;
  const wrapped = !attributionStart.test(line) && attributionStart.test(own[last - 1] ?? '');
  own.length = wrapped ? last - 1 : last;
}

/** Mail is wrapped at 65 to 80 columns; a text that has longer lines is not wrapped. */
const NARROWEST = 60;
const WIDEST = 80;

/** A line is wrapped where the first word of the next would not have found room in it. */
function unwrapped(lines: readonly string[], flowed: boolean): string {
  const width = Math.max(0, ...lines.slice(0, MEASURED).map((line) => line.trimEnd().length));
  const isWrapped = width >= NARROWEST && width <= WIDEST;
  let text = '';
  lines.forEach((line, at) => {
    const next = lines[at + 1] ?? '';
    const [word = ''] = next.split(' ', 1);
    const joins = flowed
      ? line.endsWith(' ')
      : isWrapped && /^[\p{L}\p{N}"'«“(]/u.test(next) && line.trimEnd().length + 1 + word.length > width;
    text += joins ? `${line.trimEnd()} ` : `${line.trimEnd()}\n`;
  });
  return text;
}

const MEASURED = 1000;
