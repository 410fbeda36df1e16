// Promises: a dump of made-up posts to measure with, the same for the same options on every machine:
//   node bench/generate.js --size 1G --shape blank --seed 1
// writes bench/corpus/blank-1G-seed1.txt, which git ignores, and prints its path.

import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusOptions, corpusPath } from './generate/corpus-options.js';
import { openChunked } from './generate/open-chunked.js';
import { printPost } from './generate/print-post.js';
import { randomFrom } from './generate/random.js';
import { writePosts } from './generate/write-posts.js';

/** @typedef {import('./generate/corpus-options.js').CorpusOptions} CorpusOptions */

/**
 * @param {CorpusOptions} options
 * @returns {string} its path
 */
export function generateCorpus(options) {
  const path = corpusPath(options);
  const file = openChunked(path);
  // Two streams, so that one seed gives the same posts in every shape.
  const printing = randomFrom(~options.seed);
  for (const post of writePosts(randomFrom(options.seed))) {
    for (const line of printPost(post, options.shape, printing)) file.writeLine(line);
    if (file.bytesWritten() >= options.bytes) break;
  }
  file.close();
  return path;
}

/** @param {string | undefined} script the path of the script that node was started with */
function isStartedAs(script) {
  return script !== undefined && import.meta.url === pathToFileURL(script).href;
}

if (isStartedAs(process.argv[1])) {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({
    options: {
      size: { ...text, default: '100M' },
      shape: { ...text, default: 'blank' },
      seed: { ...text, default: '1' },
    },
  });
  const path = generateCorpus(corpusOptions(values));
  process.stdout.write(`${path} ${statSync(path).size} bytes\n`);
}
