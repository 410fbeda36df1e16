// Promises: a report may be larger than memory. What a run holds grows with the lines of a dump, by columns of numbers,
// and not with what it reports of them: one text in 200,000 posts is reported from a heap that is a fraction of it.

import { describe, expect, it } from 'vitest';
import { closed, startCli } from './run-cli.js';

const posts = 200_000;
const dump = 'The ferry is late again today, so take the bus to the harbour\n\n'.repeat(posts);

describe('one text in 200,000 posts', () => {
  for (const [format, bytes] of [
    ['text', 1_000],
    ['json', 60_000_000],
    ['ndjson', 60_000_000],
  ] as const) {
    it(`is reported as ${format} from a heap of 24 MiB`, async () => {
      const child = startCli(['-', '-f', format, '--quiet'], { nodeFlags: ['--max-old-space-size=24'] });
      let written = 0;
      child.stdout.on('data', (piece: Buffer) => {
        written += piece.length;
      });
      child.stderr.pipe(process.stderr);
      child.stdin.end(dump);
      expect(await closed(child)).toEqual({ code: 0, signal: null });
      expect(written).toBeGreaterThan(bytes);
    });
  }
});
