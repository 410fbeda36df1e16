/** Keys at one rung, bytes to bytes: on the fast paths where they can say, else on the ladder. */

import type { Rung } from '../model.js';
import { fromCodePoints } from './code-points.js';
import { createKeyMaker } from './key-maker.js';
import { normalizeText } from './normalize-text.js';
import { once } from './once.js';
import { END, SpacingReader, UNCLEAR } from './spacing-reader.js';

/** The key of a line, in UTF-8; its bytes hold until the next one is asked for. */
export type KeyOf = (line: Uint8Array) => Uint8Array;

/** The same, null where only the ladder knows. */
type QuickKeyOf = (line: Uint8Array) => Uint8Array | null;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** `normalizeText(line, rung)`, some ten times as fast for most lines; an invalid sequence counts as what a decoder shows for it. */
export function createKeyOf(rung: Rung): KeyOf {
  const quickly = once(() => createQuickKeyOf(rung));
  return (line) => quickly()(line) ?? encoder.encode(normalizeText(decoder.decode(line), rung));
}

function createQuickKeyOf(rung: Rung): QuickKeyOf {
  if (rung === 'exact') return () => null;
  return rung === 'spacing' ? createSpacingKeyOf() : createTypographyKeyOf();
}

function createSpacingKeyOf(): QuickKeyOf {
  const reader = new SpacingReader();
  return (line) => {
    const points: number[] = [];
    reader.open(line);
    for (let point = reader.next(); point !== END; point = reader.next()) {
      if (point === UNCLEAR) return null;
      points.push(point);
    }
    return encoder.encode(fromCodePoints(points));
  };
}

/** A key in which no link and no word of mixed scripts was folded is the same at all rungs from `typography` on. */
function createTypographyKeyOf(): QuickKeyOf {
  const maker = createKeyMaker();
  return (line) => {
    const length = maker.make(line, 0, line.length);
    return maker.plain ? maker.key.subarray(0, length) : null;
  };
}
