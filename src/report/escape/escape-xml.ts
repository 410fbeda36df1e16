/** Text fit for XML 1.0, in elements and in attributes. */
import { escapeCharacter, escapeText } from './escape-text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * One line. Controls and lone surrogates, which XML does not allow even as references, and marks of direction are shown
 * as their code; so are U+FFFE and U+FFFF. `]]>` cannot come about, as every `>` is an entity.
 */
export function escapeXml(text: string): string {
  return escapeText(text)
    .replace(/[\ufffe\uffff]/g, escapeCharacter)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
