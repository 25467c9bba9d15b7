import { type LabelValues, admitted } from '../../promql/metric/match.js';
import type { AnyMetric, Metric } from '../../promql/metric/metric.js';
import type { Duration } from '../../promql/unit/duration.js';
import { sum, topk } from '../../promql/vector/aggregate.js';
import { multiply, subtract } from '../../promql/vector/arithmetic.js';
import { increase } from '../../promql/vector/select.js';
import { or, unless } from '../../promql/vector/set.js';
import { grows } from '../rule/behaviour.js';
import type { Localized } from '../rule/language.js';
import { type Labels, type Sli, all, bad, counting, good, requests } from './sli.js';

type CounterOf<V extends LabelValues> = Metric<'counter', V, 'count'>;
type LabelsOf<V extends LabelValues> = { readonly [L in keyof V]?: V[L] };

/** What counts either the good events or the bad ones. */
type Part<P extends LabelValues> =
  | { readonly good: CounterOf<P>; readonly bad?: never }
  | { readonly bad: CounterOf<P>; readonly good?: never };

interface Counted<T extends LabelValues> {
  /** Counts all events. What must not count, such as health checks, is left out of it and of its part. */
  readonly total: CounterOf<T>;
  /** What bad events are called, as a noun: `requests answered 5xx`. */
  readonly failures: Localized;
  /** What is counted, as a noun; `requests` by default. */
  readonly events?: Localized;
  /** Labels of one good and one bad event, for proofs, where good and bad ones differ by labels. */
  readonly example?: Example<T>;
}
interface Example<T extends LabelValues> {
  readonly good: LabelsOf<T>;
  readonly bad: LabelsOf<T>;
}

/**
 * Events that are counted: all of them, and either the good or the bad ones.
 *
 * @throws Error on examples that are not counted as what they are given for.
 */
export const events = <T extends LabelValues, P extends LabelValues>(spec: Counted<T> & Part<P>): Sli => {
  const { total, failures, events: counted = requests } = spec;
  const part = spec.good ?? spec.bad;
  const all = (window: Duration) => sum(increase(total, window));
  // Without any such event there is no series of it: where there are events, that means 0.
  const those = (window: Duration) => or(sum(increase(part, window)), multiply(all(window), 0));
  // A metric's own labels are some of its labels.
  const own = { by: total.info.ownLabels as readonly never[] };
  return {
    events: counted,
    failures,
    total,
    eventsIn: all,
    badIn: (window) => (spec.bad ? those(window) : subtract(all(window), those(window))),
    worstIn: (window) => {
      const parts = sum(increase(part, window), own);
      return topk(10, spec.bad ? parts : unless(sum(increase(total, window), own), parts));
    },
    series: seriesOf(spec, part),
  };
};

/** Whether a series with these labels is among those that a metric is narrowed to. */
const isSelected = ({ matchers }: AnyMetric, labels: Labels): boolean =>
  matchers.every((matcher) => admitted(matcher, [labels[matcher.label] ?? '']).length > 0);

const seriesOf = <T extends LabelValues, P extends LabelValues>(
  { total, example = { good: {}, bad: {} }, ...spec }: Counted<T> & Part<P>,
  part: CounterOf<P>,
): Sli['series'] => {
  const kind = spec.good ? 'good' : 'bad';
  const labelsOf = (of: 'good' | 'bad'): Labels => grows(total, example[of], 0).labels;
  const apart = part.info.name !== total.info.name;
  const fixed = grows(part, {}, 0).labels;
  const alike = JSON.stringify(labelsOf('good')) === JSON.stringify(labelsOf('bad'));
  const faults = (['good', 'bad'] as const).flatMap((of) => {
    const labels = labelsOf(of);
    if (!isSelected(total, labels)) return [`the example of a ${of} event is not counted at all`];
    const counted = apart
      ? of === kind && isSelected(part, { ...fixed, ...labels })
      : isSelected(part, labels);
    return counted === (of === kind) ? [] : [`the example of a ${of} event is counted as the opposite`];
  });
  if (faults.length > 0) {
    throw new Error(
      `events of ${total.info.name}: ${faults.join('; ')}; give labels by which they differ, e.g. example: { good: { status: '200' }, bad: { status: '500' } }`,
    );
  }
  return (traffic, further = {}) => {
    const counters = [
      ...(alike
        ? [{ counter: total, labels: labelsOf('good'), share: all }]
        : [
            { counter: total, labels: labelsOf('good'), share: good },
            { counter: total, labels: labelsOf('bad'), share: bad },
          ]),
      ...(apart
        ? [{ counter: part, labels: { ...fixed, ...labelsOf(kind) }, share: kind === 'good' ? good : bad }]
        : []),
    ];
    return counters.map(({ counter, labels, share }) => {
      const series = grows<LabelValues>(counter, {}, counting(traffic, share));
      return { ...series, labels: { ...labels, ...further } };
    });
  };
};
