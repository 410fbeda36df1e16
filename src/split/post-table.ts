/** Builds the post and paragraph tables, post after post. */
import {
  type Columns,
  type ParagraphTable,
  type PostCue,
  type PostDate,
  type PostTable,
  postCues,
} from '../model.js';

/** The rows of a post; `echoRow` and `echoEnd` are 0 for a post printed once. */
export interface PostRows {
  readonly dump: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly echoRow: number;
  readonly echoEnd: number;
  /** 1 + the row in the record table; 0 for a post cut from text. */
  readonly record: number;
  readonly isMetAgain: boolean;
}

/** What is said of a post; empty strings for what is not. */
export interface PostWords {
  readonly cue: PostCue;
  readonly source: string;
  readonly author: string;
  readonly date: PostDate | null;
  readonly forwardedFrom: string;
}

/** Tables under construction: first the paragraphs of a post, then the post. */
export interface PostTableBuilder {
  readonly posts: number;
  addParagraph(row: number): void;
  /** Adds the rows `[from, end)`. */
  addParagraphs(from: number, end: number): void;
  /** Closes the post whose paragraphs were added last. */
  addPost(place: PostRows, words: PostWords): void;
  /** `firstNew` is as in {@link PostTable}. */
  finish(firstNew: number): { table: PostTable; paragraphs: ParagraphTable };
}

const BATCH = 1024;

/**
 * Rows for `expectedParagraphs` are reserved. There are fewer posts, and most of their columns are mostly not written: they
 * grow, as what is reserved may be memory that another column could use.
 */
export function createPostTable(make: Columns, expectedParagraphs: number): PostTableBuilder {
  const row = make.rising(0, expectedParagraphs);
  const post = make.rising(0, expectedParagraphs);
  const column = () => make.uint32(0);
  const rising = () => make.rising(0);
  const columns = {
    dump: column(),
    firstRow: rising(),
    endRow: rising(),
    echoRow: column(),
    echoEnd: column(),
    cue: make.uint8(0),
    source: rising(),
    author: column(),
    seconds: make.float64(0),
    utc: make.uint8(0),
    record: column(),
    isMetAgain: make.uint8(0),
    forwardedFrom: column(),
    firstParagraph: rising(),
  };
  /** The last paragraphs, which are not in their columns yet: many at once are written faster than one by one. */
  const batch = { row: new Uint32Array(BATCH), post: new Uint32Array(BATCH) };
  let batched = 0;
  const writeBatch = (): void => {
    row.write(paragraphs - batched, batch.row.subarray(0, batched));
    post.write(paragraphs - batched, batch.post.subarray(0, batched));
    batched = 0;
  };
  const names = internNames();
  let posts = 0;
  let paragraphs = 0;
  let dated = false;
  /** What was said of the post before is mostly said again, by the same object: then it is not looked up again. */
  let said: PostWords | null = null;
  const number = { cue: 0, source: 0, author: 0, seconds: 0, utc: 0, forwardedFrom: 0 };
  const hear = (words: PostWords): void => {
    if (words === said) return;
    said = words;
    number.cue = postCues.indexOf(words.cue);
    number.source = names.number(words.source);
    number.author = names.number(words.author);
    number.seconds = words.date?.seconds ?? 0;
    number.utc = Number(words.date?.utc ?? false);
    number.forwardedFrom = names.number(words.forwardedFrom);
    dated ||= number.seconds !== 0;
  };
  return {
    get posts() {
      return posts;
    },
    addParagraph(line) {
      batch.row[batched] = line;
      batch.post[batched] = posts;
      batched += 1;
      paragraphs += 1;
      if (batched === BATCH) writeBatch();
    },
    addParagraphs(from, end) {
      for (let line = from; line < end; ) {
        const count = Math.min(end - line, BATCH - batched);
        for (let at = batched; at < batched + count; at++) {
          batch.row[at] = line;
          batch.post[at] = posts;
          line += 1;
        }
        batched += count;
        paragraphs += count;
        if (batched === BATCH) writeBatch();
      }
    },
    addPost(place, words) {
      hear(words);
      columns.firstRow.set(posts, place.firstRow);
      columns.endRow.set(posts, place.endRow);
      columns.cue.set(posts, number.cue);
      columns.source.set(posts, number.source);
      // Mostly 0, and so not written.
      if (place.dump !== 0) columns.dump.set(posts, place.dump);
      if (place.echoRow !== 0) columns.echoRow.set(posts, place.echoRow);
      if (place.echoEnd !== 0) columns.echoEnd.set(posts, place.echoEnd);
      if (place.record !== 0) columns.record.set(posts, place.record);
      if (place.isMetAgain) columns.isMetAgain.set(posts, 1);
      if (number.author !== 0) columns.author.set(posts, number.author);
      if (number.seconds !== 0) columns.seconds.set(posts, number.seconds);
      if (number.utc !== 0) columns.utc.set(posts, number.utc);
      if (number.forwardedFrom !== 0) columns.forwardedFrom.set(posts, number.forwardedFrom);
      posts += 1;
      columns.firstParagraph.set(posts, paragraphs);
    },
    finish(firstNew) {
      writeBatch();
      for (const column of Object.values(columns)) column.reserve(posts + 1);
      const table = { rows: posts, firstNew, dated, ...columns, names: names.list };
      return { table, paragraphs: { rows: paragraphs, row, post } };
    },
  };
}

/** Strings ↔ numbers, 0 for the empty one. */
function internNames(): { list: string[]; number(name: string): number } {
  const list = [''];
  const numbers = new Map([['', 0]]);
  return {
    list,
    number(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, list.length);
      list.push(name);
      return list.length - 1;
    },
  };
}
