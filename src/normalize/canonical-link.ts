/**
 * Gives links to the same place the same text. Only what is known not to choose the place is dropped; ids and digits
 * keep their punctuation, so different links stay different. A canonical link is a link again, canonical already.
 */

import { telegramHosts, trimLinkEnd } from './find-links.js';

const trackers: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid wbraid gbraid msclkid yclid ttclid twclid igshid li_fat_id mc_cid mc_eid _hsenc ' +
    '_hsmi ref_src'
  ).split(' '),
);
/** Parameters of Telegram's pages that choose how a post is shown, not which. */
const views: ReadonlySet<string> = new Set(['single', 'embed', 'mode', 'before']);
const telegram: ReadonlySet<string> = new Set(telegramHosts);

/** Parameters that are dropped by their names, for the kernel; those in `utm_` beside them. */
export function droppedParameters(): { readonly name: string; readonly ofTelegram: boolean }[] {
  const named = (names: ReadonlySet<string>, ofTelegram: boolean) =>
    [...names].map((name) => ({ name, ofTelegram }));
  return [...named(trackers, false), ...named(views, true)];
}

/** The canonical text of a link; '' when nothing is left of it. */
export function canonicalLink(link: string): string {
  if (link.startsWith('tg://')) return canonicalAppLink(link);
  const bare = link.replace(/^https?:\/\//, '').replace(/^(?:www\.)+/, '');
  const hash = bare.search(/#|$/);
  const place = bare.slice(0, hash);
  const mark = place.indexOf('?');
  const address = mark < 0 ? place : place.slice(0, mark);
  const [host = ''] = address.split('/', 1);
  const isTelegram = telegram.has(host);
  const parameters = mark < 0 ? [] : keptParameters(place.slice(mark + 1), isTelegram);
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  const trimmed = query === '' ? trimAddress(address) : address.replace(/\/+$/, '');
  if (trimmed === '' && query === '') return '';
  if (isTelegram) return telegramAddress(trimmed.slice(host.length)) + query;
  return `https://${trimmed}${query}${routeOf(bare.slice(hash))}`;
}

/** Some pages choose by what stands behind `#/` or `#!` which place they show; any other fragment is a place on the page. */
function routeOf(fragment: string): string {
  const route = /^#[/!]/.test(fragment) ? trimAddress(fragment) : '';
  return /^#!?$/.test(route) ? '' : route;
}

/** `tg://resolve?domain=X&post=5` is the app's way to write `t.me/X/5`. */
function canonicalAppLink(link: string): string {
  const found = /^tg:\/\/resolve\/?\?domain=([a-z0-9_]+)(?:&post=(\d+))?(?:[&#]|$)/.exec(link);
  if (found === null) return link;
  const [, channel = '', post] = found;
  return post === undefined ? `t.me/${channel}` : `t.me/${channel}/${post}`;
}

/** `/s/` shows the same post on a page of the channel. A host alone is a link only with its scheme. */
function telegramAddress(path: string): string {
  const place = path.replace(/^(?:\/s(?=\/)|\/(?=\/))*/, '');
  return place === '' || place === '/' ? 'https://t.me' : `t.me${place}`;
}

function trimAddress(address: string): string {
  let end = address.length;
  for (let next = trimLinkEnd(address, 0, end); ; next = trimLinkEnd(address, 0, end)) {
    while (next > 0 && address.charAt(next - 1) === '/') next--;
    if (next === end) return address.slice(0, end);
    end = next;
  }
}

/**
 * From the end, because a parameter that becomes the last one loses its punctuation. One with a bracket is kept: it
 * may hold the partner of another one.
 */
function keptParameters(query: string, isTelegram: boolean): string[] {
  const kept: string[] = [];
  for (const written of query.split('&').reverse()) {
    const parameter = kept.length === 0 ? written.slice(0, trimLinkEnd(written, 0, written.length)) : written;
    const [name = ''] = parameter.split('=', 1);
    const isDropped = name.startsWith('utm_') || trackers.has(name) || (isTelegram && views.has(name));
    if (parameter !== '' && (!isDropped || /[()[\]{}]/.test(parameter))) kept.push(parameter);
  }
  return kept.reverse();
}
