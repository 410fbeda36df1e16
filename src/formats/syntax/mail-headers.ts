/** Headers of mails as people read them, over postal-mime, which is loaded only where a dump has mail. */

/** See {@link loadMailHeaders}. */
export interface MailHeaders {
  /** Encoded words (RFC 2047), and bytes that are UTF-8. The value is as Latin-1. */
  decode(latin1: string): string;
  /** The name in a header with an address, or else the address. */
  nameOf(latin1: string): string | undefined;
}

/** Loads the parser. */
export async function loadMailHeaders(): Promise<MailHeaders> {
  const { addressParser, decodeWords } = await import('postal-mime');
  const decode = (latin1: string) => decodeWords(Buffer.from(latin1, 'latin1').toString('utf8'));
  return {
    decode,
    nameOf(latin1) {
      // Pipermail hides addresses from harvesters: `anna at example.org (Anna K)`.
      const plain = Buffer.from(latin1, 'latin1')
        .toString('utf8')
        .replace(/^(\S+) at (\S+)/, '$1@$2');
      const [first] = addressParser(plain.slice(0, LONGEST), { flatten: true });
      const name = first?.name === undefined || first.name === '' ? first?.address : decodeWords(first.name);
      return name === undefined || name === '' ? undefined : name;
    },
  };
}

/** A list of addresses may be of any length; the first is asked for. */
const LONGEST = 4096;
