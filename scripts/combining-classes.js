// Canonical combining classes of every mark, as the engine that runs this script knows them.

const lastPoint = 0x10ffff;

/** @param {number} point */
const isSurrogate = (point) => point >= 0xd800 && point <= 0xdfff;

/**
 * Canonical combining classes, found without a table: the engine does not tell them, but orders by them. Two
 * marks stand in one class when neither order of them changes; so each class has one known mark to compare with.
 */
export function combiningClasses() {
  const classOf = new Map();
  for (let point = 0; point <= lastPoint; point++) {
    if (isSurrogate(point) || !/\p{M}/u.test(String.fromCodePoint(point))) continue;
    if (String.fromCodePoint(point).normalize('NFKD') !== String.fromCodePoint(point)) continue;
    const found = combiningClass(point);
    if (found !== 0) classOf.set(point, found);
  }
  return classOf;
}

/** One mark of each combining class that has one, as class:mark, the mark in hexadecimal: none of them decomposes. */
const knownMarks = [
  '1:334 6:16ff0 7:93c 8:3099 9:94d 10:5b0 11:5b1 12:5b2 13:5b3 14:5b4 15:5b5 16:5b6 17:5b7 18:5b8',
  '19:5b9 20:5bb 21:5bc 22:5bd 23:5bf 24:5c1 25:5c2 26:fb1e 27:64b 28:64c 29:64d 30:64e 31:64f',
  '32:650 33:651 34:652 35:670 36:711 84:c55 91:c56 103:e38 107:e48 118:eb8 122:ec8 129:f71 130:f72',
  '132:f74 202:321 214:1dce 216:31b 218:302a 220:316 222:59a 224:302e 226:1d16d 228:5ae 230:300',
  '232:315 233:35c 234:35d 240:345',
]
  .flatMap((line) => line.split(' '))
  .map((known) => known.split(':'))
  .map(([found = '', mark = '']) => [Number(found), Number.parseInt(mark, 16)]);

/** @param {number} point */
function combiningClass(point) {
  // A starter neither moves before the highest class nor lets the lowest one move before it.
  if (!reorders(0x345, point) && !reorders(point, 0x334)) return 0;
  const found = knownMarks.find(([, mark]) => !reorders(mark ?? 0, point) && !reorders(point, mark ?? 0));
  if (found === undefined) throw new Error(`Unknown combining class of U+${point.toString(16)}`);
  return found[0] ?? 0;
}

/** @param {number} before @param {number} after */
function reorders(before, after) {
  const pair = String.fromCodePoint(before, after);
  return pair.normalize('NFD') !== pair;
}
