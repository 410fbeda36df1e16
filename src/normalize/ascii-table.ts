/** ASCII for the fast path, written out: a dump of plain English needs no Unicode table at all. */

/** For each byte: the folded letter or digit, or 0 for every other byte. */
export const asciiLetters: Uint8Array = makeLetters();

/** What an ASCII character other than a letter or digit does. */
export const asciiKind = {
  space: 0,
  point: 1,
  dash: 2,
  closer: 3,
  token: 4,
  colon: 5,
  slash: 6,
  ampersand: 7,
} as const;

/** For each ASCII code its kind; letters and digits are never looked up here. */
export const asciiKinds: Uint8Array = makeKinds();

function makeLetters(): Uint8Array {
  const letters = new Uint8Array(256);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const code = letter.charCodeAt(0);
    letters[code] = code;
    letters[code - 0x20] = code;
  }
  for (let digit = 0x30; digit <= 0x39; digit++) letters[digit] = digit;
  return letters;
}

function makeKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  const set = (characters: string, kind: number) => {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  };
  set('.,', asciiKind.point);
  set('-', asciiKind.dash);
  set(')]}', asciiKind.closer);
  set('%$', asciiKind.token);
  set(':', asciiKind.colon);
  set('/', asciiKind.slash);
  set('&', asciiKind.ampersand);
  return kinds;
}
