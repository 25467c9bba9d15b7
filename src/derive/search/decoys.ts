import type { LabelSet } from '#derive/engine/world.js';
import type { Shape } from '#derive/course/shape.js';
import { accepts, namedBy } from '#derive/labels/accepted.js';
import { readable } from '#derive/labels/readable.js';
import type { Labelled } from '#derive/labels/solve.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Made, Stage, Unit } from './stage.js';

/** A series that goes as one does under the fault, but for a label by which it is none that the alert is about. */
interface Decoy {
  readonly unit: Unit;
  /** Whose course it has. */
  readonly like: number;
  readonly made: readonly Omit<Made, 'unit'>[];
}

/** So many are enough to be seen by. */
const most = 12;

/** A value of a label that one matcher refuses, and no other one. */
const refused = (matcher: LabelMatcher, { selector, labels }: Labelled): string | undefined => {
  const { label } = matcher;
  const others = selector.matchers.filter((each) => each !== matcher && each.label === label);
  const tries = matcher.operator.startsWith('!')
    ? namedBy(matcher)
    : [readable(label), readable(label, 2), 'other'];
  return tries.find(
    (text) =>
      text !== labels[label] && !accepts(matcher, text) && others.every((each) => accepts(each, text)),
  );
};

/** Whether the alerts that are left out may be the very one that is proven: it records those series itself. */
const isOfItself = ({ label, operator }: LabelMatcher, { name }: Labelled): boolean =>
  name.startsWith('ALERTS') && label === 'alertname' && operator.startsWith('!');

/** Labels with another value of one; without it where that is empty. */
const labelled = (labels: LabelSet, label: string, text: string): LabelSet =>
  Object.fromEntries([...Object.entries({ ...labels, [label]: text })].filter(([, value]) => value !== ''));

const isSame = (one: Made, labels: LabelSet): boolean => {
  const { le: _, ...own } = one.labels;
  const names = new Set([...Object.keys(own), ...Object.keys(labels)]);
  return [...names].every((name) => (own[name] ?? '') === (labels[name] ?? ''));
};

const decoysOf = ({ made, units }: Stage, leaves: readonly Labelled[]): readonly Decoy[] =>
  leaves.flatMap((leaf) =>
    leaf.selector.matchers.flatMap((matcher): readonly Decoy[] => {
      const { label } = matcher;
      const text =
        label === 'le' || label === '__name__' || isOfItself(matcher, leaf)
          ? undefined
          : refused(matcher, leaf);
      const own = made.filter((each) => each.name === leaf.name && isSame(each, leaf.labels));
      const unit = units[own[0]?.unit ?? -1];
      if (text === undefined || !unit) return [];
      const labels = labelled(leaf.labels, label, text);
      if (made.some((each) => each.name === leaf.name && isSame(each, labels))) return [];
      const copies = own.map(({ name, labels: from, le }) => ({
        name,
        labels: labelled(from, label, text),
        ...(le !== undefined && { le }),
      }));
      return [{ unit: { ...unit, labels }, like: own[0]?.unit ?? 0, made: copies }];
    }),
  );

/** A stage with series beside that are none of the alert's, each as bad as one of its own. */
export interface Decoyed {
  readonly stage: Stage;
  /** The units that were there before. */
  readonly count: number;
  /** Courses of the fault for all units. */
  readonly bad: readonly Shape[];
}

export const decoyed = (stage: Stage, leaves: readonly Labelled[], fault: readonly Shape[]): Decoyed => {
  const seen = new Set<string>();
  const decoys = decoysOf(stage, leaves)
    .filter(({ unit }) => {
      const key = JSON.stringify([unit.name, unit.labels]);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
  const count = stage.units.length;
  return {
    count,
    stage: {
      units: [...stage.units, ...decoys.map(({ unit }) => unit)],
      made: [
        ...stage.made,
        ...decoys.flatMap(({ made }, i) => made.map((each) => ({ ...each, unit: count + i }))),
      ],
    },
    bad: [...fault, ...decoys.flatMap(({ like }) => fault[like] ?? [])],
  };
};
