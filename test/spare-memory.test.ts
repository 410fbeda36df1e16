// Promises: memory that was given back is given again: as zeros, to one at a time, and before new memory is made.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpareMemory, type Piece } from '../src/columns/spare-memory.js';

const bytesOf = ({ buffer, offset, bytes }: Piece) => new Uint8Array(buffer, offset, bytes);

describe('spare memory', () => {
  it('is all zeros, and nobody else has it', () => {
    const request = fc.record({ bytes: fc.nat(150_000), written: fc.nat(150_000), giveFirst: fc.boolean() });
    const requests = fc.array(request, {
      maxLength: 20,
    });
    fc.assert(
      fc.property(requests, (asked) => {
        const memory = createSpareMemory();
        const held: { piece: Piece; touched: number; mark: number }[] = [];
        for (const [at, { bytes, written, giveFirst }] of asked.entries()) {
          if (giveFirst) {
            const given = held.shift();
            if (given !== undefined)
              memory.give({ ...given.piece, touched: Math.max(given.touched, given.piece.touched) });
          }
          const piece = memory.take(bytes);
          expect(piece.bytes).toBeGreaterThanOrEqual(bytes);
          expect(bytesOf(piece).every((byte) => byte === 0)).toBe(true);
          const touched = Math.min(written, piece.bytes);
          bytesOf(piece).fill(at + 1, 0, touched);
          held.push({ piece, touched, mark: at + 1 });
        }
        for (const { piece, touched, mark } of held) {
          expect(bytesOf(piece).every((byte, at) => byte === (at < touched ? mark : 0))).toBe(true);
        }
      }),
      { numRuns: 60, seed: 9 },
    );
  });

  it('is carved up for those who ask for less', () => {
    const memory = createSpareMemory();
    const whole = memory.take(300_000);
    memory.give({ ...whole, touched: whole.bytes });
    const parts = [memory.take(100_000), memory.take(100_000), memory.take(100_000)];
    expect(new Set(parts.map(({ buffer }) => buffer))).toEqual(new Set([whole.buffer]));
    expect(memory.take(100_000).buffer).not.toBe(whole.buffer);
  });

  it('is whole again when its parts are given back, in any order', () => {
    const memory = createSpareMemory();
    const whole = memory.take(300_000);
    memory.give({ ...whole, touched: whole.bytes });
    const [first, second, third] = [memory.take(100_000), memory.take(100_000), memory.take(100_000)];
    for (const part of [third, first, second]) memory.give(part);
    expect(memory.take(300_000).buffer).toBe(whole.buffer);
  });

  it('is not taken for what may never be touched', () => {
    const memory = createSpareMemory();
    const whole = memory.take(300_000);
    memory.give({ ...whole, touched: whole.bytes });
    expect(memory.reserve(300_000).buffer).not.toBe(whole.buffer);
  });

  it('of which the end was never touched is not taken for less', () => {
    const memory = createSpareMemory();
    const whole = memory.take(1_000_000);
    memory.give({ ...whole, touched: 100_000 });
    expect(memory.take(100_000).buffer).toBe(whole.buffer);
    expect(memory.take(800_000).buffer).not.toBe(whole.buffer);
  });
});
