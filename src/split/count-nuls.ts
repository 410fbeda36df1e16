/** Counts NUL bytes: no text has them, and a dump with a few is read all the same. */
export function countNuls(bytes: Uint8Array): number {
  // A search of Buffer's is 30 times as fast as one of Uint8Array's, and mostly there is none to be found.
  const first = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(0);
  if (first < 0) return 0;
  let count = 0;
  for (let at = first; at < bytes.length; at++) if (bytes[at] === 0) count += 1;
  return count;
}
