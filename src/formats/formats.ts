/** Every record format, in the order in which they are tried: the first that recognises a dump takes it. */
import { UserError } from '../errors.js';
import { type TextShape, textShapes } from '../model.js';
import type { Head, RecordFormat } from './format.js';
import { telegramDesktopJson } from './telegram-desktop-json.js';

/** The strict ones first, the generic ones last. */
export const recordFormats: readonly RecordFormat[] = [telegramDesktopJson];

/** The format of a dump that begins with `head`, and why; null for text. */
export function detectFormat(head: Head): { format: RecordFormat; evidence: string } | null {
  for (const format of recordFormats) {
    const evidence = format.sniff(head);
    if (evidence !== null) return { format, evidence };
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

/** The text shape that is called `name`, null for a record format or none; throws for a name that is neither. */
export function textShapeNamed(name: string | null): TextShape | null {
  if (name === null || formatNamed(name) !== null) return null;
  const shape = textShapes.find((known) => known === name);
  if (shape !== undefined) return shape;
  throw new UserError(
    `Expected the name of an input format (see reposted formats), found ${JSON.stringify(name)}`,
  );
}
