/** Text shortened to a width in columns, without splitting what people see as one character. */
import measureWidth from 'fast-string-truncated-width';
import { escapeProse } from './escape-text.js';

/** Made when first needed: it takes as long as to read a small dump. */
let graphemes: Intl.Segmenter | undefined;

/** Nothing worth showing in a column needs more UTF-16 units: a line of megabytes is not looked through for its first words. */
const UNITS_PER_COLUMN = 16;

/**
 * Characters that are one each, and of a known width, unless what is behind joins them: Latin, Greek and Cyrillic without
 * marks of their own, quotes, dashes; Han, Kana, and what stands between them. Most text is nothing else, and needs no
 * tables to be measured.
 */
const PLAIN = String.raw`\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u0482\u048a-\u052f\u2010-\u2027\u3001-\u3007\u300a-\u3011\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60`;
/** Behind it stands what does not join it. */
const PARTED = String.raw`(?=[${PLAIN}\p{ExtPict}\p{RI}]|$)`;
const known = new RegExp(`(?:[${PLAIN}]${PARTED})*`, 'uy');
/** A picture, in one of its forms, of one of its colours. */
const PICTURE = String.raw`\p{ExtPict}[\ufe0f\u20e3\p{EMod}]*`;
/** A flag, a keycap, or an emoji of one picture or more (UAX #29): of what is not plain, all that most dumps have. */
const emoji = new RegExp(
  String.raw`(?:\p{RI}{2}|[\d#*]\ufe0f?\u20e3|${PICTURE}(?:\u200d${PICTURE})*)${PARTED}`,
  'uy',
);
/** The first plain one that takes two columns. */
const FIRST_WIDE = 0x3001;

/** Those of them that take one column, before and behind escaping. */
const narrow = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u0482\u048a-\u052f\u2010-\u2027]*$/;
/** So far from the end of what is escaped, what stands behind it may still have a say. */
const NEAR_END = 8;

/** Shows `text`, escaped, in at most `width` columns, with `…` where it was shortened. */
export function excerpt(text: string, width: number): string {
  const head = text.slice(0, 2 * width);
  if (narrow.test(head)) {
    const shown = escapeProse(head);
    if (text.length <= head.length && shown.length <= width) return shown;
    if (shown.length >= width + NEAR_END) return cut(shown, width - 1);
  }
  return excerptOfAny(text, width);
}

function excerptOfAny(text: string, width: number): string {
  const beginning = text.slice(0, width * UNITS_PER_COLUMN);
  const shown = escapeProse(beginning);
  // What may fit is measured as a whole: a few emoji are not worth a segmenter.
  if (text.length <= 2 * width && measureWidth(shown).width <= width) return shown;
  let kept = 0;
  for (const { end, columns } of measureCharacters(shown)) {
    if (columns < width) kept = end;
    if (columns > width) return cut(shown, kept);
  }
  return beginning.length === text.length ? shown : cut(shown, kept);
}

function cut(shown: string, kept: number): string {
  return `${shown.slice(0, kept).trimEnd()}…`;
}

/** Where each character ends, and how many columns it and those before it take; one object is reused. */
function* measureCharacters(text: string): Generator<{ readonly end: number; readonly columns: number }> {
  const place = { end: 0, columns: 0 };
  let characters: Intl.Segments | undefined;
  const segmentAt = (at: number): string => {
    graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    characters ??= graphemes.segment(text);
    return characters.containing(at)?.segment ?? '';
  };
  while (place.end < text.length) {
    known.lastIndex = place.end;
    known.test(text);
    const sure = known.lastIndex;
    while (place.end < sure) {
      place.columns += text.charCodeAt(place.end) < FIRST_WIDE ? 1 : 2;
      place.end += 1;
      yield place;
    }
    if (place.end === text.length) return;
    emoji.lastIndex = place.end;
    const segment = emoji.exec(text)?.[0] ?? segmentAt(place.end);
    place.columns += measureWidth(segment).width;
    place.end += segment.length;
    yield place;
  }
}
