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

/** Of {@link asciiWords}: is, or becomes, a space. */
const blankFlag = 0x100;

/** Of {@link asciiWords}, beside `blankFlag`: becomes a space only when white space follows. */
export const markFlag = 0x200;

/** Of {@link asciiWords}, beside `blankFlag`: white space, which ends links. */
const whiteFlag = 0x400;

/** For each byte: the folded letter or digit, or a space with its flags, or 0 for what needs a look around. */
export const asciiWords: Uint16Array = makeWords();

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

function makeWords(): Uint16Array {
  const words = Uint16Array.from(asciiLetters, (letter, byte) => {
    if (letter !== 0) return letter;
    if (asciiKinds[byte] !== asciiKind.space) return 0;
    return 0x20 | blankFlag | (byte <= 0x20 ? whiteFlag : 0);
  });
  for (const mark of '.,:') words[mark.charCodeAt(0)] = 0x20 | blankFlag | markFlag;
  return words;
}
