/** JSON as it is printed, byte for byte what `showJson` makes, gathered in pieces; hardly any of it is ever a string. */
import { BytePieces } from './byte-pieces.js';
import { DumpText, showLine } from './dump-text.js';
import { hasFields } from './has-fields.js';
import { isSequence } from './sequence.js';
import { showJson } from './show-json.js';
import { LONGEST_NUMBER, writeNumber } from './write-number.js';
import { writeSafeLine, writeSafeText } from './write-safe-text.js';

/** Texts of so many units, and so many of them, are kept as they are shown: names come by again and again. */
const MOST_UNITS = 256;
const MOST_KNOWN = 1024;

/** What is gathered; no piece ends within a character. */
export class JsonBytes extends BytePieces {
  readonly #known = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** Writes any value that JSON has; a sequence as an array, value by value. */
  value(value: unknown): void {
    if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#text(value);
    else if (value === null || value === undefined) this.add('null');
    else if (typeof value !== 'object') this.add(value === true ? 'true' : 'false');
    else if (value instanceof DumpText) this.#lines(value);
    else if (Array.isArray(value) || isSequence(value)) this.#list(value);
    else if (hasFields(value)) this.#object(value);
  }

  /** Writes the name of a field, with what parts it from the one before and from its value. */
  name(name: string, isFirst: boolean): void {
    let shown = this.#names.get(name);
    if (shown === undefined) {
      shown = `,${showJson(name)}:`;
      this.#names.set(name, shown);
    }
    this.add(shown, isFirst ? 1 : 0);
  }

  #object(fields: Readonly<Record<string, unknown>>): void {
    this.add('{');
    let isFirst = true;
    for (const name in fields) {
      const field = fields[name];
      if (field === undefined) continue;
      this.name(name, isFirst);
      this.value(field);
      isFirst = false;
    }
    this.add('}');
  }

  #list(values: Iterable<unknown>): void {
    this.add('[');
    let isFirst = true;
    for (const value of values) {
      if (!isFirst) this.add(',');
      this.value(value);
      isFirst = false;
    }
    this.add(']');
  }

  #number(value: number): void {
    this.reserve(LONGEST_NUMBER);
    const end = writeNumber(this.bytes, this.length, value);
    if (end < 0) this.add(showJson(value));
    else this.length = end;
  }

  #text(text: string): void {
    this.reserve(text.length + 2);
    const end = writeSafeText(this.bytes, this.length, text);
    if (end < 0) this.add(this.#show(text));
    else this.length = end;
  }

  /** Text of a dump is no name: it is shown once. */
  #lines(text: DumpText): void {
    this.add('"');
    for (let at = 0; at < text.length; at++) {
      if (at > 0) this.add('\\n');
      const line = text.lineAt(at);
      this.reserve(2 * line.length);
      const end = writeSafeLine(this.bytes, this.length, line);
      if (end < 0) this.add(showJson(showLine(line)).slice(1, -1));
      else this.length = end;
    }
    this.add('"');
  }

  #show(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const shown = showJson(text);
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    if (text.length <= MOST_UNITS) this.#known.set(text, shown);
    return shown;
  }
}
