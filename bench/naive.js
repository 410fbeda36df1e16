// Promises: what a careful person writes in an hour to find repeated paragraphs: a line at a time, NFKC, lower case,
// quotes, dashes, emoji and invisible characters folded by regular expressions, counted in a Map. It knows no posts.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Expected the path of a dump');

/** @param {string} line */
function normalize(line) {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{P}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** @type {Map<string, number>} */
const counts = new Map();
for await (const line of createInterface({
  input: createReadStream(path),
  crlfDelay: Number.POSITIVE_INFINITY,
})) {
  const key = normalize(line);
  if (key.length >= 20) counts.set(key, (counts.get(key) ?? 0) + 1);
}

const repeated = [...counts.values()].filter((count) => count > 1).length;
process.stdout.write(`${counts.size} paragraphs, ${repeated} of them more than once\n`);
