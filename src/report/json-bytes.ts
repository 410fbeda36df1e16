/** JSON as it is printed, byte for byte what `showJson` makes, gathered in pieces; hardly any of it is ever a string. */
import { DumpText, showLine } from './dump-text.js';
import { hasFields } from './has-fields.js';
import { isSequence } from './sequence.js';
import { showJson } from './show-json.js';
import { LONGEST_NUMBER, writeNumber } from './write-number.js';
import { writeSafeLine, writeSafeText } from './write-safe-text.js';

/** Bytes of a piece, and room for what is written before someone asks whether it is full. */
const PIECE = 256 * 1024;
const ROOM = 64 * 1024;

/** Texts of so many units, and so many of them, are kept as they are shown: names come by again and again. */
const MOST_UNITS = 256;
const MOST_KNOWN = 1024;

/** What is gathered; it is taken piece by piece. */
export class JsonBytes {
  #bytes = Buffer.allocUnsafeSlow(PIECE + ROOM);
  #length = 0;
  readonly #known = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** Whether it is time to take a piece. */
  get isFull(): boolean {
    return this.#length >= PIECE;
  }

  /** What was written since; it is the caller's, and no character is cut in two. */
  take(): Buffer {
    const piece = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(PIECE + ROOM);
    this.#length = 0;
    return piece;
  }

  /** Writes any value that JSON has; a sequence as an array, value by value. */
  value(value: unknown): void {
    if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#text(value);
    else if (value === null) this.raw('null');
    else if (typeof value !== 'object') this.raw(value === true ? 'true' : 'false');
    else if (value instanceof DumpText) this.#lines(value);
    else if (Array.isArray(value) || isSequence(value)) this.#list(value);
    else this.#object(value);
  }

  /** Writes the name of a field, with what parts it from the one before and from its value. */
  name(name: string, isFirst: boolean): void {
    let shown = this.#names.get(name);
    if (shown === undefined) {
      shown = `,${showJson(name)}:`;
      this.#names.set(name, shown);
    }
    this.raw(shown, isFirst ? 1 : 0);
  }

  /** Writes what is JSON already, or a part of it, from its unit `from` on. */
  raw(json: string, from = 0): void {
    this.#reserve(3 * json.length);
    let at = this.#length;
    for (let unit = from; unit < json.length; unit++) {
      const code = json.charCodeAt(unit);
      if (code > 0x7f) {
        this.#length += this.#bytes.write(json.slice(from), this.#length);
        return;
      }
      this.#bytes[at++] = code;
    }
    this.#length = at;
  }

  #object(value: object): void {
    if (!hasFields(value)) return;
    this.raw('{');
    let isFirst = true;
    for (const name in value) {
      const field = value[name];
      if (field === undefined) continue;
      this.name(name, isFirst);
      this.value(field);
      isFirst = false;
    }
    this.raw('}');
  }

  #list(values: Iterable<unknown>): void {
    this.raw('[');
    let isFirst = true;
    for (const value of values) {
      if (!isFirst) this.raw(',');
      this.value(value);
      isFirst = false;
    }
    this.raw(']');
  }

  #number(value: number): void {
    this.#reserve(LONGEST_NUMBER);
    const end = writeNumber(this.#bytes, this.#length, value);
    if (end < 0) this.raw(showJson(value));
    else this.#length = end;
  }

  #text(text: string): void {
    this.#reserve(text.length + 2);
    const end = writeSafeText(this.#bytes, this.#length, text);
    if (end < 0) this.raw(this.#show(text));
    else this.#length = end;
  }

  /** Text of a dump is no name: it is shown once. */
  #lines(text: DumpText): void {
    this.raw('"');
    for (let at = 0; at < text.length; at++) {
      if (at > 0) this.raw('\\n');
      const line = text.lineAt(at);
      this.#reserve(2 * line.length);
      const end = writeSafeLine(this.#bytes, this.#length, line);
      if (end < 0) this.raw(showJson(showLine(line)).slice(1, -1));
      else this.#length = end;
    }
    this.raw('"');
  }

  #show(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const shown = showJson(text);
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    if (text.length <= MOST_UNITS) this.#known.set(text, shown);
    return shown;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.#bytes.length + bytes);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
