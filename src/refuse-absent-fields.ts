/** Fields that the user named and that dumps do not have: mostly names that were mistyped. */
import { UserError } from './errors.js';
import { tellNames } from './formats/field-use.js';
import type { FieldNames } from './formats/format.js';
import type { DumpFacts, FieldFacts, FieldKind } from './model.js';

/** What the user named, and what each name was given as: `--source-field`. */
interface Named {
  readonly fields: FieldNames;
  readonly optionOf: (what: FieldKind) => string;
}

/** A dump whose fields go by their names. */
interface FieldDump extends FieldFacts {
  readonly path: string;
}

const kinds: readonly FieldKind[] = ['text', 'id', 'date', 'source', 'forward'];

/**
 * Throws a {@link UserError} for a field that no dump has and that must be there. Returns what is worth a warning: the
 * others that no dump has, and the dumps that lack what another has.
 */
export function refuseAbsentFields(
  facts: readonly Pick<DumpFacts, 'path' | 'records'>[],
  named: Named,
): string[] {
  refuseWithoutFields(facts, named);
  const dumps = facts.flatMap(({ path, records }) => (records?.fields ? { ...records.fields, path } : []));
  return kinds.flatMap((what) => {
    const without = dumps.filter(({ absent }) => absent.includes(what));
    if (without.length < dumps.length)
      return without.map(
        (dump) => `${dump.path}: ${tellAbsent(what, [dump], named)}: no ${what} is read from it`,
      );
    if (without.length === 0) return [];
    const found = tellAbsent(what, dumps, named);
    if (!mayBeAbsent(what, dumps)) throw new UserError(found);
    return `${found}: no post is a forward`;
  });
}

/** Where no dump has fields that go by their names, a name is one of nothing. A dump without posts may be of any format. */
function refuseWithoutFields(
  facts: readonly Pick<DumpFacts, 'records'>[],
  { fields, optionOf }: Named,
): void {
  const what = kinds.find((kind) => fields[kind] !== undefined);
  const withPosts = facts.filter(
    ({ records }) => records === null || records.endRecord > records.firstRecord,
  );
  if (what === undefined || withPosts.length === 0 || facts.some(({ records }) => records?.fields)) return;
  const formats = [...new Set(withPosts.map(({ records }) => records?.format ?? 'text'))];
  throw new UserError(
    `${optionOf(what)} expects records whose fields go by their names (json-records, csv-records), found no dump but of ${formats.join(', ')}`,
  );
}

/** No record need have it: objects leave out what they have none of, and not every post is a forward. */
function mayBeAbsent(what: FieldKind, dumps: readonly FieldDump[]): boolean {
  return what === 'forward' && !dumps.every(({ areColumns }) => areColumns);
}

function tellAbsent(what: FieldKind, dumps: readonly FieldDump[], { fields, optionOf }: Named): string {
  const names = [...new Set(dumps.flatMap((dump) => dump.names))];
  return `${optionOf(what)} expects a field of the records, found none called ${JSON.stringify(fields[what])} (there are: ${tellNames(names)})`;
}
