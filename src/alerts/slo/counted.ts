import { type Fault, refuse } from '#ground/fault.js';
import { type LabelValues, admitted } from '#promql/metric/match.js';
import type { AnyMetric, Metric } from '#promql/metric/metric.js';
import { grows } from '#alerts/scenario/behaviour.js';
import { type Labels, type Sli, all, bad, counting, good } from './sli.js';

export type CounterOf<V extends LabelValues> = Metric<'counter', V, 'count'>;
type LabelsOf<V extends LabelValues> = { readonly [L in keyof V]?: V[L] };

/** Labels of one good and one bad event. */
export interface Example<T extends LabelValues> {
  readonly good: LabelsOf<T>;
  readonly bad: LabelsOf<T>;
}

/** Whether a series with these labels is among those that a metric is narrowed to. */
const isSelected = ({ matchers }: AnyMetric, labels: Labels): boolean =>
  matchers.every((matcher) => admitted(matcher, [labels[matcher.label] ?? '']).length > 0);

interface Counters<T extends LabelValues, P extends LabelValues> {
  readonly total: CounterOf<T>;
  readonly subset: CounterOf<P>;
  /** Which events `subset` counts. */
  readonly counts: 'good' | 'bad';
  readonly example?: Example<T>;
}

/**
 * The series of a proof by which good and bad events are told apart.
 *
 * @throws Error on examples that are not counted as what they are given for.
 */
export const countedSeries = <T extends LabelValues, P extends LabelValues>({
  total,
  subset,
  counts: kind,
  example = { good: {}, bad: {} },
}: Counters<T, P>): Sli['series'] => {
  const labelsOf = (of: 'good' | 'bad'): Labels => grows(total, example[of], 0).labels;
  const apart = subset.info.name !== total.info.name;
  const fixed = grows(subset, {}, 0).labels;
  const alike = JSON.stringify(labelsOf('good')) === JSON.stringify(labelsOf('bad'));
  const wrong = (of: 'good' | 'bad', how: string): Fault => ({
    where: '',
    what: JSON.stringify(labelsOf(of)),
    code: 'bad-example-event',
    why: `the example of a ${of} event ${how}`,
    cure: "give labels by which the two differ, e.g. example: { good: { status: '200' }, bad: { status: '500' } }",
  });
  const faults = (['good', 'bad'] as const).flatMap((of) => {
    const labels = labelsOf(of);
    if (!isSelected(total, labels)) return [wrong(of, 'is not counted at all')];
    const counted = apart
      ? of === kind && isSelected(subset, { ...fixed, ...labels })
      : isSelected(subset, labels);
    return counted === (of === kind) ? [] : [wrong(of, 'is counted as the opposite')];
  });
  refuse(`events of ${total.info.name}`, faults);
  return (traffic, further = {}) => {
    const counters = [
      ...(alike
        ? [{ counter: total, labels: labelsOf('good'), share: all }]
        : [
            { counter: total, labels: labelsOf('good'), share: good },
            { counter: total, labels: labelsOf('bad'), share: bad },
          ]),
      ...(apart
        ? [{ counter: subset, labels: { ...fixed, ...labelsOf(kind) }, share: kind === 'good' ? good : bad }]
        : []),
    ];
    return counters.map(({ counter, labels, share }) => {
      const series = grows<LabelValues>(counter, {}, counting(traffic, share));
      return { ...series, labels: { ...labels, ...further } };
    });
  };
};
