// Promises: repeated lines of a dump as an embedded database finds them, byte-equal (`raw`) or once much the same is
// folded (`folded`) as reposted folds: case, composition, marks, punctuation, spaces.

import { DuckDBInstance } from '@duckdb/node-api';

const [path, mode] = process.argv.slice(2);
if (path === undefined || (mode !== 'raw' && mode !== 'folded'))
  throw new Error('Expected a dump, and raw or folded');

const key =
  mode === 'raw'
    ? 'line'
    : String.raw`trim(regexp_replace(nfc_normalize(lower(line)), '[\p{P}\p{S}\p{Cf}\p{Z}\s]+', ' ', 'g'))`;
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answer = await connection.runAndReadAll(
  `SELECT count(*) FROM (
     SELECT ${key} AS key FROM read_csv(?, header = false, columns = {'line': 'VARCHAR'}, delim = '\x01',
       quote = '', escape = '', auto_detect = false, null_padding = true, max_line_size = 10000000)
     GROUP BY key HAVING count(*) > 1)`,
  [path],
);
process.stdout.write(`${answer.getRows()[0]?.[0]} lines more than once\n`);
