// Promises: of each member a report tells what it added to the origin and what it left out. The notation is that of
// build-posts.ts: small letters are paragraphs that count, digits too short to count, `~` emoji alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportText } from '../src/report/reporters/text-reporter.js';
import { plainStyle } from '../src/report/style.js';
import { readNotation } from './build-posts.js';
import { reportPosts } from './report-posts.js';
import { reportOn } from './scan-texts.js';

/** `+ c - d 1` of every member of every cluster. */
function tellDifferences(...dumps: readonly string[]): readonly string[] {
  return [...reportPosts(...dumps).toldClusters()].flatMap(({ members }) =>
    members.toJSON().map(({ added, leftOut, addedParagraphs, leftOutParagraphs }) => {
      expect([addedParagraphs, leftOutParagraphs]).toEqual([added.length, leftOut.length]);
      return ['+', ...added, '-', ...leftOut].join(' ');
    }),
  );
}

describe('a member that', () => {
  it.each([
    ['has the same text differs in nothing', ['a b / a b'], '+ -'],
    ['has another order differs in nothing', ['a b / b a'], '+ -'],
    ['has more text added it', ['a b / c a b d'], '+ c d -'],
    ['has less text left it out', ['a b c / b'], '+ - a c'],
    ['has other text did both', ['a b c / d b c'], '+ d - a'],
    ['has other short lines is told by them too', ['a b 1 / 2 a b'], '+ 2 - 1'],
    ['has other emoji is not told by them', ['a b ~ / ~x a b'], '+ -'],
    ['says a thing twice added it twice', ['a b / a b c c'], '+ c c -'],
    ['leaves out what the origin says twice left it out twice', ['a c b c / a b'], '+ - c c'],
    ['has not the signature of the origin left nothing out', ['a b z / p z / q z / r z', 'a b'], '+ -'],
    ['has the signature of the origin added nothing', ['a b z / p z / q z / r z', 'a b z'], '+ -'],
    ['has a signature of its own added nothing', ['a b', 'a b z / p z / q z / r z'], '+ -'],
  ])('%s', (_, dumps, told) => {
    expect(tellDifferences(...dumps)).toEqual([told]);
  });

  it('is one of many is compared by itself', () => {
    expect(tellDifferences('a b c / a b / a b c d / a b c / a b')).toEqual([
      '+ - c',
      '+ d -',
      '+ -',
      '+ - c',
    ]);
  });
});

it('on random posts is told what comparing them line by line tells', () => {
  const post = fc.array(fc.constantFrom(...'abcde123~'), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(post, { minLength: 2, maxLength: 12 }), (posts) => {
      // A dump each, so that no line is a signature.
      const dumps = posts.map((paragraphs) => paragraphs.join(' '));
      const paragraphsOf = (dump: string) =>
        readNotation(dumps[Number(dump) - 1] ?? '', '')[0]?.paragraphs ?? [];
      const missing = (of: readonly string[], from: readonly string[]) =>
        of.filter((paragraph) => paragraph !== '~' && !from.includes(paragraph));
      for (const { origin, members } of reportPosts(...dumps).toldClusters()) {
        for (const { dump, added, leftOut } of members) {
          expect([...added]).toEqual(missing(paragraphsOf(dump), paragraphsOf(origin.dump)));
          expect([...leftOut]).toEqual(missing(paragraphsOf(origin.dump), paragraphsOf(dump)));
        }
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});

describe('the report for people', () => {
  const shared = ['The mayor opens the new bridge on Sunday', 'There will be rolls, and a brass band'];
  const texts = {
    'a.txt': [...shared, 'Bring an umbrella, they say', 'And a friend'].join('\n'),
    'b.txt': [...shared, `${'Long words about the bridge '.repeat(9)}\u001b[31m`, 'Aha', 'Oho'].join('\n'),
    'bb.txt': ['Fake news:', ...shared, 'Bring an umbrella, they say', 'And a friend'].join('\n'),
    'c.txt': [...shared, 'Bring an umbrella, they say', 'And a friend'].join('\n'),
  };
  // Without a rule in it, each dump is one post.
  const report = reportOn(texts, { format: 'separator-text' });
  const lines = [...reportText(report, { top: 10, style: plainStyle(70) })].join('').split('\n');
  const under = (place: string) => {
    const at = lines.findIndex(
      (line) => line.includes(`${place}:`) && /^ {3}(?:overlaps|identical)/.test(line),
    );
    return lines.slice(at + 1, at + 3);
  };

  it('shows the first line of either, how many more there are, and no wider than it may be', () => {
    const [added, leftOut] = under('b.txt');
    expect(added).toMatch(/^ +\+ Long words about the bridge Long.*… {2}and 2 more lines$/);
    expect(added?.length).toBeLessThanOrEqual(70);
    expect(leftOut).toMatch(/^ +- Bring an umbrella, they say {2}and 1 more line$/);
  });

  it('shows nothing of the kind for a post that is identical, but for lines too short to count', () => {
    expect(under('c.txt').join('\n')).not.toMatch(/^ +[+-]/m);
    expect(under('bb.txt')[0]).toMatch(/^ +\+ Fake news:$/);
  });
});
