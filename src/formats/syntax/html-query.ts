/** Ways into parsed HTML, by class: what the exporters of messages mark things with. */
import type { HtmlElement } from './html.js';

/** Whether `element` has the class. */
export function hasClass({ attributes }: HtmlElement, name: string): boolean {
  const classes = attributes['class'];
  return classes?.includes(name) === true && classes.split(/\s+/).includes(name);
}

/** The first element in `element` that `wanted` says yes to; what is or is inside a `closed` one is not looked at. */
export function firstIn(
  element: HtmlElement | undefined,
  wanted: (inner: HtmlElement) => boolean,
  closed?: (inner: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string' || closed?.(child) === true) continue;
    const found = wanted(child) ? child : firstIn(child, wanted, closed);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first element with the class. */
export function firstOfClass(element: HtmlElement | undefined, name: string): HtmlElement | undefined {
  return firstIn(element, (inner) => hasClass(inner, name));
}

/** All elements with the class, in order; not those inside one. */
export function allOfClass(element: HtmlElement, name: string): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return hasClass(child, name) ? [child] : allOfClass(child, name);
  });
}
