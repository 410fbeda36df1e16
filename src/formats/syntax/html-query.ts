/** Ways into parsed HTML, by class: what the exporters of messages mark things with. */
import type { HtmlElement } from './html.js';

/** Whether `element` has the class. */
export function hasClass({ attributes }: HtmlElement, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/).includes(name);
}

/** Every element in `element` that `wanted` says yes to, in order; what is inside `closed` ones is not looked at. */
export function* elementsIn(
  element: HtmlElement,
  wanted: (inner: HtmlElement) => boolean,
  closed: (inner: HtmlElement) => boolean = () => false,
): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string' || closed(child)) continue;
    if (wanted(child)) yield child;
    yield* elementsIn(child, wanted, closed);
  }
}

/** The first of {@link elementsIn}. */
export function firstIn(
  element: HtmlElement | undefined,
  wanted: (inner: HtmlElement) => boolean,
  closed?: (inner: HtmlElement) => boolean,
): HtmlElement | undefined {
  if (element === undefined) return undefined;
  for (const found of elementsIn(element, wanted, closed)) return found;
  return undefined;
}

/** The first element with the class. */
export function firstOfClass(element: HtmlElement | undefined, name: string): HtmlElement | undefined {
  return firstIn(element, (inner) => hasClass(inner, name));
}
