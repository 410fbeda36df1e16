/** How text is dressed: functions from text to text, so that reporters know no colour codes and no terminal. */

/** Without colour each function gives back what it was given. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** Makes `text` a link to a line of a file, where the terminal knows links. */
  readonly link: (text: string, path: string, line: number) => string;
  /** Columns to fit into. */
  readonly width: number;
}

/** No dress at all. */
export function plainStyle(width: number): Style {
  const same = (text: string) => text;
  return { heading: same, faint: same, good: same, bad: same, link: same, width };
}
