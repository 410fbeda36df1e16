/** The cut, for people to audit and programs to read: one JSON line a post. */
import { postCues, type ReadBytes } from '../model.js';
import { type Cut, createLookup } from './lookup.js';
import { showJson } from './show-json.js';

/** Yields the rows of `reposted split`. */
export function* reportSplit(cut: Cut, read: ReadBytes): Generator<string> {
  const { posts } = cut;
  const { table } = posts;
  const lookup = createLookup(cut, read);
  for (let post = 0; post < table.rows; post++) {
    const dump = table.dump[post] ?? 0;
    const place = lookup.placeOf(post);
    const echo = [table.echoRow[post] ?? 0, table.echoEnd[post] ?? 0] as const;
    const paragraphs: string[] = [];
    for (let at = table.firstParagraph[post] ?? 0; at < (table.endParagraph[post] ?? 0); at++) {
      paragraphs.push(lookup.textOf(dump, posts.paragraphs.row[at] ?? 0));
    }
    yield `${showJson({
      dump: place.dump,
      post: place.post,
      id: null,
      date: lookup.dateOf(post),
      source: lookup.sourceOf(post),
      author: lookup.authorOf(post),
      forwardedFrom: lookup.forwardedFrom(post),
      ...lookup.spanOf(table.firstRow[post] ?? 0, table.endRow[post] ?? 0),
      echo: echo[0] < echo[1] ? lookup.spanOf(...echo).lines : null,
      cue: postCues[table.cue[post] ?? 0] ?? 'guess',
      paragraphs,
    })}\n`;
  }
}
