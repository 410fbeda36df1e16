/** RSS and Atom: what web sites, Mastodon and bridges such as RSSHub give readers of feeds. */

import type { PostRecord } from '../model.js';
import type { Outcome, RecordFormat } from './format.js';
import { anyDate } from './syntax/any-date.js';
import type { HtmlElement } from './syntax/html.js';
import { firstIn } from './syntax/html-query.js';
import { readHtmlRecords } from './syntax/html-records.js';
import { type HtmlToText, loadHtmlToText, textOf } from './syntax/html-text.js';

const mark = /<(?:item|entry)(?=[\s>])/g;
const root = /^\s*(?:<(?:[?!][^<>]*)>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/;
const markup = /^\s*(?:<\?xml\s|<!doctype html|<html[\s>])/i;

/** RSS and Atom. */
export const feedXml: RecordFormat = {
  name: 'feed-xml',
  title: 'RSS and Atom feeds, XML',
  network: null,
  carries: ['id', 'date', 'source', 'author', 'link'],
  sniff: ({ text }) => (root.test(text) ? 'a feed of RSS or Atom' : null),
  refuse: ({ text }) =>
    markup.test(text) ? 'it is HTML or XML in which no posts are known: save the text of the page' : null,
  async open(sink, request) {
    const toText = await loadHtmlToText();
    let feed: string | undefined;
    return readHtmlRecords(sink, request, {
      mark,
      trace: /<\/(?:item|entry)>/,
      xmlEnd: /<\/(?:rss|feed|rdf:RDF)\s*>/,
      preamble(document) {
        feed = shown(document, 'title', toText);
      },
      toPost: (item) => toPost(item, feed, toText),
    });
  },
};

function toPost(item: HtmlElement | null, feed: string | undefined, toText: HtmlToText): Outcome {
  if (item === null) return null;
  const [title, body, author] = [titles, bodies, authors].map((names) => firstShown(item, names, toText));
  const link = firstShown(item, ['link'], toText) ?? named(item, 'link')?.attributes['href'];
  return {
    text: textFrom(title ?? '', body ?? ''),
    id: firstShown(item, ['guid', 'id'], toText) ?? link,
    ...dateIn(item, toText),
    source: feed === undefined ? undefined : { name: feed },
    author: author === feed ? undefined : author,
    link,
  };
}

const titles = ['title'];
/** The whole text first. */
const bodies = ['content:encoded', 'content', 'description', 'summary', 'media:description'];
const authors = ['dc:creator', 'name', 'author'];
const dates = ['pubDate', 'published', 'dc:date', 'updated'];

/** Bridges make titles of the first words of a post that has none. */
function textFrom(title: string, body: string): string {
  const first = bare(title);
  const isHeadline = first !== '' && !bare(body.slice(0, 2 * title.length + 100)).startsWith(first);
  return [isHeadline ? title : '', body].filter((part) => part !== '').join('\n\n');
}

function bare(text: string): string {
  return text.replace(/(?:…|\.{3})$|[\s…]+/g, '');
}

function dateIn(item: HtmlElement, toText: HtmlToText): Pick<PostRecord, 'date' | 'dateText'> {
  const text = firstShown(item, dates, toText);
  const date = anyDate(text);
  return date === undefined ? { dateText: text } : { date };
}

function firstShown(item: HtmlElement, names: readonly string[], toText: HtmlToText): string | undefined {
  return names.map((name) => shown(item, name, toText)).find((text) => text !== undefined);
}

/** Most elements hold HTML, escaped or as it is, some plain text. */
function shown(item: HtmlElement, name: string, toText: HtmlToText): string | undefined {
  const element = named(item, name);
  const [held = '', ...others] = element?.children ?? [];
  if (element === undefined) return undefined;
  if (typeof held !== 'string' || others.length > 0) return textOf(element) || undefined;
  return (/<[a-z/!]|&[#\w]+;/i.test(held) ? toText(held) : held.trim()) || undefined;
}

function named(item: HtmlElement, name: string): HtmlElement | undefined {
  return firstIn(item, (inner) => inner.name === name);
}
