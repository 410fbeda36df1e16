/** `reposted formats`: what can be read, and what each format says of a post. */
import { recordFormats } from '../formats/formats.js';
import { textShapes } from '../model.js';
import { writeReport } from './write-report.js';

/** What text is cut by, for people. */
const shapeTitles = {
  'telegram-page-text': 'Text of a channel page, posts printed once or twice',
  'telegram-desktop-text': 'Text pasted from Telegram Desktop: NAME, [date]',
  'telegram-views-text': 'Text of a channel page with lines of views or reactions',
  'headed-text': 'Text with a numbered or dated line of one form over, or under, each post',
  'separator-text': 'Text with separator lines between posts',
  'blank-line-text': 'Text with blank lines between posts',
  'line-text': 'Text with one post a line (only when asked for)',
  'custom-text': 'Text cut by your own --post-start, --post-end, --separator',
  'flat-text': 'Text with nothing between posts: cut by guess',
} as const;

/** What the text shapes carry beside the text. */
const shapeCarries = {
  'telegram-page-text': ['forward'],
  'telegram-desktop-text': ['date', 'source'],
  'telegram-views-text': ['forward'],
  'headed-text': ['date', 'forward'],
} as const;

interface ListedFormat {
  readonly name: string;
  readonly title: string;
  readonly carries: readonly string[];
}

/** Writes the list to standard output. */
export async function listFormats(options: { readonly json?: boolean }): Promise<void> {
  const carried: Readonly<Record<string, readonly string[]>> = shapeCarries;
  const shapes = textShapes.map((name) => ({ name, title: shapeTitles[name], carries: carried[name] ?? [] }));
  const listed: ListedFormat[] = [
    ...recordFormats.map(({ name, title, carries }) => ({ name, title, carries })),
    ...shapes,
  ];
  await writeReport(options.json === true ? [`${JSON.stringify(listed, null, 2)}\n`] : table(listed));
}

function* table(listed: readonly ListedFormat[]): Generator<string> {
  const width = listed.reduce((most, { name }) => Math.max(most, name.length), 0);
  for (const { name, title, carries } of listed) {
    yield `${name.padEnd(width)}  ${title}\n`;
    if (carries.length > 0) yield `${' '.repeat(width)}  carries ${carries.join(', ')}\n`;
  }
}
