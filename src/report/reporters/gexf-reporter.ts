/** The graph of sources as GEXF 1.3, for Gephi: an edge leads from who posts to whose text it was before. */
import { escapeXml } from '../escape/escape-xml.js';
import type { Report } from '../report.js';
import { gatherLinks, type Link } from './gather-links.js';

/** Yields the XML; sources and links are in order of their names. Edges with dates have their place in time. */
export function* reportGexf(report: Report): Generator<string> {
  const { sources, links } = gatherLinks(report);
  const idOf = new Map(sources.map((source, at) => [source, `n${at}`]));
  const time = links.some(({ first }) => first !== null)
    ? 'mode="dynamic" timeformat="dateTime"'
    : 'mode="static"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield '<meta><creator>reposted</creator></meta>\n';
  yield `<graph defaultedgetype="directed" ${time}>\n`;
  yield '<attributes class="edge">\n';
  for (const name of ['kind', 'first', 'last'])
    yield `<attribute id="${name}" title="${name}" type="string"/>\n`;
  yield '</attributes>\n<nodes>\n';
  for (const [source, id] of idOf) yield `<node id="${id}" label="${escapeXml(source)}"/>\n`;
  yield '</nodes>\n<edges>\n';
  for (const [at, link] of links.entries()) {
    yield `<edge id="e${at}" source="${idOf.get(link.from)}" target="${idOf.get(link.to)}" ${describe(link)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function describe({ kind, weight, first, last }: Link): string {
  const dated = first === null || last === null ? '' : ` start="${first}" end="${last}"`;
  const values = [value('kind', kind), value('first', first), value('last', last)].join('');
  // By their kind Gephi keeps edges apart that lead from one node to the same other.
  return `kind="${kind}" label="${kind}" weight="${weight}"${dated}><attvalues>${values}</attvalues>`;
}

function value(of: string, text: string | null): string {
  return text === null ? '' : `<attvalue for="${of}" value="${escapeXml(text)}"/>`;
}
