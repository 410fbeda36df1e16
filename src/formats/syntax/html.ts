/**
 * HTML → elements, over htmlparser2, which is loaded only where a dump has HTML. Made for pieces of a dump: a message
 * at a time, so that neither what is held nor what damage can reach grows with the dump.
 */
import type { Parser } from 'htmlparser2';

/** An element with what is in it, in order. Never deeper than a walk that recurs can go. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (string | HtmlElement)[];
  /** UTF-16 code units from the beginning of what was parsed to behind the end tag; null where there is none. */
  end: number | null;
}

/** Parses a piece of HTML. Never throws: what is no HTML is text, what is not closed ends with its parent. */
export type ParseHtml = (html: string) => HtmlElement;

/** Elements deeper or more than these are not told apart from their parents: only their text is kept. */
const DEEPEST = 500;
const MOST = 100_000;
/** Tags are given in pieces, to be able to stop. */
const PIECE = 64 * 1024;
/** No message is so deep, or of so many elements: what follows is left out, so that it is not closed. */
const TOO_DEEP = 20_000;
const TOO_MANY = 1_000_000;

/** Loads the parser, or that of XML, where every element is closed and a name is any. */
export async function loadHtml(language: 'html' | 'xml' = 'html'): Promise<ParseHtml> {
  const { Parser } = await import('htmlparser2');
  return (html) => {
    const builder = createBuilder();
    const parser = new Parser(
      {
        onopentag: (name, attributes) => builder.open(name, attributes),
        onclosetag: (_, implied) => builder.close(implied ? null : parser.endIndex + 1),
        ontext: (text) => builder.text(text),
      },
      { xmlMode: language === 'xml' },
    );
    feed(parser, html, builder);
    return builder.root;
  };
}

function feed(parser: Parser, html: string, builder: Builder): void {
  for (let at = 0; at < html.length && !builder.isTooMuch(); at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
  }
  parser.end();
}

/** Takes the parser's events, which open and close in pairs. */
interface Builder {
  readonly root: HtmlElement;
  isTooMuch(): boolean;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(end: number | null): void;
  text(text: string): void;
}

function createBuilder(): Builder {
  const root: HtmlElement = { name: '', attributes: {}, children: [], end: null };
  const open: HtmlElement[] = [root];
  let count = 0;
  let flattened = 0;
  return {
    root,
    isTooMuch: () => open.length + flattened > TOO_DEEP || count > TOO_MANY,
    open(name, attributes) {
      count += 1;
      if (flattened > 0 || open.length > DEEPEST || count > MOST) {
        flattened += 1;
        return;
      }
      const element: HtmlElement = { name, attributes, children: [], end: null };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close(end) {
      if (flattened > 0) {
        flattened -= 1;
        return;
      }
      const element = open.length > 1 ? open.pop() : undefined;
      if (element !== undefined) element.end = end;
    },
    text(text) {
      const children = open.at(-1)?.children ?? [];
      const before = children.at(-1);
      if (typeof before === 'string') children[children.length - 1] = before + text;
      else children.push(text);
    },
  };
}
