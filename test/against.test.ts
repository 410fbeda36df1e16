// Promises: NEW is compared with NEW and with OLD, and OLD with OLD never: of everything that a scan of all finds, a
// check tells what has to do with a new post, and nothing else; and who was first does not depend on names.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderPosts } from '../src/model/order-posts.js';
import type { Analysis } from '../src/model.js';
import { allBlocks, looseBlocks } from '../src/report/describe/listed-blocks.js';
import { summarize } from '../src/report/describe/summarize.js';
import { analyzePosts, buildWritten, readNotation, type WrittenPost } from './build-posts.js';
import { randomDumps } from './random-posts.js';
import { tellBlocks } from './tell-blocks.js';

const split = randomDumps.chain((dumps) =>
  fc.record({ dumps: fc.constant(dumps), old: fc.integer({ min: 0, max: dumps.length }) }),
);

/** Analyzed with the first `old` dumps to compare against, and with none. */
function both({ dumps, old }: { dumps: readonly (readonly WrittenPost[])[]; old: number }) {
  const against = buildWritten(dumps, old);
  return {
    against: { built: against, found: analyzePosts(against) },
    /** Made when it is asked for. */
    get all() {
      const all = buildWritten(dumps);
      return { built: all, found: analyzePosts(all) };
    },
  };
}

function holds(law: (sides: ReturnType<typeof both>, old: number) => void): void {
  fc.assert(
    fc.property(split, (given) => law(both(given), given.old)),
    { seed: 41, numRuns: 600 },
  );
}

/** `2 ← 0, 1`: the posts of each cluster, by number. */
function tellClusters({ clusters }: Analysis, isTold: (post: number, origin: number) => boolean): string[] {
  return Array.from({ length: clusters.rows }, (_, cluster) => {
    const origin = clusters.origin.at(cluster);
    const members = Array.from(
      { length: clusters.firstMember.at(cluster + 1) - clusters.firstMember.at(cluster) },
      (_, at) => clusters.member.at(clusters.firstMember.at(cluster) + at),
    ).filter((post) => isTold(post, origin));
    return members.length === 0 ? '' : `${origin} ← ${members.join(', ')}`;
  })
    .filter((told) => told !== '')
    .sort();
}

describe('dumps to compare against', () => {
  it('have the blocks of a scan of all that stand in a new post, at all their places', () => {
    holds(({ against, all }, old) => {
      const isNew = (place: string) => Number(place.split(':')[0]) >= old;
      const expected = tellBlocks(all.built, all.found.matches).filter(({ places }) => places.some(isNew));
      expect(tellBlocks(against.built, against.found.matches)).toEqual(expected);
    });
  });

  it('change no cluster but for what is old in old', () => {
    holds(({ against, all }) => {
      const { firstNew } = against.found.posts.table;
      const isNews = (post: number, origin: number) => post >= firstNew || origin >= firstNew;
      // Posts that an old cluster would have drawn to itself by what nobody new has may gather otherwise.
      if (all.found.matches.blocks.rows !== against.found.matches.blocks.rows) return;
      expect(tellClusters(against.found, () => true)).toEqual(tellClusters(all.found, isNews));
    });
  });

  it('leave every new copy in a cluster or in a loose block', () => {
    holds(({ against: { found } }) => {
      const { blocks } = found.matches;
      const { firstNew } = found.posts.table;
      const { of, round } = found.clusters;
      const loose = new Set(looseBlocks(found));
      for (const block of allBlocks(found)) {
        const posts = [];
        for (let at = blocks.firstOccurrence.at(block); at < blocks.firstOccurrence.at(block + 1); at++)
          posts.push(found.posts.paragraphs.post.at(blocks.first.at(at)));
        expect(Math.max(...posts)).toBeGreaterThanOrEqual(firstNew);
        if (loose.has(block)) continue;
        const copies = posts.filter((post) => post >= firstNew);
        const clusters = copies.flatMap((post) => [of.at(post), round.at(post)]).filter((at) => at !== 0);
        const holdsAll = (cluster: number) =>
          copies.every((post) => of.at(post) === cluster || round.at(post) === cluster);
        expect(clusters.some(holdsAll)).toBe(true);
      }
    });
  });

  it('count in no figure', () => {
    holds(({ against: { found } }, old) => {
      const summary = summarize(found, null);
      const { firstNew, rows } = found.posts.table;
      expect(summary.posts).toBe(rows - firstNew);
      expect(summary.against).toEqual({ dumps: old, posts: firstNew });
      expect(summary.repeatedCharacters).toBeLessThanOrEqual(summary.characters);
      expect(summary.copiedCharacters).toBeLessThanOrEqual(summary.repeatedCharacters);
      expect(summary.credited + summary.uncredited).toBeLessThanOrEqual(summary.posts);
      if (summary.posts === 0)
        expect(summary).toMatchObject({ reposts: 0, clusters: 0, signatures: 0, characters: 0 });
    });
  });
});

describe('the origin', () => {
  const originOf = (old: string, fresh: string) => {
    const dumps = [readNotation(old, 'old'), readNotation(fresh, 'new')];
    const { clusters, posts } = analyzePosts(buildWritten(dumps, 1));
    return posts.table.dump.at(clusters.origin.at(0)) === 0 ? 'old' : 'new';
  };

  it('is by date where both are dated', () => {
    expect(originOf('@2024 a b', '@2025 a b')).toBe('old');
    expect(originOf('@2025 a b', '@2024 a b')).toBe('new');
  });

  it('is old where one of the two is not dated', () => {
    expect(originOf('a b', '@2020 a b')).toBe('old');
    expect(originOf('@2025 a b', 'a b')).toBe('old');
    expect(originOf('a b', 'a b')).toBe('old');
  });

  it('is the first in a total order', () => {
    const post = fc.constantFrom('a', '@2020 a', '@2021 a', '@2022 a');
    const posts = fc.array(post, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(posts, posts, (old, fresh) => {
        const dumps = [readNotation(old.join(' / '), 'old'), readNotation(fresh.join(' / '), 'new')];
        const { table } = buildWritten(dumps, 1).posts;
        const compare = orderPosts(table);
        const numbers = Array.from({ length: table.rows }, (_, at) => at);
        const inOrder = numbers.toSorted(compare);
        for (const [at, a] of inOrder.entries())
          for (const b of inOrder.slice(at + 1)) expect(Math.sign(compare(a, b))).toBe(-1);
      }),
      { seed: 43 },
    );
  });
});
