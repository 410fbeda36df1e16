/** A copy, and what it belongs to → a finding, by a fingerprint that stays when lines move. */
import type { Credit } from '../../model.js';
import type { CopyRule, Finding, FindingLevel } from '../finding.js';
import type { BlockWords } from './describe-block.js';

/** The rule that a copy falls under. */
export const ruleOfCredit: Readonly<Record<Credit, CopyRule>> = {
  uncredited: 'repost-uncredited',
  credited: 'repost-credited',
  own: 'repost-own',
};

/** How grave a copy is, by its rule. */
export const levels: Readonly<Record<CopyRule, FindingLevel>> = {
  'repost-uncredited': 'warning',
  'repost-credited': 'note',
  'repost-own': 'note',
};

/** What copies of one cluster or block have in common. */
export interface FindingGroup extends Pick<Finding, 'kind' | 'id' | 'origin'> {
  /** How often copies that say the same came by. */
  readonly alike: Map<string, number>;
}

/** What a copy says of itself, before it gets a fingerprint. */
export interface ToldCopy extends Omit<Finding, 'rule' | 'level' | 'fingerprint' | 'kind' | 'id' | 'origin'> {
  /** Tells copies of the group apart by what they say, wherever they stand. */
  readonly content: string;
}

/** Gives a copy its fingerprint, and its place among the findings. */
export function nameFinding(
  { hashHex }: BlockWords,
  of: { rule: CopyRule; group: FindingGroup; copy: ToldCopy },
): Finding {
  const { rule, group } = of;
  const { content, ...copy } = of.copy;
  const { dump, id } = copy.copy;
  return {
    rule,
    level: levels[rule],
    fingerprint: hashHex(numberSaid([rule, group.id, content, dump, id ?? ''], group.alike)),
    kind: group.kind,
    id: group.id,
    origin: group.origin,
    ...copy,
  };
}

/** What a finding says, as bytes to hash, with how often the same was said before: `alike` counts that. */
export function numberSaid(said: readonly string[], alike: Map<string, number>): Uint8Array {
  const text = said.join('\n');
  const before = alike.get(text) ?? 0;
  alike.set(text, before + 1);
  return new TextEncoder().encode(`${text}\n${before}`);
}
