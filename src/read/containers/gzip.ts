/** gzip, by Node's own zlib. */
import { createGunzip } from 'node:zlib';
import { type Bytes, piecesOf } from '../bytes.js';
import { feedZlib } from './feed-zlib.js';

/** All members, one after the other. */
export function unpackGzip(packed: Bytes): AsyncGenerator<Uint8Array> {
  return feedZlib(createGunzip(), piecesOf(packed));
}
