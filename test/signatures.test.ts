// Promises: what a source puts under or over many of its posts is a signature and links nothing; what is really
// posted again is a repost however often it is. The notation is that of build-posts.ts.

import { describe, expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { matchParagraphs } from '../src/match/match-paragraphs.js';
import { buildPosts, settings } from './build-posts.js';
import { keysOf, signatureKeys, tellShort } from './tell-blocks.js';

const memoryColumns = createMemoryColumns();

function matchedIn(...dumps: readonly string[]) {
  const built = buildPosts(...dumps);
  const matches = matchParagraphs({ columns: memoryColumns, ...built }, settings);
  return {
    signatures: [...signatureKeys(built, matches)].sort().join(' '),
    blocks: tellShort(built, matches),
    told: matches.signatures.map(
      ({ source, paragraph, posts }) =>
        `${keysOf(built)[paragraph]} under ${posts} of ${built.posts.table.names[source]}`,
    ),
  };
}

describe('a signature', () => {
  it.each([
    ['a footer under three different posts', 'a z / b z / c z', 'z'],
    ['a header over three different posts', 'z a / z b / z c', 'z'],
    ['a short footer', 'a 1 / b 1 / c 1', '1'],
    ['a footer of several lines, wholly', 'a x y z / b x y z / c x y z', 'x y z'],
    ['a header of several lines, wholly', 'x y z a / x y z b / x y z c', 'x y z'],
    ['a header and a footer', 'x a z / x b z / x c z', 'x z'],
    ['a footer that only some posts have', 'a z / b / c z / d / e z', 'z'],
    ['a footer with emoji behind it', 'a z ~ / b z / c ~ z ~x', 'z'],
    ['a footer under posts of several paragraphs', 'a b z / c d z / e f z', 'z'],
    ['a footer that once stands within a post', 'a z / b z / c z / d z e', 'z'],
  ])('is %s', (_, dump, signatures) => {
    expect(matchedIn(dump)).toMatchObject({ signatures, blocks: [] });
  });

  it('is told once, with its source and how many posts have it', () => {
    expect(matchedIn('=News a z / =News b z / =News c z / =News d').told).toEqual(['z under 3 of News']);
  });

  it('is told for each source that has it', () => {
    const { told } = matchedIn('a z / b z / c z', 'd z / e z / f z / g z');
    expect(told).toEqual(['z under 4 of 2', 'z under 3 of 1']);
  });

  it('links nothing in another source either', () => {
    expect(matchedIn('a z / b z / c z', 'd z')).toMatchObject({ signatures: 'z', blocks: [] });
  });

  it('leaves the text over it to be found', () => {
    expect(matchedIn('a z / b z / c z', 'a / b')).toMatchObject({
      signatures: 'z',
      blocks: ['a ×2', 'b ×2'],
    });
  });

  it('within a copied text does not part it', () => {
    expect(matchedIn('a z / b z / c z', 'p z q / p z q').blocks).toEqual(['p z q ×2']);
  });
});

describe('a repost, and no signature,', () => {
  it.each([
    ['is an advert posted three times with the same text', ['a b / x / a b / y / a b'], ['a b ×3']],
    ['is an advert with a last line, posted three times', ['a b z / a b z / a b z'], ['a b z ×3']],
    ['is a post of one paragraph posted again', ['a / b / a'], ['a ×2']],
    ['is a post of one paragraph posted ten times', ['a/a/a/a/a/a/a/a/a/a'], ['a ×10']],
    ['is a paragraph once in each of three channels', ['a z', 'b z', 'c z'], ['z ×3']],
    ['is a footer under two posts', ['a z / b z'], ['z ×2']],
    ['is a long paragraph under three posts', ['a Z / b Z / c Z'], ['Z ×3']],
    ['is a paragraph within three posts', ['a z b / c z d / e z f'], ['z ×3']],
    [
      'is a paragraph that mostly stands within posts',
      ['a z / b z / c z / d z e / f z g / h z i / j z k'],
      ['z ×7'],
    ],
  ])('%s', (_, dumps, blocks) => {
    expect(matchedIn(...dumps)).toMatchObject({ signatures: '', blocks });
  });

  it('is a long paragraph under three posts, but not under thirty', () => {
    const posts = Array.from({ length: 30 }, (_, post) => `p${post} Z`);
    expect(matchedIn(posts.join('/'))).toMatchObject({ signatures: 'Z', blocks: [] });
  });

  it('is an advert that stands under an old footer', () => {
    const { signatures, blocks } = matchedIn('a z / b z / c z / p q z / p q z / p q z');
    expect({ signatures, blocks }).toEqual({ signatures: 'z', blocks: ['p q ×3'] });
  });
});
