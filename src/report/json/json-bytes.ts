/** JSON as it is printed, byte for byte what `showJson` makes, gathered in pieces; hardly any of it is ever a string. */

import { DumpText, showLine } from '../dump-text.js';
import { showJson } from '../escape/show-json.js';
import { isSequence } from '../sequence.js';
import { BytePieces } from './byte-pieces.js';
import { PreviousObject } from './previous-object.js';
import { LONGEST_NUMBER, writeNumber } from './write-number.js';
import { writeSafeLine, writeSafeText } from './write-safe-text.js';

/** Texts of so many units, and so many of them, are kept as they are shown: names come by again and again. */
const MOST_UNITS = 256;
const MOST_KNOWN = 1024;

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** What is gathered; no piece ends within a character. */
export class JsonBytes extends BytePieces {
  readonly #known = new Map<string, Uint8Array>();
  readonly #names = new Map<string, string>();
  readonly #top = new PreviousObject();

  /** Writes any value that JSON has, a sequence as an array, value by value; `previous` is what was written there last. */
  value(value: unknown, previous = this.#top): void {
    if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#text(value);
    else if (value === null || value === undefined) this.add('null');
    else if (typeof value !== 'object') this.add(value === true ? 'true' : 'false');
    else if (value instanceof DumpText) this.#lines(value);
    else if (Array.isArray(value)) this.#array(value, previous);
    else if (isSequence(value)) this.#list(value, previous);
    else previous.write(this, value, '{');
  }

  /** Writes an object; `opening` are its brace and the fields that stand before its own. */
  object(fields: object, opening: string): void {
    this.#top.write(this, fields, opening);
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

  /** Walked by place: to iterate a short one, as a range of lines is, takes longer than to write it. */
  #array(values: readonly unknown[], previous: PreviousObject): void {
    this.byte(OPEN_LIST);
    for (let at = 0; at < values.length; at++) {
      if (at > 0) this.byte(COMMA);
      this.value(values[at], previous);
    }
    this.byte(CLOSE_LIST);
  }

  #list(values: Iterable<unknown>, previous: PreviousObject): void {
    this.byte(OPEN_LIST);
    let isFirst = true;
    for (const value of values) {
      if (!isFirst) this.byte(COMMA);
      this.value(value, previous);
      isFirst = false;
    }
    this.byte(CLOSE_LIST);
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
    if (end < 0) this.append(this.#show(text));
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

  #show(text: string): Uint8Array {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const shown = Buffer.from(showJson(text));
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    if (text.length <= MOST_UNITS) this.#known.set(text, shown);
    return shown;
  }
}
