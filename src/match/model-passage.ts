/** The first passage of a block, with which the others are compared. */
import { type Rung, rungs } from '../model.js';
import { type CompareCopy, createCompareCopy, sameBytes, type TextComparer } from './compare-copies.js';
import { eachParagraph, type Passage, type Places } from './passage.js';

/** A paragraph with the fingerprint of another text. */
export interface Collision {
  readonly paragraph: number;
  readonly key: string;
}

/** An occurrence and its bytes. */
export interface Read {
  readonly occurrence: number;
  readonly passage: Passage;
}

const NOTHING = new Uint8Array(0);

/** It is used for one block after the other. */
export class ModelPassage {
  readonly #places: Places;
  readonly #comparer: TextComparer;
  readonly #memory = new Uint8Array(64 * 1024);
  #model: Read = { occurrence: 0, passage: [] };
  #copies = 0;
  /** Compares a copy of each of its paragraphs that are text; null before that is asked for. */
  #compare: CompareCopy[] | null = null;
  /** Lines of emoji or punctuation alone between them. */
  #ornaments: Uint8Array[] = [];

  constructor(places: Places, comparer: TextComparer) {
    this.#places = places;
    this.#comparer = comparer;
  }

  /** Takes another one, of which so many `copies` follow; what was read of it is needed no longer. */
  take({ occurrence, passage }: Read, copies: number): void {
    this.#model = { occurrence, passage: this.#keep(passage) };
    this.#copies = copies;
    this.#compare = null;
  }

  /** Whether a passage is the same byte for byte. */
  isSame(passage: Passage): boolean {
    const [one = NOTHING] = this.#model.passage;
    const [other = NOTHING] = passage;
    // Lines that follow one another are the same when what they stand in is.
    return passage.length === 1 && this.#model.passage.length === 1 && sameBytes(one, other);
  }

  /**
   * The lowest rung, `atLeast` or one above it, at which a passage is equal, but for its collisions, which are added to
   * those known.
   */
  compare(read: Read, atLeast: Rung, collisions: Collision[]): Rung {
    const compare = this.#compare ?? this.#split();
    let highest = atLeast;
    let ornaments = 0;
    let areSame = true;
    let text = 0;
    eachParagraph(this.#places, read, (bytes, paragraph, isText) => {
      if (!isText) {
        areSame &&= sameBytes(this.#ornaments[ornaments] ?? NOTHING, bytes);
        ornaments += 1;
        return;
      }
      const { rung, key } = compare[text]?.(bytes, highest) ?? { rung: highest };
      if (rung === null) collisions.push({ paragraph, key });
      else highest = higher(highest, rung);
      text += 1;
    });
    areSame &&= ornaments === this.#ornaments.length;
    return areSame ? highest : higher(highest, 'typography');
  }

  #split(): CompareCopy[] {
    const compare: CompareCopy[] = [];
    this.#compare = compare;
    this.#ornaments = [];
    eachParagraph(this.#places, this.#model, (bytes, _, isText) => {
      if (isText) compare.push(createCompareCopy(bytes, this.#comparer, this.#copies));
      else this.#ornaments.push(bytes);
    });
    return compare;
  }

  /** Copies of the pieces; a short one takes the memory that the model before needed. */
  #keep(passage: Passage): Passage {
    const [piece = NOTHING] = passage;
    if (passage.length > 1 || piece.length > this.#memory.length)
      return passage.map((piece) => piece.slice());
    this.#memory.set(piece);
    return [this.#memory.subarray(0, piece.length)];
  }
}

function higher(a: Rung, b: Rung): Rung {
  return rungs.indexOf(a) < rungs.indexOf(b) ? b : a;
}
