/** What a dump is read as: as the user says, or as its beginning shows, of which as much is looked at as that takes. */
import { UserError } from './errors.js';
import { beginsReport } from './formats/begins-report.js';
import type { FieldNames, Head, RecordFormat } from './formats/format.js';
import { detectFormat, formatNamed, refusalOf } from './formats/formats.js';
import { beginsAsJson } from './formats/syntax/open-json.js';
import type { DumpToScan } from './read/dump-scanner.js';

/** What the user said of the format; null: it is detected. */
export interface FormatChoice {
  readonly format: string | null;
  readonly fields: FieldNames;
}

/** A format, why it is that, and the beginning of the dump by which it is known. */
export interface ChosenFormat {
  readonly format: RecordFormat;
  readonly evidence: string;
  readonly head: Head;
}

/** Null: the dump is text. Throws a {@link UserError} where it is neither text nor of a format. */
export async function chooseFormat(
  dump: DumpToScan,
  { format: name, fields }: FormatChoice,
): Promise<ChosenFormat | null> {
  const forced = name === null ? null : formatNamed(name);
  if (name !== null && forced === null) return null;
  let head = headOf(dump, dump.head);
  if (forced === null && beginsReport(head.text))
    throw new UserError(
      `${head.path}: it is a report of reposted, no dump: say what it is with --input-format to read it`,
    );
  let found = detect(head, forced, fields);
  let size = dump.head.length;
  while (found === null && size < MOST_LOOKED_AT && beginsAsJson(head.text)) {
    const further = await dump.lookFurther(size * STEP);
    if (further.length === size) break;
    size = further.length;
    head = headOf(dump, further);
    found = detect(head, forced, fields);
  }
  if (forced !== null) return { format: forced, evidence: 'forced', head };
  if (found !== null) return { ...found, head };
  const reason = refusalOf(head, fields);
  if (reason === null) return null;
  throw new UserError(`${head.path}: ${reason}, or say what it is with --input-format`);
}

/** The first record of JSON may be long, and before its end nothing shows what it is: so much more is looked at, each time. */
const STEP = 4;
const MOST_LOOKED_AT = 16 * 1024 * 1024;

function headOf({ path, file }: DumpToScan, bytes: Uint8Array): Head {
  return { text: new TextDecoder().decode(bytes, { stream: true }), path, file };
}

/** As what the dump is known: as `forced` where that is told, else as any format. */
function detect(
  head: Head,
  forced: RecordFormat | null,
  fields: FieldNames,
): Omit<ChosenFormat, 'head'> | null {
  if (forced === null) return detectFormat(head, fields);
  const evidence = forced.sniff(head, fields);
  return evidence === null ? null : { format: forced, evidence };
}
