/** What of the reading went otherwise than was asked for. */
import type { DumpFacts, Trouble } from '../model.js';
import { type Demand, isTrouble, type LeftOutDump } from './left-out.js';

/** What was read, and what was not. */
export interface ReadDumps {
  readonly facts: readonly DumpFacts[];
  /** What went wrong with each of these. */
  readonly problems: readonly (readonly string[])[];
  readonly leftOut: readonly LeftOutDump[];
}

/** Everything that makes a run end with 2, in order: dumps that were left out, not read whole, or not record by record. */
export function troublesOf({ facts, problems, leftOut }: ReadDumps, demand: Demand): Trouble[] {
  return [
    ...leftOut
      .filter((left) => isTrouble(left, demand))
      .map(({ path, reason }): Trouble => ({ path, reason })),
    ...facts.flatMap(({ path }, dump) => (problems[dump] ?? []).map((reason) => ({ path, reason }))),
    ...(demand === 'scan' ? [] : facts.flatMap(describeOversized)),
    ...(demand === 'scan' ? [] : facts.flatMap(demand === 'strict' ? describeBroken : describeLost)),
  ];
}

/** A line that is too long may hold any text. */
function describeOversized({ path, oversizedLines }: DumpFacts): Trouble[] {
  const [first] = oversizedLines;
  if (first === undefined) return [];
  const more = oversizedLines.length === 1 ? '' : `; ${oversizedLines.length} lines are too long in all`;
  return [{ path, reason: `${path}:${first}: expected a line of at most 16 MiB, found a longer one${more}` }];
}

/** How much is missing where a record was lost so is not known. */
function describeLost({ path, records }: DumpFacts): Trouble[] {
  const lost = records?.lost ?? null;
  return lost === null ? [] : [{ path, reason: `${path}:${lost.line}: ${lost.reason}` }];
}

function describeBroken({ path, records }: DumpFacts): Trouble[] {
  if (records === null || records.broken === 0) return [];
  const [first] = records.brokenRecords;
  const more = records.broken === 1 ? '' : `; ${records.broken} records could not be read in all`;
  return [{ path, reason: `${path}:${first?.line}: ${first?.reason}${more}` }];
}
