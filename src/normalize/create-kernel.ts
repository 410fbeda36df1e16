/**
 * The kernel (src/kernel): whole pieces of a dump to rows, normalized and fingerprinted in WebAssembly. It knows what
 * is frequent; what it meets for the first time it asks here, and a line that needs the ladder is measured here.
 */

import type { LineKernel, LineMeter } from '../model.js';
import { asciiKinds } from './ascii-table.js';
import { droppedParameters } from './canonical-link.js';
import { actionKind, createCharacterActions, learnAction, payloadShift } from './character-actions.js';
import { joinMark, markFlags } from './join-mark.js';
import { linkBeginEnds, linkBegins, linkTrims } from './link-token.js';

/** PlaceInBoth in the module's memory: see src/kernel/memory-map.ts. */
type PlaceInBoth = Readonly<
  Record<
    | 'ACTIONS'
    | 'ANSWER'
    | 'ASCII_KINDS'
    | 'BYTES'
    | 'CHARACTERS'
    | 'FIRST_PAIRS'
    | 'GAPS'
    | 'HEADS'
    | 'HIGHS'
    | 'INPUT'
    | 'INPUT_BYTES'
    | 'LAST_PAIRS'
    | 'LINES'
    | 'LINK_BEGINS'
    | 'LINK_BEGIN_BYTES'
    | 'LINK_ENDS'
    | 'LINK_PARAMETERS'
    | 'LINK_PARAMETER_BYTES'
    | 'LINK_SHOWN'
    | 'LINK_TRIMS'
    | 'LINK_WRITTEN'
    | 'LOWS'
    | 'MAY_BE_CUES'
    | 'MOST_ROWS'
    | 'POOL'
    | 'POOL_BYTES'
    | 'SECOND_PAIRS'
    | 'STARTS'
    | 'WEIGHTS',
    WebAssembly.Global
  >
>;

/** What the module exports: see src/kernel/kernel.ts. */
interface Exports extends PlaceInBoth {
  readonly memory: WebAssembly.Memory;
  readonly prepare: () => void;
  readonly begin: (line: number, blanks: number) => void;
  readonly forget: () => void;
  readonly lastLineEnd: (from: number, end: number) => number;
  readonly scanLines: (from: number, limit: number, base: number) => number;
  readonly rows: WebAssembly.Global;
  readonly lines: WebAssembly.Global;
  readonly gap: WebAssembly.Global;
  readonly invalid: WebAssembly.Global;
}

/** For each pair of bytes that a line begins with, first or second, or ends with, whether a cue may: see split/cues/cue-pairs.ts. */
export interface CuePairs {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly last: Uint8Array;
}

/** Bytes that hold a letter and more marks than any letter has. */
const LONGEST_LETTER = 64;

/** Makes a kernel of its compiled module; `meter` measures what the kernel leaves to it. */
export function createKernel(module: WebAssembly.Module, meter: LineMeter, pairs: CuePairs): LineKernel {
  const actions = createCharacterActions();
  const { exports: kernel } = new WebAssembly.Instance<Exports>(module, {
    host: {
      learn: (point: number) => learn(point),
      join: (_raw: number, before: number, _mark: number, start: number, end: number) =>
        joinMark(before, textBehind(bytes, start, end)),
      measure: (start: number, end: number) => measure(start, end),
    },
  });
  const { buffer } = kernel.memory;
  const placeOf = (name: keyof PlaceInBoth): number => kernel[name].value;
  const bytes = new Uint8Array(buffer);
  const table = new Uint32Array(buffer, placeOf('ACTIONS'), actions.table.length);
  const poolAt = placeOf('POOL');
  const poolBytes = placeOf('POOL_BYTES');
  const answer = new Uint32Array(buffer, placeOf('ANSWER'), 8);
  const mostRows = placeOf('MOST_ROWS');
  const inputAt = placeOf('INPUT');

  const learn = (point: number): void => {
    const action = learnAction(actions, point);
    const from = action >> payloadShift;
    const kind = action & 0xf;
    const isText = kind === actionKind.map || kind === actionKind.token;
    const end = isText ? from + 3 + (actions.pool[from] ?? 0) : 0;
    const flags = kind === actionKind.mark ? markFlags(point) : 0;
    table[point] = end > poolBytes ? actionKind.exact : action | flags;
    if (end <= poolBytes)
      bytes.set(actions.pool.subarray(isText ? from : 0, end), poolAt + (isText ? from : 0));
  };
  const measure = (start: number, end: number): void => {
    meter.measure(bytes, start, end);
    const { low, high, characters, weight, head, invalidBytes, visible } = meter;
    answer.set([low, high, characters, weight, head, invalidBytes, Number(visible)]);
  };

  kernel.prepare();
  bytes.set(asciiKinds, placeOf('ASCII_KINDS'));
  bytes.set(linkBeginEnds, placeOf('LINK_ENDS'));
  bytes.set(pairs.first, placeOf('FIRST_PAIRS'));
  bytes.set(pairs.second, placeOf('SECOND_PAIRS'));
  bytes.set(pairs.last, placeOf('LAST_PAIRS'));
  linkBegins().forEach(({ shown, written, mark, isHost, isRare }, index) => {
    const at = placeOf('LINK_BEGINS') + index * placeOf('LINK_BEGIN_BYTES');
    bytes.set([shown.length, mark, isRare ? 0 : written.length, Number(isHost && !isRare)], at);
    bytes.set(shown, at + placeOf('LINK_SHOWN'));
    bytes.set(written, at + placeOf('LINK_WRITTEN'));
  });
  droppedParameters().forEach(({ name, ofTelegram }, index) => {
    const at = placeOf('LINK_PARAMETERS') + index * placeOf('LINK_PARAMETER_BYTES');
    bytes.set([name.length, Number(ofTelegram)], at);
    bytes.set(encoder.encode(name), at + 2);
  });
  bytes.set(linkTrims, placeOf('LINK_TRIMS'));
  const words = (name: keyof PlaceInBoth) => new Uint32Array(buffer, placeOf(name), mostRows);
  return {
    input: bytes.subarray(inputAt, inputAt + placeOf('INPUT_BYTES')),
    begin: kernel.begin,
    forget: kernel.forget,
    lastLineEnd: (from, end) => kernel.lastLineEnd(inputAt + from, inputAt + end) - inputAt,
    scan: (from, limit, base) => kernel.scanLines(inputAt + from, inputAt + limit, base) - inputAt,
    get rows() {
      return kernel.rows.value;
    },
    get lines() {
      return kernel.lines.value;
    },
    get gap() {
      return kernel.gap.value;
    },
    get invalidBytes() {
      return kernel.invalid.value;
    },
    columns: {
      start: words('STARTS'),
      bytes: words('BYTES'),
      line: words('LINES'),
      low: words('LOWS'),
      high: words('HIGHS'),
      characters: words('CHARACTERS'),
      head: words('HEADS'),
      weight: new Uint16Array(buffer, placeOf('WEIGHTS'), mostRows),
      gap: new Uint8Array(buffer, placeOf('GAPS'), mostRows),
      mayBeCue: new Uint8Array(buffer, placeOf('MAY_BE_CUES'), mostRows),
    },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The end of a text, enough of it for a letter with all its marks. */
function textBehind(bytes: Uint8Array, start: number, end: number): string {
  let from = Math.max(start, end - LONGEST_LETTER);
  while (from > start && ((bytes[from] ?? 0) & 0xc0) === 0x80) from -= 1;
  return decoder.decode(bytes.subarray(from, end));
}
