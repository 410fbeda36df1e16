/** The names of the months, as dates are written with them: in the case that stands behind a day, too. */

/** By month, from January on: en; ru; uk; be; de; es, ca; fr; it; pt; nl; pl; tr; cs; sk; hu; fi; sv; nb; id, ms. */
const FULL: readonly string[] = [
  'january январь января січень січня студзень студзеня januar jänner enero gener janvier gennaio janeiro januari styczeń stycznia ocak leden ledna január januára tammikuu tammikuuta',
  'february февраль февраля лютий лютого люты лютага februar febrero febrer février febbraio fevereiro februari luty lutego şubat únor února február februára helmikuu helmikuuta',
  'march март марта березень березня сакавік сакавіка märz marzo març mars março maart marzec marca mart březen března marec március maaliskuu maaliskuuta maret',
  'april апрель апреля квітень квітня красавік красавіка abril avril aprile kwiecień kwietnia nisan duben dubna apríl apríla április huhtikuu huhtikuuta',
  'may май мая травень травня mai mayo maig maggio maio mei maj maja mayıs květen května máj mája május toukokuu toukokuuta',
  'june июнь июня червень червня чэрвень чэрвеня juni junio juny juin giugno junho czerwiec czerwca haziran červen června jún júna június kesäkuu kesäkuuta jun',
  'july июль июля липень липня ліпень ліпеня juli julio juliol juillet luglio julho lipiec lipca temmuz červenec července júl júla július heinäkuu heinäkuuta julai',
  'august август августа серпень серпня жнівень жніўня agosto agost août augustus sierpień sierpnia ağustos srpen srpna augusta augusztus elokuu elokuuta augusti agustus ogos',
  'september сентябрь сентября вересень вересня верасень верасня septiembre setembre septembre settembre setembro wrzesień września eylül září septembra szeptember syyskuu syyskuuta',
  'october октябрь октября жовтень жовтня кастрычнік кастрычніка oktober octubre octobre ottobre outubro październik października ekim říjen října október októbra lokakuu lokakuuta',
  'november ноябрь ноября листопад листопада лістапад лістапада noviembre novembre novembro listopad listopada kasım november novembra marraskuu marraskuuta',
  'december декабрь декабря грудень грудня снежань снежня dezember diciembre desembre décembre dicembre dezembro grudzień grudnia aralık prosinec prosince decembra joulukuu joulukuuta desember disember',
];

/** Cut short, as forms of the same languages have it; a full stop may stand behind. */
const SHORT: readonly string[] = [
  'jan янв січ ene gen janv sty',
  'feb февр фев лют févr fev lut',
  'mar мар бер mrt',
  'apr апр квіт кві abr avr kwi',
  'трав тра',
  'июн черв чер giu cze',
  'jul июл лип juil lug lip',
  'aug авг серп сер ago août sie',
  'sep sept сент сен вер set wrz',
  'oct okt окт жовт жов ott out paź',
  'nov нояб ноя лист лис lis',
  'dec dez dic déc дек груд гру gru',
];

const fullNames = indexOf(FULL);
const shortNames = indexOf(SHORT);

/** The month, 1 to 12, that a word is the full name of; 0 for none. */
export function fullMonth(word: string): number {
  return fullNames.get(word.toLowerCase()) ?? 0;
}

/** The month, 1 to 12, that a word is the name of, in full or cut short; 0 for none. */
export function monthOf(word: string): number {
  return fullMonth(word) || (shortNames.get(word.toLowerCase()) ?? 0);
}

function indexOf(months: readonly string[]): ReadonlyMap<string, number> {
  return new Map(months.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));
}
