/**
 * The lines that the Telegram web page and apps add in place of what they cannot show. English whatever the
 * channel's language; compared without case, a no-break space being a space.
 */
import { Cue } from '../../model.js';
import { PartCue } from './part-cue.js';

/** Phrase, folded → its cue, a {@link Cue} or a {@link PartCue}. */
export const placeholders: ReadonlyMap<string, number> = new Map<string, number>([
  ['media is too big', Cue.placeholderBefore],
  ['this media is not supported in your browser', Cue.placeholderBefore],
  ['service message', Cue.placeholderBefore],
  ['watch in telegram', Cue.placeholderBefore],
  ['please open telegram to view this post', Cue.placeholderAfter],
  ['view in telegram', Cue.placeholderLink],
  // As Telegram Desktop exports a reply.
  ['in reply to this message', PartCue.reply],
  ['in reply to a message in another chat', PartCue.reply],
  ['in reply to', PartCue.replyWords],
  ['this message', PartCue.replyLink],
  // "Channel created", in the languages of the apps.
  ...[
    'Channel created',
    'Канал создан',
    'Канал створено',
    'Канал створаны',
    'Kanal erstellt',
    'Canal creado',
    "S'ha creat el canal",
    'Le canal a été créé',
    'Canale creato',
    'Canal criado',
    'Kanaal geopend',
    'Kanaal aangemaakt',
    'Kanał został utworzony',
    'Kanal oluşturuldu',
    '채널이 만들어졌습니다',
    'Channel dibuat',
    'Saluran dicipta',
    'تم إنشاء القناة',
    'کانال ایجاد شد',
    'Kanál vytvořen',
    'Kanál bol vytvorený',
    'Csatorna létrehozva',
    'Kanava luotiin',
    'Kanal skapad',
    'Kanal opprettet',
    'Napravljen je kanal',
    'Канал је направљен',
    'Kanal yaratildi',
    'Channel photo updated',
    'Channel photo removed',
  ].map((phrase): [string, number] => [phrase.toLowerCase(), Cue.service]),
]);

/** No placeholder is longer, in UTF-16 units. */
export const LONGEST_PLACEHOLDER = 48;
