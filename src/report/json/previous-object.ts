/**
 * Objects of a list are alike: each is mostly the one before it with other numbers. What both have in common, names and
 * all, is copied in runs from where the one before stands, which takes a fraction of the time that writing it takes.
 */
import type { BytePieces } from './byte-pieces.js';
import { hasFields } from './has-fields.js';

/** Who writes what is not copied. */
export interface FieldWriter extends Pick<BytePieces, 'length' | 'piece' | 'add' | 'repeat'> {
  /** Writes the name of a field, with what parts it from the one before and from its value. */
  name(name: string, isFirst: boolean): void;
  /** Writes any value; `previous` is what was written in its place last. */
  value(value: unknown, previous: PreviousObject): void;
}

/** The object that was written last in some place of a report, with which the next one there is compared. */
export class PreviousObject {
  /** Of each field its name, its value where that is no object, and where the bytes of the value begin and end. */
  readonly #names: string[] = [];
  readonly #values: unknown[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The same for what was written in each field. */
  readonly #within: PreviousObject[] = [];
  #opening = '';
  #start = 0;
  #end = 0;
  /** The piece in which it stands: what was taken can no longer be copied. */
  #piece = -1;
  /** Whether the object that is being written has had the same names so far. */
  #isAlike = false;
  /** How far what is alike comes to stand behind where it stood. */
  #distance = 0;

  /** Writes `fields`, and remembers them in place of those before. `opening` stands before the first of them. */
  write(json: FieldWriter, fields: object, opening: string): void {
    if (!hasFields(fields)) return;
    this.#begin(json, opening);
    let field = 0;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      if (this.#isAlike && this.#names[field] !== name) this.#part(json, field);
      if (this.#isAlike && this.#values[field] === value) this.#keep(field);
      else this.#writeField(json, { field, name, value });
      field += 1;
    }
    this.#finish(json, field);
  }

  #begin(json: FieldWriter, opening: string): void {
    this.#isAlike = this.#piece === json.piece && this.#opening === opening;
    this.#distance = json.length - this.#start;
    this.#piece = json.piece;
    this.#opening = opening;
    this.#start = json.length;
    if (!this.#isAlike) json.add(opening);
  }

  /** Copies what was alike: from here on nothing is. */
  #part(json: FieldWriter, field: number): void {
    json.repeat(
      field === 0 ? this.#start + this.#opening.length : (this.#ends[field - 1] ?? 0),
      this.#distance,
    );
    this.#isAlike = false;
  }

  /** Leaves a field that is the same for the next run to copy. */
  #keep(field: number): void {
    this.#starts[field] = (this.#starts[field] ?? 0) + this.#distance;
    this.#ends[field] = (this.#ends[field] ?? 0) + this.#distance;
  }

  #writeField(json: FieldWriter, of: { field: number; name: string; value: unknown }): void {
    const { field, name, value } = of;
    const end = this.#ends[field] ?? 0;
    if (this.#isAlike) json.repeat((this.#starts[field] ?? 0) + this.#distance, this.#distance);
    else json.name(name, field === 0);
    this.#names[field] = name;
    this.#starts[field] = json.length;
    const isObject = typeof value === 'object' && value !== null;
    // Another time the same object may have other fields.
    this.#values[field] = isObject ? undefined : value;
    json.value(value, isObject ? this.#previousWithin(field) : this);
    this.#ends[field] = json.length;
    this.#distance = json.length - end;
  }

  #previousWithin(field: number): PreviousObject {
    const known = this.#within[field];
    if (known !== undefined) return known;
    const made = new PreviousObject();
    this.#within[field] = made;
    return made;
  }

  #finish(json: FieldWriter, fields: number): void {
    if (this.#isAlike && fields === this.#names.length) {
      json.repeat(this.#end + this.#distance, this.#distance);
    } else {
      if (this.#isAlike) this.#part(json, fields);
      json.add('}');
      this.#names.length = fields;
    }
    this.#end = json.length;
  }
}
