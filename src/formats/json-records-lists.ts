/** Lists of objects in the beginning of a JSON document: where a file of no fixed kind may have its records. */
import { jsonTokens } from './syntax/json-tokens.js';
import { parseJson } from './syntax/parse-json.js';

/** An array that no other array is around, or documents one behind the other. */
export interface FoundList {
  /** The path of its elements, as in `response.items.*`; empty for documents. */
  readonly path: string;
  /** The first of them, as they are written; those that the beginning holds whole. */
  readonly objects: readonly string[];
}

/** More elements than these need not be looked at. */
const LOOKED_AT = 20;

/** The documents, if it begins with one, then the arrays of objects in `text`, which may end anywhere and need not be JSON at all. */
export function listsOfObjects(text: string): FoundList[] {
  const documents: { path: string; objects: string[] } = { path: '', objects: [] };
  const lists = [documents];
  /** Keys of the open objects, up to the first array. */
  const keys: string[] = [];
  let key = '';
  let depth = 0;
  let listDepth = 0;
  let start = 0;
  let documentStart = 0;
  for (const { token, index } of jsonTokens(text)) {
    if (token === '{' || token === '[') {
      if (listDepth === 0 && token === '[') {
        listDepth = depth + 1;
        lists.push({ path: [...keys.slice(1), key, '*'].slice(depth === 0 ? 1 : 0).join('.'), objects: [] });
      } else if (listDepth === 0) {
        keys.push(key);
      }
      if (depth === listDepth) start = index;
      if (depth === 0) documentStart = index;
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === 0 && token === '}') keep(documents.objects, text.slice(documentStart, index + 1));
      if (listDepth === 0) keys.pop();
      else if (depth === listDepth) keep(lists.at(-1)?.objects, text.slice(start, index + 1));
      else if (depth < listDepth) listDepth = 0;
    } else if (listDepth === 0) {
      key = token.slice(1, -1);
    }
  }
  return /^\s*\{/.test(text) ? lists : lists.slice(1);
}

/** The lists that objects of `lists` hold: an account or an answer may hold many chats. */
export function listsWithin(lists: readonly FoundList[]): FoundList[] {
  return lists
    .filter(({ path }) => path !== '')
    .flatMap(({ path, objects }) =>
      objects.flatMap((object) =>
        listsOfObjects(object)
          .filter((inner) => inner.path !== '')
          .map((inner) => ({ ...inner, path: `${path}.${inner.path}` })),
      ),
    );
}

/** The path of the lists that stand beside the one whose elements are at `path`: one object may hold several. */
export function listsBeside(path: string): string[] {
  const object = /^(.*?)[^.]+\.\*$/.exec(path)?.[1];
  return object === undefined ? [] : [`${object}*.[]`];
}

/**
 * Whether `text` begins as lists of texts do: arrays that hold a whole string and no object, and nothing between and behind
 * them. What a list holds beside strings is left to its reader.
 */
export function beginsListOfTexts(text: string): boolean {
  let depth = 0;
  let end = 0;
  let texts = 0;
  for (const { token, index } of jsonTokens(text)) {
    const isFit = depth === 0 ? token === '[' : depth > 1 || token !== '{';
    if (!isFit || !mayStandAt(depth, text.slice(end, index))) return false;
    end = index + token.length;
    if (/^[[{]/.test(token)) depth += 1;
    else if (/^[\]}]/.test(token)) depth -= 1;
    else if (depth === 1 && end < text.length) texts += 1;
    if (texts === LOOKED_AT) return true;
  }
  return texts > 0 && mayStandAt(depth, text.slice(end));
}

/**
 * Whether the first lines of `text` are strings, each a whole one: with an escape among them, for a list of quotations is written so,
 * too. The last may be cut short.
 */
export function beginsLinesOfTexts(text: string): boolean {
  if (!/^\s*"/.test(text)) return false;
  const lines = text
    .split('\n', LOOKED_AT + 1)
    .slice(0, -1)
    .map((line) => line.trim());
  const strings = lines.filter((line) => line !== '');
  return (
    strings.length > 1 &&
    strings.some((line) => line.includes('\\')) &&
    strings.every((line) => typeof parseJson(line).value === 'string')
  );
}

/** Whether `between` is what stands between the strings and brackets of a list, or, at depth 0, of one list and another. */
function mayStandAt(depth: number, between: string): boolean {
  if (depth > 1) return true;
  return (depth === 0 ? between : between.replace(/null|true|false|NaN|[\d,.eE+-]/g, '')).trim() === '';
}

function keep(objects: string[] | undefined, object: string): void {
  if (objects !== undefined && objects.length < LOOKED_AT) objects.push(object);
}
