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
      if (counting.at(group) === 1) linker.take(paragraph, group);
      else linker.passOver(group, skip.at(paragraph));
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
  /** By group, 1 where text that cannot count stands between its first paragraph and what follows that. */
  readonly #parted: WritableColumn;
  /** Groups are numbered as they are met: this is the last of them. */
  #met = 0;
  /** The group of the paragraph that may be followed, 0 where there is none. */
  #leader = 0;
  #paragraph = 0;
  #isFirst = false;
  #isParted = false;

  constructor(of: Compared) {
    this.#of = of;
    this.#next = of.columns.uint32(of.groups.count);
    this.#parted = of.columns.uint8(of.groups.count);
  }

  /** The next paragraph, which counts. */
  take(paragraph: number, group: number): void {
    if (this.#leader !== 0) {
      if (this.#isFirst) this.#link(group);
      else if (this.#next.at(this.#leader) !== 0 && !this.#followsAlike(paragraph, group)) this.end();
    }
    this.#leader = group;
    this.#paragraph = paragraph;
    this.#isFirst = group > this.#met;
    this.#isParted = false;
    if (this.#isFirst) this.#met = group;
  }

  /** The next paragraph, which does not count: what is compared parts groups, the rest may stand between them. */
  passOver(group: number, code: number): void {
    if (group > this.#met) this.#met = group;
    if (code === Skip.none) this.end();
    else if (code !== Skip.empty) this.#isParted = true;
  }

  /** Nothing follows. */
  end(): void {
    if (this.#leader !== 0) this.#next.set(this.#leader, 0);
    this.#leader = 0;
  }

  /** The links that are left. */
  finish(): WritableColumn {
    this.#parted.release();
    return this.#next;
  }

  /** The first of the leading group says what may follow the others. */
  #link(group: number): void {
    const { size } = this.#of.groups;
    // As many occurrences on both sides and one behind each of ours: the pairing is complete.
    if (size.at(group) !== size.at(this.#leader)) return;
    this.#next.set(this.#leader, group + 1);
    if (this.#isParted) this.#parted.set(this.#leader, 1);
  }

  /** Whether what follows the first of the leading group follows here too, with the same text between. */
  #followsAlike(paragraph: number, group: number): boolean {
    const leader = this.#leader;
    if (this.#next.at(leader) !== group + 1 || this.#parted.at(leader) !== Number(this.#isParted))
      return false;
    return (
      !this.#isParted ||
      partedAlike(this.#of, this.#of.groups.first.at(leader), {
        paragraph: this.#paragraph,
        follower: paragraph,
      })
    );
  }
}

/** Whether the same passed-over paragraphs stand before `follower` as after `first`. */
function partedAlike(
  { groups, skip }: Compared,
  first: number,
  { paragraph, follower }: { paragraph: number; follower: number },
): boolean {
  let a = first + 1;
  let b = paragraph + 1;
  for (;;) {
    while (skip.at(a) === Skip.empty) a += 1;
    while (skip.at(b) === Skip.empty) b += 1;
    if (groups.of.at(a) === 0 || groups.of.at(a) !== groups.of.at(b)) return false;
    if (b === follower) return true;
    a += 1;
    b += 1;
  }
}
