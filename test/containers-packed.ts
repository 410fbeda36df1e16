// Promises: what is packed, ready made where Node cannot pack it: `original` of dumps.ts, and a text that swells. And
// archives, and reading them without the rest of the program.

import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { loadHasher } from '../src/fingerprint/load-hasher.js';
import type { LeftOutDump } from '../src/read/left-out.js';
import { defaultLimits, type Limits } from '../src/read/limits.js';
import { openDumps } from '../src/read/open-dumps.js';
import { tempFolder } from './temp-folder.js';

const unpackBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** {@link original}, as `bzip2`, `xz` and `zstd -19` pack it. */
export const packedOriginal = {
  bzip2: unpackBase64(
    'QlpoOTFBWSZTWaaaS4EAABZXgAAQQAcBAAwAP+/fYCAAlA1PSZAmU9TaQHqeUKzSaQND1AG1MkTMuaUswNtEeNkBSEkh06vqs5gKlB62xkZQ8zAqc0C' +
      'cobg90eN6vpljGJWT4IuZAg3pxCQMe1nlGR5pj1tXKGvCclUGv1MH3TBfR1hlV2jYt11fExEuPA5eLYbVkZUnutP4u5IpwoSFNNJcCA==',
  ),
  xz: unpackBase64(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AC0AJhdACoaCKIC+/nvjAh2trvBqF8f95y0fpSHUD05VjFNJBoLujTO0UCHkIBmbS9MCPYiya/46rI5gzy' +
      'rjzgr8KPGZCg3Nv2Gq6PXgsWf+lN09eljEXJgS5xglhRe+PvFzpE+wZfpJ3psbmrRmPNCJRT8G81N9S4ow9035GJ+cIpyUl+JWBIEhyChAYlbPLTZ3U' +
      '5iYa578LfcftxAAP+xWDC8mPmaAAG0AbUBAACReABUscRn+wIAAAAABFla',
  ),
  zstd: unpackBase64(
    'KLUv/SS1/QMAYoocFpA7B0AjQsFK3Gz8GHYzQL8TVmxsVZRIUI5sh5Pd17kG8M7Xz/Axk5cgQ80FmR+2XlIR6xnjL2eXvK2leu11QEhw6bBq6ad3fEw' +
      'rTF7mbn3M4LkjQ1+Tr18FEl5S2BDG9Gqm8jrmxTPpb5PLrYQ1fxUBAwQCZQgz2I/TDC9NIBA=',
  ),
} as const;

/** A megabyte of `barrel\n`, 150,000 times, in some hundred bytes. */
export const packedBarrels = {
  bzip2: unpackBase64(
    'QlpoOTFBWSZTWX2/PZIC8VTBgAAQMgQQACAAcDABNVDJlQqIPKFRB2oVEGaoVEHKhUQcUKiDVCog+YoKyTKaySh3K/gFO3YMAACBkCCAAQADgYAJqpo' +
      '09UIUuiIUsEQpaIhS5oiFLBEKWiIUvi7kinChIbzhPLY=',
  ),
  xz: unpackBase64(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj8AWPAOFdADEYSr3xLTAFQMYd00hGWVLJQMg0GdPJQRnF75LiyjpDekTHglhkGDdbh8gQ4ydOTfHBi1RFIvV' +
      'NyLBWloandUhGvgGvoV5bR78yov36s6Qihfpeioe6Z/Mjz/pQhvBi6XasWeTlWwUI+cfarfz7Uit0zR5bIEL53VM9+ClkCTuAyyps37U78MS9Ll+qDz' +
      '5LZkKQEw7/EJP4cXhZ+AvN/5UoRg+p/Hze+5owLlbAj4Xzg4HAZcQlU/j1kTYxBaWw7m/BcE1HDNGREaqtYB26zrEnGFxZhulmUli+6XZ5vqaRAAAAA' +
      'AB7X8LpVb15fwAB/QGQi0AAaq1g97HEZ/sCAAAAAARZWg==',
  ),
  zstd: runsOf('a', 8, 128 * 1024),
} as const;

/** A zstd frame of `blocks` blocks, each of which says: `length` times this byte. */
export function runsOf(letter: string, blocks: number, length: number): Uint8Array {
  const run = (last: boolean) => {
    const header = Buffer.alloc(4);
    header.writeUInt32LE(length * 8 + 2 + Number(last));
    header[3] = letter.charCodeAt(0);
    return header;
  };
  // No size is told; the window is 1 KiB times 2 to the seventh.
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3]);
  return Buffer.concat([frame, ...Array.from({ length: blocks }, (_, at) => run(at === blocks - 1))]);
}

/** What a member of an archive says of itself that is not so. */
export interface MemberFlaws {
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly crc?: number;
}

/** A zip archive with `members`; each is deflated. */
export function zip(
  members: Readonly<Record<string, string | Uint8Array>>,
  flaws: MemberFlaws = {},
): Uint8Array {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800 + Number(flaws.encrypted ?? false), 2);
    facts.writeUInt16LE(flaws.method ?? 8, 4);
    facts.writeUInt32LE(flaws.crc ?? crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, path, packed]);
    files.push(file);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, path]));
    offset += file.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), end]);
}

/** What was read of a dump, and what was told of it. */
export interface ReadText {
  readonly path: string;
  readonly text: string;
  readonly encoding: string;
  readonly by: string;
  readonly problem: string | null;
}

/** Reads the dumps that a file of `bytes` holds. */
export async function readPacked(
  bytes: string | Uint8Array,
  asked: Partial<Limits> & { encoding?: string } = {},
): Promise<{ dumps: readonly ReadText[]; leftOut: readonly LeftOutDump[] }> {
  const file = join(await tempFolder({ dump: bytes }), 'dump');
  const { encoding = null, ...limits } = asked;
  const hasher = await loadHasher();
  const options = { encoding, limits: { ...defaultLimits, ...limits }, createHash: () => hasher.stream() };
  const dumps: ReadText[] = [];
  const leftOut: LeftOutDump[] = [];
  for await (const open of openDumps({ path: 'dump', file, named: true, against: false }, options)) {
    if ('reason' in open) {
      leftOut.push(open);
      continue;
    }
    const { path } = open;
    const read = await readWhole(open);
    dumps.push({ path, encoding: open.encoding.encoding, by: open.encoding.by, ...read });
    await open.close();
  }
  return { dumps, leftOut };
}

async function readWhole(open: { read(target: Uint8Array, offset: number): Promise<number> }) {
  const pieces: Buffer[] = [];
  let problem: string | null = null;
  try {
    for (;;) {
      const piece = Buffer.alloc(64 * 1024);
      const count = await open.read(piece, 0);
      if (count === 0) break;
      pieces.push(piece.subarray(0, count));
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  return { text: Buffer.concat(pieces).toString(), problem };
}
