/**
 * A block list: one passage a line, as the id of a block or paragraph (what follows a `#` behind it is a remark), or as
 * the text of one paragraph. Lines that begin with `# ` are remarks.
 */
import { UserError } from '../errors.js';
import type { BlockedPassage } from './policies.js';

/** How a text is known. */
export interface TextMarks {
  /** Its ids at the rungs that dumps are compared at. */
  readonly ids: readonly string[];
  readonly key: string;
}

/** Reads the list; throws a {@link UserError} that names `path` and line. */
export function parseBlocklist(
  text: string,
  path: string,
  markText: (text: string) => TextMarks,
): BlockedPassage[] {
  const passages: BlockedPassage[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const passage = line.trim();
    if (passage === '' || passage === '#' || passage.startsWith('# ')) return;
    const [, id] = /^([0-9a-f]{16})(?:\s+#.*)?$/i.exec(passage) ?? [];
    if (id !== undefined) {
      passages.push({ line: at + 1, ids: [id.toLowerCase()], key: null });
      return;
    }
    const marks = markText(passage);
    if (marks.key === '') {
      throw new UserError(
        `${path}:${at + 1}: expected an id of 16 hex digits or a text, found nothing to compare: ${JSON.stringify(passage.slice(0, 60))}`,
      );
    }
    passages.push({ line: at + 1, ...marks });
  });
  return passages;
}
