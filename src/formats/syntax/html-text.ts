/** The text of HTML as a reader sees it: block elements and `<br>` end lines, entities are decoded, tags are gone. */
import { type HtmlElement, loadHtml } from './html.js';

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
const unseen: ReadonlySet<string> = new Set(['head', 'noscript', 'script', 'style', 'template', 'title']);

/** Line ends of the source are no line ends of the text; `omit` names what is not part of it. */
export function textOf(element: HtmlElement, omit: (inner: HtmlElement) => boolean = () => false): string {
  const parts: string[] = [];
  const walk = (inner: HtmlElement, preformatted: boolean): void => {
    for (const child of inner.children) {
      if (typeof child === 'string') parts.push(preformatted ? child : child.replace(spaces, foldLineEnds));
      else if (child.name === 'br') parts.push('\n');
      else if (!unseen.has(child.name) && !omit(child)) {
        const edge = blocks.has(child.name) ? BLOCK : child.name === 'td' || child.name === 'th' ? ' ' : '';
        parts.push(edge);
        walk(child, preformatted || child.name === 'pre');
        parts.push(edge);
      }
    }
  };
  walk(element, element.name === 'pre');
  return parts.join('').replace(edges, lineEndsOf).trim();
}

/** Stands for the edge of a block until it is known what it touches: a noncharacter, which no text has. */
const BLOCK = '\uffff';
const edges = /[ \t\n\uffff]+/g;
const spaces = /[ \t\r\n\f]+/g;

function foldLineEnds(space: string): string {
  return /[\r\n]/.test(space) ? ' ' : space;
}

/** Edges of blocks that meet end one line; a `<br>` before one ends no further line. */
function lineEndsOf(edge: string): string {
  const breaks = edge.split('\n').length - 1;
  if (breaks === 0 && !edge.includes(BLOCK)) return edge;
  return '\n'.repeat(Math.max(1, breaks));
}

/** Text of HTML that stands inside another format; `omit` as in {@link textOf}. */
export type HtmlToText = (html: string, omit?: (inner: HtmlElement) => boolean) => string;

/** Loads the parser for {@link HtmlToText}. */
export async function loadHtmlToText(): Promise<HtmlToText> {
  const parse = await loadHtml();
  return (html, omit) => textOf(parse(html), omit);
}
