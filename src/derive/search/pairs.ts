import type { Binary, VectorMatching } from '#promql/expr/ast.js';
import type { LabelSet, Sample } from '#derive/engine/world.js';
import { type Scene, read } from './asking.js';

const keyOf = (labels: LabelSet, matching: VectorMatching | undefined): string =>
  Object.keys(labels)
    .filter((label) =>
      matching?.type === 'on'
        ? matching.labels.includes(label)
        : label !== '__name__' && matching?.labels.includes(label) !== true,
    )
    .sort()
    .map((label) => `${label}=${labels[label] ?? ''}`)
    .join('\n');

/** Values that a comparison holds against each other; none where no two series meet. */
export const pairsOf = (
  { left, right, matching }: Binary,
  scene: Scene,
): readonly (readonly [number, number])[] => {
  const [a, b] = [read(left, scene), read(right, scene)];
  if (typeof a === 'number' && typeof b === 'number') return [[a, b]];
  if (typeof a === 'number') return samples(b).map(({ value }) => [a, value]);
  if (typeof b === 'number') return samples(a).map(({ value }) => [value, b]);
  const others = samples(b).map(({ labels, value }) => ({ key: keyOf(labels, matching), value }));
  return samples(a).flatMap(({ labels, value }) => {
    const key = keyOf(labels, matching);
    return others
      .filter((other) => other.key === key)
      .map((other): readonly [number, number] => [value, other.value]);
  });
};

const samples = (value: ReturnType<typeof read>): readonly Sample[] =>
  typeof value === 'object' ? value : [];
