import { call, string } from '../expr/ast.js';
import { re2Fault } from '../metric/re2.js';
import { isLabelName } from '../metric/label.js';
import type { Unit } from '../unit/unit.js';
import { Vector } from './vector.js';

/**
 * The same series with the label `to` made from the label `from`, where `pattern` matches all of it.
 *
 * @throws Error on a pattern that RE2 does not know, and on a name that is no label name.
 */
export const labelReplace = <L extends string, U extends Unit, const T extends string>(
  vector: Vector<L, U>,
  {
    to,
    replacement,
    from,
    pattern,
  }: { readonly to: T; readonly replacement: string; readonly from: L; readonly pattern: RegExp },
): Vector<L | T, U> => {
  const fault = isLabelName(to) ? re2Fault(pattern.source) : `'${to}' is not a label name`;
  if (fault !== undefined) throw new Error(`labelReplace to ${to}: ${String(pattern)}: ${fault}`);
  const args = [to, replacement, from, pattern.source].map(string);
  return new Vector(
    call('label_replace', vector.expr, ...args),
    [...new Set<L | T>([...vector.labels, to])],
    vector.unit,
  );
};
