/**
 * How the Telegram apps say "Forwarded from", by language. Sources: the string files of Telegram Desktop,
 * Android, macOS and Unigram; the web page says it in English whatever the channel's language.
 */

/** The words before the name, longest first where one begins another. */
export const prefixPhrases: readonly string[] = [
  'Forwarded from', // en
  'Repost from', // en, as catalogues of channels have it
  'Переслано от', // ru, a user
  'Переслано из', // ru, a channel
  'Репост из', // ru, as catalogues of channels have it
  'Переслано від', // uk
  'Пераслана ад', // be
  'Weitergeleitet von', // de, a user
  'Weitergeleitet aus', // de, a channel
  'Reenviado desde', // es, until 2019
  'Reenviado de', // es
  'Reenviat de', // ca
  'Transféré de', // fr
  'Inoltrato da', // it
  'Encaminhado de', // pt-BR
  'Doorgestuurd van', // nl
  'Przekazana od', // pl, a user
  'Przekazana z', // pl, a channel
  '전달된 사용자', // ko, a user
  '전달된 채널', // ko, a channel
  'Diteruskan dari', // id
  'Dimajukan dari', // ms
  'تم التحويل من', // ar
  'هدایت شده از', // fa
];

/** A line of its own, the name (`From: NAME`) on the next: iOS. */
export const alonePhrases: readonly string[] = [
  'Forwarded message', // en
  'Пересланное сообщение', // ru
  'Переслане повідомлення', // uk
  'Перасланае паведамленне', // be
  'Weitergeleitete Nachricht', // de
  'Mensaje reenviado', // es
  'Missatge reenviat', // ca
  'Message transféré', // fr
  'Messaggio inoltrato', // it
  'Mensagem encaminhada', // pt-BR
  'Doorgestuurd bericht', // nl
  'Przekazana wiadomość', // pl
  'Mesaj iletildi', // tr
  '전달된 메시지', // ko
  'Pesan terusan', // id
  'Mesej dimajukan', // ms
  'الرسالة المعاد توجيهها', // ar
  'پیام هدایت شده', // fa
  'Přeposlaná zpráva', // cs
  'Preposlaná správa', // sk
  'Továbbított üzenet', // hu
  'Välitetty viesti', // fi
  'Vidarebefordrat meddelande', // sv
  'Videresendt melding', // nb
  'Proslijeđena poruka', // hr
  'Прослеђена порука', // sr
  'Uzatilgan xabar', // uz
];

/** The words after the name. */
export const suffixPhrases: readonly string[] = [
  'kişisinden iletildi', // tr, a user
  'kanalından iletildi', // tr, a channel
  '로 부터 전달 받음', // ko, until 2019
];

/** `via @bot` in the languages that write it before the bot's name. */
export const viaWords: readonly string[] = [
  'via',
  'через',
  'праз',
  'vía',
  'avec',
  'przez',
  'tramite',
  'pomocí',
  'melalui',
  'عبر',
  'از طریق',
];
