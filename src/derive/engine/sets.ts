import type { Binary, SetOperator } from '#promql/expr/ast.js';
import { matchedBy } from './matching.js';
import { type VectorReading, distinct } from './reading.js';
import type { Sample } from './world.js';

/** `and`, `or` and `unless`, which look only at which series there are. */
export const readSets = (
  operator: SetOperator,
  { matching }: Binary,
  left: VectorReading,
  right: VectorReading,
): VectorReading => {
  const key = matchedBy(matching);
  const keysOf = (samples: readonly Sample[]) => new Set(samples.map(({ labels }) => key(labels)));
  return {
    type: 'vector',
    read: (scene, at) => {
      const ours = left.read(scene, at);
      const theirs = right.read(scene, at);
      if (operator === 'or') {
        if (ours.length === 0 || theirs.length === 0) return ours.length === 0 ? theirs : ours;
        const keys = keysOf(ours);
        return distinct([...ours, ...theirs.filter(({ labels }) => !keys.has(key(labels)))]);
      }
      if (ours.length === 0 || theirs.length === 0) return operator === 'and' ? [] : ours;
      const keys = keysOf(theirs);
      return ours.filter(({ labels }) => keys.has(key(labels)) === (operator === 'and'));
    },
  };
};
