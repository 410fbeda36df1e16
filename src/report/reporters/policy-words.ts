/** Policies, and what violates them, in words of all formats that people read. */
import type { PolicyName, PolicyOutcome } from '../../model.js';
import type { ViolationReport } from '../report.js';
import { count } from './text-words.js';

/** What each policy counts, in words, and the flag that sets it. */
const policyWords: Readonly<
  Record<PolicyName, { readonly flag: string; readonly count: (found: string) => string }>
> = {
  uncredited: {
    flag: '--max-uncredited',
    count: (found) => `${found} with text of an earlier post of another source, and no credit`,
  },
  blocks: { flag: '--max-blocks', count: (found) => `${found} copied` },
  repeated: { flag: '--max-repeated', count: (found) => `${found} of the text repeats` },
  blocklist: { flag: '--blocklist', count: (found) => `${found} that the block list names` },
  stale: {
    flag: '--fail-stale',
    count: (found) => `${found} of the baseline found less often than accepted`,
  },
};

/** What is counted, one and many. */
const counted: Readonly<Record<Exclude<PolicyName, 'repeated'>, readonly [string, string]>> = {
  uncredited: ['post', 'posts'],
  blocks: ['block', 'blocks'],
  blocklist: ['passage', 'passages'],
  stale: ['entry', 'entries'],
};

/** What was found and what is allowed: `1 block copied; 0 allowed (--max-blocks)`. */
export function tellPolicy({ policy, allowed, found }: PolicyOutcome): string {
  const { flag, count: words } = policyWords[policy];
  const number = policy === 'repeated' ? percent(found) : count(found, ...counted[policy]);
  const bound = policy === 'repeated' ? percent(allowed) : String(allowed);
  return `${words(number)}; ${bound} allowed (${flag})`;
}

/** Whose text it is, and what is owed for it; `show` makes a name fit for the format. */
export function tellCredit(
  { credit, forwardedFrom }: ViolationReport,
  show: (text: string) => string,
): string {
  if (credit === null) return 'must not be posted';
  return {
    credited: `credits ${show(forwardedFrom ?? '')}`,
    uncredited: 'copied without credit',
    own: 'posted again by the same source',
  }[credit];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
