import type { Binary } from '#promql/expr/ast.js';
import { interned, dropping, keeping, nameless, remembered } from './labels.js';
import { matchedBy } from './matching.js';
import { type VectorReading, distinct } from './reading.js';
import { Refused } from './refused.js';
import type { LabelSet, Sample } from './world.js';

interface Sides {
  readonly left: VectorReading;
  readonly right: VectorReading;
  readonly operation: (left: number, right: number, kept: number) => number | undefined;
  /** Whether the result is no more of the metric that was read. */
  readonly isNameless: boolean;
}

/** The labels of a result, of those of the side that may have many and of those of the other. */
const resulting = (
  { matching }: Binary,
  isNameless: boolean,
): ((many: LabelSet) => (one: LabelSet) => LabelSet) => {
  const drop = isNameless ? nameless : (labels: LabelSet): LabelSet => labels;
  const group = matching?.group;
  if (group)
    return remembered((many: LabelSet) =>
      remembered((one: LabelSet) =>
        interned({
          ...drop(many),
          ...Object.fromEntries(group.include.map((label) => [label, one[label] ?? ''])),
        }),
      ),
    );
  const matched = matching?.type === 'on' ? keeping(matching.labels) : dropping(matching?.labels ?? []);
  return remembered((many: LabelSet) => {
    const labels = drop(matched(many));
    return () => labels;
  });
};

/**
 * An operator between series of two sides: each of one side with the one of the other that has the same matched labels, or many with one
 * where `group_left` or `group_right` says so, https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching.
 */
export const readMatched = (expr: Binary, sides: Sides): VectorReading => {
  const { left, right, operation, isNameless } = sides;
  const key = matchedBy(expr.matching);
  const group = expr.matching?.group;
  const isSwapped = group?.side === 'right';
  const labelled = resulting(expr, isNameless);
  const onesOf = (samples: readonly Sample[]): ReadonlyMap<LabelSet, Sample> => {
    const ones = new Map<LabelSet, Sample>();
    for (const sample of samples) {
      if (ones.has(key(sample.labels)))
        throw new Refused('several series of the side that may have one have the same matched labels');
      ones.set(key(sample.labels), sample);
    }
    return ones;
  };
  return {
    type: 'vector',
    read: (scene, at) => {
      const [lefts, rights] = [left.read(scene, at), right.read(scene, at)];
      if (lefts.length === 0 || rights.length === 0) return [];
      const ones = onesOf(isSwapped ? lefts : rights);
      const seen = new Set<LabelSet>();
      const samples: Sample[] = [];
      for (const many of isSwapped ? rights : lefts) {
        const matched = key(many.labels);
        const one = ones.get(matched);
        if (!one) continue;
        const [a, b] = isSwapped ? [one.value, many.value] : [many.value, one.value];
        const value = operation(a, b, a);
        if (value === undefined) continue;
        if (!group && seen.has(matched))
          throw new Refused('several series of the left side match one, and nothing says group_left');
        seen.add(matched);
        samples.push({ labels: labelled(many.labels)(one.labels), value });
      }
      return distinct(samples);
    },
  };
};
