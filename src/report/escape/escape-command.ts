/** Text fit for a workflow command of GitHub Actions, `::notice file=PROPERTY::MESSAGE`. */
import { escapeText } from './escape-text.js';

/** For the message: one line; a `%` of the text, as in `%0A`, is decoded to what it was and no more. */
export function escapeCommand(text: string): string {
  return escapeText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** For a property, which a `:` or a `,` would end. */
export function escapeProperty(text: string): string {
  return escapeCommand(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
