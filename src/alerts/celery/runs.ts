import { humanize, heldAgainst } from '#promql/unit/humanize.js';
import { type Limit, ratio } from '#promql/unit/limit.js';
import { type Behaviour, grows } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { becoming } from '#alerts/scenario/course.js';
import { withLabels } from '#alerts/scenario/labels.js';
import type { Firing } from '#alerts/scenario/scenario.js';
import { type CeleryMetrics, taskLabel } from './tasks.js';

type Labels = Readonly<Record<string, string>>;
type Ending = (failing: number, labels: Labels) => readonly Behaviour[];

/** So many runs a second that come to an end, of which a share fails. */
export const endingRuns =
  <T extends string>(metrics: CeleryMetrics<T>, perSecond: number): Ending =>
  (failing, labels) => {
    const [well, failed] = [perSecond * (1 - failing), perSecond * failing];
    if (!('tasks' in metrics))
      return [grows(metrics.succeeded, {}, well), grows(metrics.failed, {}, failed)].map(withLabels(labels));
    return [
      withLabels({ ...labels, status: 'success' })(grows(metrics.tasks, {}, well)),
      withLabels({ ...labels, status: 'failure' })(grows(metrics.tasks, {}, failed)),
    ];
  };

interface Amid<T extends string> {
  readonly limit: Limit<'ratio'>;
  readonly labels: Readonly<Record<T, string>>;
  readonly runs: Ending;
  readonly retriesPerSecond: number;
}

/** Failures beside what is no end: retries that the same counter has, or nothing at all that ever succeeded. */
export const amidOthers = <T extends string>(
  metrics: CeleryMetrics<T>,
  { limit, labels, runs, retriesPerSecond }: Amid<T>,
): readonly Firing<T>[] => {
  if (!('tasks' in metrics)) {
    const failing = becoming(runs(0, labels), runs(1, labels));
    return [
      {
        when: 'all runs fail, and none has ever succeeded',
        series: failing.filter(({ metric }) => metric.name === metrics.failed.info.name),
        labels,
        value: heldAgainst(limit, ratio(1)),
      },
    ];
  }
  const over = ratio(boundaryOf(limit, '>').over);
  const retries = withLabels({ ...labels, status: 'retry' })(grows(metrics.tasks, {}, retriesPerSecond));
  return [
    {
      when: `${humanize(over)} of the runs fail after many retries`,
      series: [...becoming(runs(0, labels), runs(over.value, labels)), retries],
      labels,
      value: heldAgainst(limit, over),
    },
  ];
};

/** Labels of runs that succeed, and of those that fail in one way of many: by another exception, or on another worker. */
export const kindsOf = <T extends string>(metrics: CeleryMetrics<T>, labels: Labels) => {
  const byStatus = 'tasks' in metrics;
  const { ownLabels } = byStatus ? metrics.tasks.info : metrics.failed.info;
  const free = ownLabels.filter((label) => label !== taskLabel(metrics) && label !== 'status').at(-1);
  return {
    well: byStatus ? { ...labels, status: 'success' } : labels,
    failing: (kind: number): Labels | undefined =>
      free === undefined
        ? undefined
        : { ...labels, ...(byStatus && { status: 'failure' }), [free]: `other-${kind}` },
  };
};
