/** Fields that the user named and that no dump has: mostly names that were mistyped. */
import type { DumpFacts, FieldKind } from './model.js';

/** One of them. */
export interface AbsentField {
  readonly what: FieldKind;
  /** Fields that there are. */
  readonly names: readonly string[];
  /** No record need have it: objects leave out what they have none of, and not every post is a forward. */
  readonly mayBe: boolean;
}

/** Those that no record has of any dump whose fields go by their names. */
export function absentFields(facts: readonly Pick<DumpFacts, 'records'>[]): AbsentField[] {
  const dumps = facts.flatMap(({ records }) => records?.fields ?? []);
  const [first, ...others] = dumps;
  const absent = first?.absent.filter((what) => others.every((dump) => dump.absent.includes(what))) ?? [];
  const names = [...new Set(dumps.flatMap((dump) => dump.names))];
  const haveColumns = dumps.every((dump) => dump.areColumns);
  return absent.map((what) => ({ what, names, mayBe: what === 'forward' && !haveColumns }));
}
