/** Which fields of a dump of no fixed kind were there and what was taken from them, as its records go by. */
import type { FieldFacts, FieldKind } from '../model.js';
import type { FieldNames } from './format.js';
import { type JsonObject, valueAt } from './syntax/json.js';

/** Takes note; it is for one dump. */
export interface FieldUse {
  /** Where the user says that things are. */
  readonly told: FieldNames;
  /** A record that is looked at. */
  see(record: JsonObject): void;
  /** The field called `name` had what was looked for. */
  take(what: FieldKind, name: string): void;
  /** Null where there was no record. */
  facts(): FieldFacts | null;
}

/** The names of more records than these, and more names, need not be known. */
const LOOKED_AT = 20;
const MOST_NAMES = 100;

/** Has taken note of nothing yet. `areColumns` as in {@link FieldFacts}. */
export function createFieldUse(told: FieldNames, areColumns: boolean): FieldUse {
  const names = new Set<string>();
  const taken = newTaken();
  /** The last of each: records are alike. */
  const last: { [what in FieldKind]?: string } = {};
  let absent = kinds.filter((what) => told[what] !== undefined);
  let seen = 0;
  return {
    told,
    see(record) {
      seen += 1;
      if (seen <= LOOKED_AT) for (const name of Object.keys(record).slice(0, MOST_NAMES)) names.add(name);
      if (absent.length > 0)
        absent = absent.filter((what) => valueAt(record, told[what] ?? '') === undefined);
    },
    take(what, name) {
      if (last[what] === name) return;
      last[what] = name;
      if (taken[what].size < MOST_NAMES) taken[what].add(name);
    },
    facts: () => (seen === 0 ? null : { names: [...names].slice(0, MOST_NAMES), taken, absent, areColumns }),
  };
}

const kinds: readonly FieldKind[] = ['text', 'id', 'date', 'source', 'forward'];

function newTaken(): Record<FieldKind, Set<string>> {
  return { text: new Set(), id: new Set(), date: new Set(), source: new Set(), forward: new Set() };
}

/** What decides who was first and who copied: where no field has it, that is told too. */
const decisive: readonly FieldKind[] = ['date', 'source'];

/** What was taken from where, in words for the report: `text in "text", source in "channel", no date`. */
export function tellTaken({ taken }: FieldFacts): string {
  return kinds
    .map((what) => {
      if (taken[what].size > 0) return `${what} in ${quoteNames([...taken[what]])}`;
      return decisive.includes(what) ? `no ${what}` : '';
    })
    .filter((words) => words !== '')
    .join(', ');
}

/** So many names are told of fields that were found, and so much of each. */
const MOST_TOLD = 8;
const LONGEST_TOLD = 40;

/** Names of fields, as they are told to people. */
export function tellNames(found: readonly string[]): string {
  return found.length === 0 ? 'none' : joinNames(found.map(cut), MOST_TOLD);
}

function quoteNames(found: readonly string[]): string {
  return joinNames(
    found.map((name) => JSON.stringify(cut(name))),
    MOST_TOLD / 2,
  );
}

function joinNames(names: readonly string[], most: number): string {
  return names.slice(0, most).join(', ') + (names.length > most ? ' …' : '');
}

function cut(name: string): string {
  return name.length > LONGEST_TOLD ? `${name.slice(0, LONGEST_TOLD)}…` : name;
}
