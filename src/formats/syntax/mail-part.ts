/**
 * A mail and its parts: headers, and bodies that are decoded. Encoded words and addresses are read by postal-mime,
 * which is loaded only where a dump has mail; it parses whole mails asynchronously only, so parts are found here.
 */

/** A part as it stands in a mail: bytes as Latin-1, so that nothing is decoded before its charset is known. */
export interface MailPart {
  /** By lower-case name; the first of each. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** The header ends in mid-air, or the last part has no end. */
  readonly torn: boolean;
}

/** Splits the headers, unfolded, from the body. */
export function partOf(latin1: string): MailPart {
  const end = /(?:^|\r?\n)\r?\n/.exec(latin1);
  const head = end === null ? latin1 : latin1.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const [, name = '', value = ''] of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .matchAll(/^([!-9;-~]+):[ \t]*(.*?)\r?$/gm)) {
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
  }
  const body = end === null ? '' : latin1.slice(end.index + end[0].length);
  return { headers, body, torn: end === null };
}

/** `type/subtype` in lower case; text/plain where none is said. */
export function typeOf({ headers }: MailPart): string {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(headers.get('content-type') ?? '')?.[1];
  return type?.toLowerCase() ?? 'text/plain';
}

/** A parameter of the content type, as `charset`. */
export function parameterOf({ headers }: MailPart, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return found?.[1] ?? found?.[2];
}

/** The parts of a multipart mail, of none an empty list. `torn` on the last where the closing boundary is missing. */
export function innerParts(part: MailPart): readonly MailPart[] {
  const boundary = typeOf(part).startsWith('multipart/') ? parameterOf(part, 'boundary') : undefined;
  if (boundary === undefined || boundary === '') return [];
  const pieces: string[] = [];
  let from = -1;
  let closed = false;
  for (const { start, end, last } of boundariesIn(part.body, boundary)) {
    if (from >= 0) pieces.push(part.body.slice(from, start));
    from = end;
    closed = last;
    if (last) break;
  }
  if (!closed && from >= 0) pieces.push(part.body.slice(from));
  return pieces.map((piece, at) => {
    const inner = partOf(piece);
    return { ...inner, torn: inner.torn || (!closed && at === pieces.length - 1) };
  });
}

/** Lines that are `--boundary` or `--boundary--`. */
function* boundariesIn(
  body: string,
  boundary: string,
): Generator<{ start: number; end: number; last: boolean }> {
  const sought = `--${boundary}`;
  for (let start = body.indexOf(sought); start >= 0; start = body.indexOf(sought, start + 1)) {
    if (start > 0 && body[start - 1] !== '\n') continue;
    const lineEnd = body.indexOf('\n', start);
    const end = lineEnd < 0 ? body.length : lineEnd + 1;
    const rest = body.slice(start + sought.length, end).trim();
    if (rest === '' || rest === '--') yield { start, end, last: rest === '--' };
  }
}

/** The body as text: transfer encoding and charset undone. */
export function decodedBody(part: MailPart): string {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  const charset = parameterOf(part, 'charset') ?? 'utf-8';
  if (encoding === 'base64') return decode(Buffer.from(part.body, 'base64'), charset);
  if (encoding === 'quoted-printable') return decode(Buffer.from(unquoted(part.body), 'latin1'), charset);
  const bytes = Buffer.from(part.body, 'latin1');
  // The dump is given as UTF-8, whatever a mail says of itself; what is no UTF-8 is what the mail says.
  return (/^iso-2022/i.test(charset) ? undefined : decodeStrictly(bytes)) ?? decode(bytes, charset);
}

function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A charset that nobody knows is read as Windows-1252, which has a character for every byte. */
function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
