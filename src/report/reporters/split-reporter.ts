/** The cut, for people to audit and programs to read: one JSON line a post. */

import { formatDate } from '../../dates/post-date.js';
import { type PostDate, postCues, type ReadBytes, type RecordCard } from '../../model.js';
import { describeOriginal } from '../describe/describe-original.js';
import { type Cut, createLookup } from '../describe/lookup.js';
import { showJson } from '../escape/show-json.js';

/** Yields the rows of `reposted split`. */
export function* reportSplit(cut: Cut, read: ReadBytes): Generator<string> {
  const { posts } = cut;
  const { table } = posts;
  const lookup = createLookup(cut, read);
  for (let post = 0; post < table.rows; post++) {
    const dump = table.dump.at(post);
    const place = lookup.placeOf(post);
    const echo = [table.echoRow.at(post), table.echoEnd.at(post)] as const;
    const paragraphs: string[] = [];
    for (let at = table.firstParagraph.at(post); at < table.firstParagraph.at(post + 1); at++) {
      paragraphs.push(lookup.textOf(dump, posts.paragraphs.row.at(at)));
    }
    yield `${showJson({
      dump: place.dump,
      post: place.post,
      id: place.id,
      date: place.date,
      source: place.source,
      author: lookup.authorOf(post),
      forwardedFrom: lookup.forwardedFrom(post),
      ...lookup.spanOf(post, table.firstRow.at(post), table.endRow.at(post)),
      echo: echo[0] < echo[1] ? lookup.spanOf(post, ...echo).lines : null,
      cue: postCues[table.cue.at(post)] ?? 'guess',
      paragraphs,
      ...saidBeside(lookup.cardOf(post)),
      network: lookup.networkOf(post),
    })}\n`;
  }
}

/** What only records say; null where a dump does not. */
function saidBeside(card: RecordCard | null): object {
  const { edited, replyTo = null, media = null, link = null, forward } = card ?? {};
  return {
    edited: shown(edited),
    replyTo,
    media,
    link,
    forward: forward === undefined ? null : { name: forward.name ?? null, ...describeOriginal(forward) },
  };
}

function shown(date: PostDate | undefined): string | null {
  return date === undefined ? null : formatDate(date);
}
