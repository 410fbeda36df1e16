/** The footer of a post on a channel page, `12.3K views10:00`, in one line or, as some extractors have it, in three. */
import { Cue } from '../../model.js';
import { PartCue } from './part-cue.js';

/** The page says it in English; the others are what a translated page says. */
const viewsWords: readonly string[] = [
  ...['views', 'view'], // en
  ...['просмотров', 'просмотра', 'просмотр'], // ru
  ...['переглядів', 'перегляди', 'перегляд'], // uk
  ...['праглядаў', 'прагляды', 'прагляд'], // be
  ...['Aufrufe', 'Aufruf'], // de
  ...['visualizaciones', 'visualización'], // es
  ...['visualitzacions', 'visualització'], // ca
  ...['vues', 'vue'], // fr
  ...['visualizzazioni', 'visualizzazione'], // it
  ...['visualizações', 'visualização'], // pt-BR
  ...['weergaven', 'weergave'], // nl
  ...['wyświetleń', 'wyświetlenia', 'wyświetlenie'], // pl
  'görüntülenme', // tr
  'tayangan', // id
  ...['مشاهدات', 'مشاهدة'], // ar
  'بازدید', // fa
];

/** As the apps mark a post that was changed. */
const editedWords: readonly string[] = [
  'edited', // en
  'изменено', // ru
  'ред.', // uk
  'адрэдагавана', // be
  'bearbeitet', // de
  'editado', // es, pt-BR
  'editat', // ca
  'editada', // pt-BR
  'modifié', // fr
  'modificato', // it
  'gewijzigd', // nl
  'edytowano', // pl
  'düzenlendi', // tr
  'diedit', // id
  'معدلة', // ar
  'ویرایش شده', // fa
];

/** What a part of a footer may end with that is no digit. */
export const footerEnds: readonly string[] = [...viewsWords, ...editedWords];

const SPACE = '[ \\u00a0\\u202f]';
const COUNT = `\\d[\\d.,]{0,8}(?:${SPACE}\\d{3}){0,3}(?:[KMB]|${SPACE}(?:тыс|тис|млн|mil|mln|Tsd|Mio)\\.?)?`;
const TIME = `\\d{1,2}:\\d{2}(?:${SPACE}?[AP]M)?`;
/** An author's name may be glued to it, the rest of a longer word may not. */
const WORD = `(?:${viewsWords.join('|')})(?!\\p{Ll})`;
const EDITED = `(?:${editedWords.join('|').replaceAll('.', '\\.')})`;
/** Who posted; no sentence that goes on to a time. */
const AUTHOR = `(?!\\p{Ll}).{1,64}?,${SPACE}{0,2}`;

const VIEWS = new RegExp(
  `^${COUNT}${SPACE}?${WORD}(?:,?${SPACE}?(?:${AUTHOR})?(?:${EDITED}${SPACE}{0,2})?${TIME})?$`,
  'u',
);
const EYE = new RegExp(`^👁\\ufe0f?${SPACE}?${COUNT}(?:${SPACE}{1,3}(?:${EDITED}${SPACE})?${TIME})?$`, 'u');

const PARTS: readonly (readonly [number, RegExp])[] = [
  [PartCue.count, new RegExp(`^${COUNT}$`, 'u')],
  [PartCue.time, new RegExp(`^${TIME}$`, 'u')],
  [PartCue.viewsWord, new RegExp(`^${WORD}$`, 'u')],
  [PartCue.edited, new RegExp(`^(?:,${SPACE}{0,2}${EDITED}?|${EDITED})$`, 'u')],
];
const LONGEST_PART = 24;

/** The cue of a line that is a footer or a part of one; none for any other. */
export function readFooter(line: string): number {
  if (VIEWS.test(line) || EYE.test(line)) return Cue.views;
  if (line.length > LONGEST_PART) return Cue.none;
  return PARTS.find(([, pattern]) => pattern.test(line))?.[0] ?? Cue.none;
}
