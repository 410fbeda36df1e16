// Promises: what a user says is done, and where it does not fit the dump, that is said.

import { describe, expect, it } from 'vitest';
import type { TextShape } from '../src/model.js';
import { apples, cutText, pears, text, written } from './cut-text.js';

const flat = text(...written);

describe('a forced shape', () => {
  it.each<[TextShape, string]>([
    ['telegram-page-text', 'forced; no echoes, no forward headers, no placeholders'],
    ['telegram-desktop-text', 'forced; no header of the form "NAME, [date]"'],
    ['telegram-views-text', 'forced; no line with a count of views or of reactions'],
    ['headed-text', 'forced; no lines of one form in order'],
    ['separator-text', 'forced; 0 equal separator lines'],
    ['blank-line-text', 'forced; no blank lines'],
    ['custom-text', 'no line matches the given patterns'],
  ])('that the dump has nothing of is doubted: %s', (format, evidence) => {
    expect(cutText(flat, { format })).toMatchObject({ format, confidence: 'low', evidence });
  });

  it.each<[TextShape, string]>([
    ['telegram-page-text', text('Forwarded from Orchard', apples)],
    ['telegram-desktop-text', text('Orchard, [30.05.2025 10:00]', apples)],
    ['telegram-views-text', text(apples, '980', 'views', '10:00')],
    ['separator-text', text(apples, '---', pears)],
    ['blank-line-text', text(apples, '', pears)],
    ['line-text', flat],
  ])('that the dump has one cue of is not: %s', (format, dump) => {
    expect(cutText(dump, { format })).toMatchObject({ format, confidence: 'high' });
  });

  it('is said to be forced beside what is found of it', () => {
    const numbered = text(...written.map((post, at) => [`#${at}`, ...post]));
    expect(cutText(numbered, { format: 'headed-text' }).evidence).toMatch(/^forced; 3 lines looked at/);
  });

  it.each<TextShape>(['telegram-page-text', 'telegram-views-text', 'blank-line-text'])(
    'leaves no doubt about an empty dump: %s',
    (format) => {
      expect(cutText('', { format })).toMatchObject({ format, confidence: 'high', posts: [] });
    },
  );
});

describe('a pattern that matches every line', () => {
  it.each(['start', 'end'] as const)('tells nothing apart: %s', (what) => {
    const cut = cutText(flat, {}, { userCues: { [what]: () => true } });
    expect(cut).toMatchObject({ format: 'custom-text', confidence: 'low' });
    expect(cut.evidence).toBe(
      '7 lines matched by the given patterns; that is every line: each is a post of its own',
    );
    expect(cut.posts).toHaveLength(7);
  });

  it('leaves no text where it parts posts, as the empty one does', () => {
    const empty = (line: string) => line.includes('');
    const cut = cutText(text(apples, '', pears), {}, { userCues: { separator: empty } });
    expect(cut).toMatchObject({ confidence: 'low', posts: [] });
    expect(cut.evidence).toContain('that is every line: no line is left to be text');
  });

  it('is not one that matches all but one', () => {
    const start = (line: string) => line !== apples[1];
    expect(cutText(flat, {}, { userCues: { start } }).confidence).toBe('high');
  });

  it('is right about a dump of one line', () => {
    expect(cutText('Apples\n', {}, { userCues: { start: () => true } }).confidence).toBe('high');
  });
});
