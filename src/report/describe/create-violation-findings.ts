/** What violates a policy, as findings: a check's reports for machines tell these and nothing else. */

import type { Finding, FindingLevel } from '../finding.js';
import type { PostPlace } from '../findings.js';
import { createSequence, type Sequence } from '../sequence.js';
import type { BlockWords } from './describe-block.js';
import type { ToldViolation } from './describe-violations.js';
import { numberSaid, ruleOfCredit } from './name-finding.js';

/** Makes {@link Report.findings} of a check, in order of reading; each is an `error`. */
export function createViolationFindings(
  { hashHex }: BlockWords,
  violations: Sequence<ToldViolation>,
): (level?: FindingLevel) => Sequence<Finding> {
  const none = createSequence<Finding>(0, () => [].values());
  const all = createSequence(violations.length, function* () {
    const alike = new Map<string, number>();
    for (const told of violations) yield describeFinding(told, hashHex, alike);
  });
  return (level) => (level === undefined || level === 'error' ? all : none);
}

/** `alike` as in {@link numberSaid}. */
function describeFinding(
  { violation, lines }: ToldViolation,
  hashHex: BlockWords['hashHex'],
  alike: Map<string, number>,
): Finding {
  const { copy, listed, credit, blocks } = violation;
  const rule = credit === null ? 'blocked-passage' : ruleOfCredit[credit];
  const origin = violation.origin ?? lineOfList(listed ?? { path: '', line: 0 });
  return {
    rule,
    level: 'error',
    fingerprint: hashHex(numberSaid([rule, ...blocks, copy.dump, copy.id ?? ''], alike)),
    kind: 'block',
    id: blocks[0] ?? '',
    copy,
    origin,
    relation: 'shares',
    coverage: null,
    originCoverage: null,
    characters: violation.characters,
    forwardedFrom: violation.forwardedFrom,
    lines,
  };
}

/** A block list is read as a dump of one post a line. */
function lineOfList({ path, line }: { path: string; line: number }): PostPlace {
  return { dump: path, post: line, lines: [line, line], id: null, source: path, date: null };
}
