/** The graph of sources as GraphML: an edge leads from who posts to whose text it was before. */
import { escapeXml } from '../escape/escape-xml.js';
import type { Report } from '../report.js';
import { gatherLinks, type Link } from './gather-links.js';

/** What is known of nodes and edges, with GraphML's names of types. */
const keys = [
  ['label', 'node', 'string'],
  ['kind', 'edge', 'string'],
  ['weight', 'edge', 'int'],
  ['first', 'edge', 'string'],
  ['last', 'edge', 'string'],
] as const;

/** Yields the XML; sources and links are in order of their names. */
export function* reportGraphml(report: Report): Generator<string> {
  const { sources, links } = gatherLinks(report);
  const idOf = new Map(sources.map((source, at) => [source, `n${at}`]));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [name, of, type] of keys) {
    yield `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
  yield '<graph id="reposted" edgedefault="directed">\n';
  for (const [source, id] of idOf) yield `<node id="${id}">${data('label', source)}</node>\n`;
  for (const [at, link] of links.entries()) {
    yield `<edge id="e${at}" source="${idOf.get(link.from)}" target="${idOf.get(link.to)}">${describe(link)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function describe({ kind, weight, first, last }: Link): string {
  const dates = [first === null ? '' : data('first', first), last === null ? '' : data('last', last)];
  return [data('kind', kind), data('weight', String(weight)), ...dates].join('');
}

function data(key: (typeof keys)[number][0], value: string): string {
  return `<data key="${key}">${escapeXml(value)}</data>`;
}
