// Promises: where there is no WebAssembly, hashes and reports are the same as where there is.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import xxhash from 'xxhash-wasm';
import { plainXxh64 } from '../src/fingerprint/plain-xxh64.js';

const { h64Raw, create64 } = await xxhash();

describe('XXH64 without WebAssembly', () => {
  it('is XXH64, of texts in one piece', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(plainXxh64.h64Raw(bytes)).toBe(h64Raw(bytes));
      }),
    );
  });

  it('is XXH64, of streams in pieces of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 12 }), (pieces) => {
        const [plain, known] = [plainXxh64.create64(), create64()];
        // As dumps are read: piece after piece into one Buffer.
        const buffer = Buffer.alloc(80);
        for (const piece of pieces) {
          buffer.set(piece);
          plain.update(buffer.subarray(0, piece.length));
          known.update(piece);
        }
        expect(plain.digest()).toBe(known.digest());
      }),
    );
  });
});

describe('an engine without WebAssembly', () => {
  it('gives the same report', () => {
    const args = ['bin/reposted.js', 'fixtures/two-channels', 'fixtures/cosmetic-copies', '--format', 'json'];
    const run = (flags: string[]) =>
      execFileSync(process.execPath, [...flags, ...args, '--quiet'], { encoding: 'utf8' });
    expect(run(['--jitless'])).toBe(run([]));
  });
});
