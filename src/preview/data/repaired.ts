import type { Selector } from '#promql/expr/ast.js';
import { passing } from '#promql/expr/selected.js';
import { reads } from '#alerts/scenario/selected.js';
import { isPlaceholder } from './place.js';
import { seedOf } from './noise.js';
import type { Track } from './track.js';
import { weightOf } from './words.js';
import type { World } from './world.js';

type Labels = Readonly<Record<string, string>>;

/** The labels that a selector asks for by name, or that a proof's series has which it reads. */
const askedBy = (selector: Selector, world: World): Labels => {
  const shown = world.read(selector.metric.name).proven.find((each) => reads(selector, each));
  return Object.fromEntries(
    selector.matchers.flatMap(({ label }) => {
      const named = passing(selector, label)?.find((each) => each !== '') ?? shown?.labels[label];
      return named === undefined || isPlaceholder(named) ? [] : [[label, named] as const];
    }),
  );
};

/** How much of it there is against the one that it is made after: a tenth at the most. */
const shareOf = (labels: Labels, asked: Labels): number =>
  Object.entries(asked).reduce((share, [label, value]) => {
    const before = labels[label];
    return before === undefined || before === value
      ? share
      : Math.min(share, weightOf(label, value, 1) / weightOf(label, before, 0));
  }, 0.1);

/** The series, and of each selector that reads none of them one that it does, as another of its metric with what it asks for. */
export const repaired = (tracks: readonly Track[], world: World): readonly Track[] => {
  const byName = new Map<string, Track[]>();
  for (const each of tracks) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const missing = world.asked.flatMap(({ selector }): readonly Track[] => {
    const own = byName.get(selector.metric.name);
    const [first] = own ?? [];
    if (!own || !first || own.some((each) => reads(selector, each))) return [];
    const asked = askedBy(selector, world);
    const labels = { ...first.labels, ...asked };
    const other = {
      ...first,
      labels,
      seed: seedOf(JSON.stringify(labels)),
      base: first.base * shareOf(first.labels, asked),
    };
    own.push(other);
    return [other];
  });
  return [...tracks, ...missing];
};
