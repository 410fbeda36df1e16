// Promises: keys made bytes to bytes are those of the ladder, at every rung, for all that may stand in a dump.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rung, rungs } from '../src/model.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { createKeyOf } from '../src/normalize/rung-keys.js';
import { nastyText } from './normalize-nasty-text.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe.each(rungs)('the key at the rung %s', (rung) => {
  const keyOf = createKeyOf(rung);
  const keyText = (text: string): string => decoder.decode(keyOf(encoder.encode(text)));

  test('is the one of the ladder', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(keyText(text)).toBe(normalizeText(text, rung));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is the one of the ladder for bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(decoder.decode(keyOf(bytes))).toBe(normalizeText(decoder.decode(bytes), rung));
      }),
      { numRuns: 500 },
    );
  });
});

test.each<[Rung, string]>([
  ['exact', 'See T.me/s/Harbour — “NOW”'],
  ['spacing', 'see t.me/s/harbour — “now”'],
  ['typography', 'see t.me/s/harbour now'],
  ['links', 'see t.me/harbour now'],
  ['homoglyphs', 'see t.me/harbour now'],
])('a line at the rung %s', (rung, key) => {
  const line = encoder.encode('  See T.me/s/Harbour — “NOW”\t');
  expect(decoder.decode(createKeyOf(rung)(line))).toBe(key);
});
