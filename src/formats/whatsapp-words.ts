/** What WhatsApp writes in place of a picture or of a message that is gone, in the languages it is met in. */

/** The mark behind a message that was changed: when, it does not say. */
export const editedMark =
  /\s?\u200e?<(?:This message was edited|Diese Nachricht wurde bearbeitet\.?|Se editó este mensaje\.?|Сообщение изменено|Ce message a été modifié|Mensagem editada|Questo messaggio è stato modificato)>$/u;

/** A picture, film or file that is not in the export. */
const omitted = new RegExp(
  `^(?:${[
    '<(?:Media omitted|Medien (?:ausgeschlossen|weggelassen)|(?:Multimedia|Archivo) omitido|Без медиафайлов)>',
    '<(?:Файл пропущен|Медиафайл опущен|Médias? omis|Fichier omis|Mídia oculta|Arquivo de mídia oculto)>',
    '<(?:Ficheiro não revelado|Media omessi|Media weggelaten|Pominięto multimedia|Medya dahil edilmedi)>',
    '(?:image|video|audio|sticker|GIF|document|Contact card|video note) omitted',
    '(?:Bild|Video|Audio|Sticker|GIF|Dokument|Kontaktkarte|Videonachricht) weggelassen',
    '(?:imagen|video|audio|sticker|GIF|documento|Tarjeta de contacto) omitid[oa]',
    '(?:image|vidéo|audio|sticker|GIF|document|Fiche contact) (?:absente?|omise?)',
    '(?:imagem|vídeo|áudio|figurinha|GIF|documento|Cartão do contato) (?:ocultad[oa]|omitid[oa])',
    '(?:изображение|видео|аудиофайл|аудио|стикер|GIF|документ) (?:отсутствует|опущено?|пропущен[оа]?)',
  ].join('|')})$`,
  'iu',
);

/** A file that is in the export, beside the text: `<attached: photo.jpg>` on iOS, `photo.jpg (file attached)` else. */
const attached =
  /\u200e?<(?:attached|Anhang|adjunto|вложение|прикреплено|pièce jointe|anexado|allegato): ([^<>]{1,200})>$/iu;
const attachedBefore =
  /^([^\s()][^()]{0,150}) \((?:file attached|Datei angehängt|archivo adjunto|файл добавлен|fichier joint|arquivo anexado|file allegato)\)$/iu;

const deleted =
  /^(?:This message was deleted|You deleted this message|Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|(?:Se eliminó|Eliminaste) este mensaje|(?:Данное с|С)ообщение удалено|Вы удалили данное сообщение|Ce message a été supprimé|Vous avez supprimé ce message|(?:Esta mensagem foi|Mensagem) apagada|Você apagou esta mensagem)\.?$/iu;

/** The longest line that can be any of these, but for a caption before a file. */
const LONGEST = 300;

/** Without marks of direction, which are nowhere to be seen. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

/** Whether a line stands in for a message that was taken back. */
export function saysDeleted(line: string): boolean {
  return line.length <= LONGEST && deleted.test(withoutMarks(line).trim());
}

/** What is attached to a message that begins with `line`, as far as `line` says, and what it says beside that. */
export function placeholderOf(line: string): { media: string | undefined; rest: string } {
  const whole = line.length > LONGEST ? '' : withoutMarks(line).trim();
  if (omitted.test(whole)) return { media: whole.replace(/[<>]/g, ''), rest: '' };
  const before = attachedBefore.exec(whole);
  if (before !== null) return { media: before[1], rest: '' };
  const tail = Math.max(0, line.length - LONGEST);
  const match = attached.exec(line.slice(tail).trimEnd());
  if (match === null) return { media: undefined, rest: line };
  return { media: match[1], rest: line.slice(0, tail + match.index) };
}
