/** Builds the post and paragraph tables, post after post. */
import { GrowingColumn } from '../growing-column.js';
import { type ParagraphTable, type PostCue, type PostTable, postCues } from '../model.js';

/** One post as the cut hands it over; strings are interned. */
export interface NewPost {
  readonly dump: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly echoRow: number;
  readonly echoEnd: number;
  readonly cue: PostCue;
  readonly source: string;
  readonly author: string;
  readonly date: string;
  readonly forwardedFrom: string;
}

/** Tables under construction: first the paragraphs of a post, then the post. */
export interface PostTableBuilder {
  readonly posts: number;
  addParagraph(row: number): void;
  /** Closes the post whose paragraphs were added last. */
  addPost(post: NewPost): void;
  finish(): { table: PostTable; paragraphs: ParagraphTable };
}

/** `expectedParagraphs` rows are reserved, not filled. */
export function createPostTable(expectedParagraphs: number): PostTableBuilder {
  const column = () => new GrowingColumn((length) => new Uint32Array(length));
  const columns = {
    dump: column(),
    firstRow: column(),
    endRow: column(),
    echoRow: column(),
    echoEnd: column(),
    cue: column(),
    source: column(),
    author: column(),
    date: column(),
    forwardedFrom: column(),
    firstParagraph: column(),
    endParagraph: column(),
  };
  const row = new GrowingColumn((length) => new Uint32Array(length), expectedParagraphs);
  const post = new GrowingColumn((length) => new Uint32Array(length), expectedParagraphs);
  const names = internNames();
  let posts = 0;
  let paragraphs = 0;
  let first = 0;
  return {
    get posts() {
      return posts;
    },
    addParagraph(line) {
      row.set(paragraphs, line);
      post.set(paragraphs, posts);
      paragraphs += 1;
    },
    addPost(added) {
      columns.dump.set(posts, added.dump);
      columns.firstRow.set(posts, added.firstRow);
      columns.endRow.set(posts, added.endRow);
      columns.echoRow.set(posts, added.echoRow);
      columns.echoEnd.set(posts, added.echoEnd);
      columns.cue.set(posts, postCues.indexOf(added.cue));
      columns.source.set(posts, names.number(added.source));
      columns.author.set(posts, names.number(added.author));
      columns.date.set(posts, names.number(added.date));
      columns.forwardedFrom.set(posts, names.number(added.forwardedFrom));
      columns.firstParagraph.set(posts, first);
      columns.endParagraph.set(posts, paragraphs);
      first = paragraphs;
      posts += 1;
    },
    finish: () => ({
      table: {
        rows: posts,
        dump: columns.dump.values,
        firstRow: columns.firstRow.values,
        endRow: columns.endRow.values,
        echoRow: columns.echoRow.values,
        echoEnd: columns.echoEnd.values,
        cue: columns.cue.values,
        source: columns.source.values,
        author: columns.author.values,
        date: columns.date.values,
        forwardedFrom: columns.forwardedFrom.values,
        firstParagraph: columns.firstParagraph.values,
        endParagraph: columns.endParagraph.values,
        names: names.list,
      },
      paragraphs: { rows: paragraphs, row: row.values, post: post.values },
    }),
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
