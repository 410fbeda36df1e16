// Promises: a dump of made-up posts to measure with, the same for the same options on every machine:
//   node bench/generate.js --size 1G --shape blank --text mixed --seed 1
// writes bench/corpus/mixed-blank-1G-seed1.txt, which git ignores, and prints its path.

import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusFlags, corpusOptions, corpusPath } from './generate/corpus-options.js';
import { openChunked } from './generate/open-chunked.js';
import { printPost } from './generate/print-post.js';
import { printerOf, printRecords } from './generate/print-record.js';
import { randomFrom } from './generate/random.js';
import { texts } from './generate/texts.js';
import { writePosts } from './generate/write-posts.js';
import { tellingMistakes } from './telling-mistakes.js';

/** @typedef {import('./generate/corpus-options.js').CorpusOptions} CorpusOptions */
/** @typedef {import('./generate/write-posts.js').Post} Post */
/** @typedef {import('./generate/random.js').Random} Random */

/**
 * @param {CorpusOptions} options
 * @returns {string} its path
 */
export function generateCorpus(options) {
  const path = corpusPath(options);
  const file = openChunked(path);
  // Two streams, so that one seed gives the same posts in every shape.
  const printing = randomFrom(~options.seed);
  const full = () => file.bytesWritten() >= options.bytes;
  const kind = texts[options.text];
  if (kind === undefined) throw new Error(`Expected a known kind of text, found "${options.text}"`);
  for (const line of printDump(options, {
    posts: writePosts(kind, randomFrom(options.seed)),
    printing,
    full,
  })) {
    file.writeLine(line);
  }
  file.close();
  return path;
}

/**
 * @param {CorpusOptions} options
 * @param {{ posts: Iterable<Post>, printing: Random, full: () => boolean }} from
 * @returns {Generator<Uint8Array>}
 */
function* printDump({ shape }, { posts, printing, full }) {
  const printer = printerOf(shape);
  if (printer !== undefined) {
    yield* printRecords(printer, posts, full);
    return;
  }
  for (const post of posts) {
    yield* printPost(post, shape, printing);
    if (full()) return;
  }
}

/** @param {string | undefined} script the path of the script that node was started with */
function isStartedAs(script) {
  return script !== undefined && import.meta.url === pathToFileURL(script).href;
}

if (isStartedAs(process.argv[1])) {
  tellingMistakes(() => {
    const { values } = parseArgs({ options: corpusFlags });
    const path = generateCorpus(corpusOptions(values));
    process.stdout.write(`${path} ${statSync(path).size} bytes\n`);
  });
}
