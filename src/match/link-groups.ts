/** Which groups belong together: those that follow each other at every occurrence of both. */
import { type Column, Skip, type WritableColumn } from '../model.js';
import type { Compared } from './compared.js';

/** For each group that counts 1 + the group that follows it at every occurrence of both; 0 where there is none. */
export function linkGroups(of: Compared, counting: Column): WritableColumn {
  const { groups, skip } = of;
  const { firstParagraph, rows } = of.posts.table;
  const linker = new Linker(of);
  let from = 0;
  for (let post = 0; post < rows; post++) {
    const end = firstParagraph.at(post + 1);
    for (let paragraph = from; paragraph < end; paragraph++) {
      const group = groups.of.at(paragraph);
      if (counting.at(group) === 1) linker.take(group);
      else linker.passOver(paragraph, group, skip.at(paragraph));
    }
    linker.end();
    from = end;
  }
  return linker.finish();
}

/** Links groups while paragraphs go by. */
class Linker {
  readonly #of: Compared;
  readonly #next: WritableColumn;
  /** By group, the hash of the text that cannot count between its first paragraph and what follows that; 0 for none. */
  readonly #between: WritableColumn;
  /** Groups are numbered as they are met: this is the last of them. */
  #met = 0;
  /** The group of the paragraph that may be followed, 0 where there is none. */
  #leader = 0;
  #isFirst = false;
  /** The hash of what was passed over since. */
  #passed = 0;

  constructor(of: Compared) {
    this.#of = of;
    this.#next = of.columns.uint32(of.groups.count);
    this.#between = of.columns.uint32(of.groups.count);
  }

  /** The next paragraph, which counts. */
  take(group: number): void {
    if (this.#leader !== 0) {
      if (this.#isFirst) this.#link(group);
      else if (this.#next.at(this.#leader) !== 0 && !this.#followsAlike(group)) this.end();
    }
    this.#leader = group;
    this.#isFirst = group > this.#met;
    this.#passed = 0;
    if (this.#isFirst) this.#met = group;
  }

  /** The next paragraph, which does not count: what is compared parts groups, the rest may stand between them. */
  passOver(paragraph: number, group: number, code: number): void {
    if (group > this.#met) this.#met = group;
    if (code === Skip.none) this.end();
    // What stands once is like nothing else.
    else if (code !== Skip.empty) this.#passed = mix(this.#passed, group === 0 ? ~paragraph : group);
  }

  /** Nothing follows. */
  end(): void {
    if (this.#leader !== 0) this.#next.set(this.#leader, 0);
    this.#leader = 0;
  }

  /** The links that are left. */
  finish(): WritableColumn {
    this.#between.release();
    return this.#next;
  }

  /** The first of the leading group says what may follow the others. */
  #link(group: number): void {
    const { size } = this.#of.groups;
    // As many occurrences on both sides and one behind each of ours: the pairing is complete.
    if (size.at(group) !== size.at(this.#leader)) return;
    this.#next.set(this.#leader, group + 1);
    this.#between.set(this.#leader, this.#passed);
  }

  /**
   * Whether what follows the first of the leading group follows here too, with the same text between: as a hash says it, as
   * walking there again and again would take long. Verifying reads that text, and tells apart what only seemed the same.
   */
  #followsAlike(group: number): boolean {
    return this.#next.at(this.#leader) === group + 1 && this.#between.at(this.#leader) === this.#passed;
  }
}

/** A hash with one more number in it; never 0. */
function mix(hash: number, number: number): number {
  const mixed = Math.imul(hash ^ number, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0 || 1;
}
