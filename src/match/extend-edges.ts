/** Law 2 of a block for short paragraphs, which make no block but may stand at its edges: see find-blocks.ts. */
import { Skip, type WritableColumn } from '../model.js';
import type { Blocks, Compared } from './compared.js';

const NONE = 0xffffffff;

/** A short paragraph that stands beside a block at every occurrence, and nowhere else, joins it. */
export function extendEdges(of: Compared, blocks: Blocks): void {
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence.at(block);
    const end = blocks.firstOccurrence.at(block + 1);
    while (extendEdge(of, { edges: blocks.last, from, end }, 1));
    while (extendEdge(of, { edges: blocks.first, from, end }, -1));
  }
}

/** Moves the edges `[from, end)` by one short paragraph each, or none and returns false. */
function extendEdge(
  { posts, groups, skip }: Compared,
  { edges, from, end }: { edges: WritableColumn; from: number; end: number },
  step: 1 | -1,
): boolean {
  const beside = (paragraph: number): number => {
    let at = paragraph + step;
    while (at >= 0 && skip.at(at) === Skip.empty) at += step;
    if (at < 0 || skip.at(at) !== Skip.short) return NONE;
    return posts.paragraphs.post.at(at) === posts.paragraphs.post.at(paragraph) ? at : NONE;
  };
  const start = beside(edges.at(from));
  if (start === NONE || groups.size.at(groups.of.at(start)) !== end - from) return false;
  for (let edge = from; edge < end; edge++) {
    const at = beside(edges.at(edge));
    if (at === NONE || groups.of.at(at) !== groups.of.at(start)) return false;
  }
  for (let edge = from; edge < end; edge++) edges.set(edge, beside(edges.at(edge)));
  return true;
}
