/** Random texts out of the characters, entities and links that normalization finds hardest. */

import fc from 'fast-check';

const pieces = [
  ...' .,-:/&;#@_*()[]{}<>"\'!?%$+=~`|\\^0159azAZe',
  ...'еЕёЁоОаисСіІһяЯйЙѐӗўєɯ',
  ...'éÉñßẞøıİſΣσςΐǰŉﬁﬃ™№ℹ½①⑩⒈⑴㎡Ａｂ１．，：／＆％－＂',
  ...'\u0300\u0301\u0306\u0308\u0316\u0323\u0327\u0338\u0345\u0334\u20dd\u20e3\u031b',
  ...'\u1100\u1161\u11a8\uac00\uac01\ud7a3\u3131\uffa1\u3164\u115f',
  ...'👍🏽👩💻🇷🇺1️⃣❤️➖•…‥—–−‐«»“”‘’´¨·€£₽￥‰٪',
  ...'\u200b\u200d\u200c\ufe0f\u2060\u00ad\ufeff\u061c\u034f\u2800\u00a0\u3000\u202f\u1680\u2028\u0085\t\r\0\u001b\u007f',
  ...'汉字中。、日本ひらがなガｶﾞ゛ไทยน้ำก็हिन्दीक़ड़าािอ',
  ...'عربيةَّآﷺﷲ٣٫٥ΑΩὰᾴ\u{1d400}\u{1f170}\u{e0041}\u{10ffff}\u0378\ue000\ufffd\u{16d63}\u{16d67}\u09c7\u09be',
  '&amp;',
  '&amp;amp;',
  '&lt;',
  '&quot;',
  '&#39;',
  '&#039;',
  '&nbsp;',
  'http',
  'https',
  'http://',
  'https://',
  'www.',
  'www',
  'tg://resolve?domain=abc&post=5',
  't.me/',
  't me/',
  'т.website/',
  'xn--r1a.website/s/',
  'telegram.me',
  'example.com/',
  '?utm_source=x&a=1',
  '&fbclid=1',
  '#part',
  'Сolonial',
  'слово',
  'word',
  '3.5',
  '-5',
];

const alphabet = fc.constantFrom(...pieces);
const randomPoint = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((point) => (point >= 0xd800 && point <= 0xdfff ? ' ' : String.fromCodePoint(point)));
const piece = fc.oneof({ weight: 30, arbitrary: alphabet }, { weight: 1, arbitrary: randomPoint });
/** Short texts, made of what has been got wrong before. */
export const nastyText = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
