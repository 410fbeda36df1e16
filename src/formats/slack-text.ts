/** Slack's markup → text as a reader sees it. */
import { unescapeAmpersands } from './syntax/ampersands.js';

/** `<https://u|label>` shows its label, `<@U1|name>` and `<#C1|name>` a name, where there is one. */
export function slackText(markup: string): string {
  const shown = markup.replace(/<([^<>\n]{1,4000})>/g, (_, inside: string) => {
    const bar = inside.indexOf('|');
    const target = bar < 0 ? inside : inside.slice(0, bar);
    return shownAs(target, bar < 0 ? '' : inside.slice(bar + 1));
  });
  return unescapeAmpersands(shown);
}

function shownAs(target: string, label: string): string {
  if (target.startsWith('@') || target.startsWith('#')) return target.charAt(0) + (label || target.slice(1));
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  return label || target.replace(/^mailto:/, '');
}
