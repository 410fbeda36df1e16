/** Who is who among the sources of an index, in SQL. */

/** Whether the source of a post `a` is another than one that a post `b` names, as `isSameSource` has it: what one of them lacks compares as null. */
export function isOtherSource(a: string, b: string, of: 'source' | 'forwarded'): string {
  const name = of === 'source' ? 'source' : 'forwarded_from';
  const pairs = [
    `${a}.source_id <> ${b}.${of}_id`,
    `${a}.source_handle <> ${b}.${of}_handle`,
    `${a}.source <> ${b}.${name}`,
  ];
  return `coalesce(${pairs.join(', ')}, true)`;
}
