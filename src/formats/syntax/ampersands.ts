/** The three characters that Slack and X escape in text that is otherwise plain. */

/** `&amp;`, `&lt;` and `&gt;` as what they stand for; once, so that `&amp;lt;` is `&lt;`. */
export function unescapeAmpersands(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  );
}
