// Promises: posts gather round the earliest post whose text they share, each compared with that one alone, and each
// told with its credit. How much they share is told in coverage.test.ts; the notation is that of build-posts.ts.

import { describe, expect, it } from 'vitest';
import { clustersOf, reportPosts, tellClusters } from './report-posts.js';

describe('clusters', () => {
  it('do not chain: members are compared with the origin alone', () => {
    expect(tellClusters('a h / h o / o v')).toEqual(['1.1 ← 1.2 overlaps']);
  });

  it('tell who copied a long post, even where it holds all of a short one that stood before', () => {
    expect(tellClusters('h', 'h o p q', 'h o p q', 'h v w x')).toEqual([
      '2.1 ← 3.1 identical',
      '1.1 ← 2.1 contains, 4.1 contains',
    ]);
  });

  it('tell of a short post that a long one holds beside parts of several others', () => {
    expect(tellClusters('A M N', 'B O P', 'C Q R', 'D T U', 's', 'A B C D s')).toEqual([
      '5.1 ← 6.1 contains',
    ]);
  });

  it('are not made by a line that otherwise different posts share', () => {
    expect(tellClusters('A z', 'B z', 'C z', 'D z', 'E z', 'F z')).toEqual([]);
  });

  it('are not made by a signature', () => {
    expect(tellClusters('a z / b z / c z / z')).toEqual([]);
  });

  it('hold every copy of a text once, however many there are', () => {
    const [cluster, ...others] = clustersOf(new Array<string>(1000).fill('a b').join('/'));
    expect(others).toEqual([]);
    expect(new Set(cluster?.members.toJSON().map((member) => member.post)).size).toBe(999);
  });

  it('are told with the most shared text first', () => {
    expect(tellClusters('a / b c / b c / a / d e f / d e f')).toEqual([
      '1.5 ← 1.6 identical',
      '1.2 ← 1.3 identical',
      '1.1 ← 1.4 identical',
    ]);
  });
});

describe('the origin', () => {
  it('is the earliest by date, wherever it stands', () => {
    const [cluster] = clustersOf('@2025-05-03 a / @2025-05-01 a', '@2025-05-02 a');
    expect(cluster).toMatchObject({
      origin: { dump: '1', post: 2, date: '2025-05-01T00:00:00' },
      originBy: 'date',
    });
    expect(cluster?.members.toJSON().map((member) => member.date)).toEqual([
      '2025-05-02T00:00:00',
      '2025-05-03T00:00:00',
    ]);
  });

  it('is the first read where no post is dated', () => {
    const [cluster] = clustersOf('b / a', 'a');
    expect(cluster).toMatchObject({ origin: { dump: '1', post: 2, date: null }, originBy: 'order' });
  });

  it('is a dated post before an undated one, whichever was read first; how many have no date is told', () => {
    const [cluster] = clustersOf('a', '@2025-05-01 a');
    expect(cluster).toMatchObject({ origin: { dump: '2' }, originBy: 'date', undated: 1 });
    expect(clustersOf('a', 'a')).toMatchObject([{ originBy: 'order', undated: 2 }]);
    expect(clustersOf('@2025-05-01 a', '@2025-05-01 a')).toMatchObject([{ originBy: 'date', undated: 0 }]);
  });

  it('is the earliest of those that share as much, whatever stands first in the copy', () => {
    expect(tellClusters('@2025-05-02 a x', '@2025-05-01 h y', '@2025-05-03 a h')).toEqual([
      '2.1 ← 3.1 overlaps',
    ]);
  });

  it('is the first read of two with the same date', () => {
    expect(tellClusters('@2025-05-01 a / @2025-05-01 a')).toEqual(['1.1 ← 1.2 identical']);
  });

  it('is the one of them that is no forward', () => {
    expect(tellClusters('@2025-05-01 >Zoe a', '@2025-05-01 =Zoe a')).toEqual(['2.1 ← 1.1 identical']);
  });
});

describe('credit', () => {
  const report = reportPosts(
    '=Gazette a b',
    '=Herald >Gazette a b / =Herald c',
    '=Copycat a b',
    '=Gazette a b / =Gazette d',
  );

  it('is given by a post that declares a forward', () => {
    const [cluster] = [...report.clusters()];
    expect(cluster?.members.toJSON()).toMatchObject([
      { source: 'Herald', credited: true, credit: 'credited', forwardedFrom: 'Gazette' },
      { source: 'Copycat', credited: false, credit: 'uncredited', forwardedFrom: null },
      { source: 'Gazette', credited: false, credit: 'own' },
    ]);
  });

  it('is counted by posts that hold text of another source', () => {
    expect(report.summary).toMatchObject({ credited: 1, uncredited: 1, forwards: 1 });
  });

  it('is given by whoever credits another for what was its own before, not by a forward of an own post', () => {
    const again = reportPosts('=Gazette a b', '=Gazette >Herald a b / =Gazette >Gazette a b / =Gazette a b');
    const [cluster] = [...again.clusters()];
    expect(cluster?.members.toJSON().map(({ credit }) => credit)).toEqual(['credited', 'own', 'own']);
    expect(again.summary).toMatchObject({ credited: 1, uncredited: 0, forwards: 2 });
  });

  it('shows in the roles of a block', () => {
    const [block] = [...report.blocks()];
    expect(block?.occurrences.toJSON().map((place) => place.role)).toEqual([
      'origin',
      'forward',
      'copy',
      'copy',
    ]);
  });
});
