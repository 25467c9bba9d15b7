import type { Counter, Histogram } from '#promql/metric/metric.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, refuse } from '#ground/fault.js';
import type { Taken } from './part.js';

/** What an application does and waits for, as it is counted where it is called: an outside API, an upload, a query. */
export interface Operation {
  /** How often it was done, by how it ended. */
  readonly done?: AnyMetric;
  /** How long it took, in seconds. */
  readonly duration?: AnyMetric;
  /** How often it took longer than `slowOver` seconds. */
  readonly slow?: AnyMetric;
  readonly slowOver?: number;
  /** The label that tells how it ended, and its values for each of both ends. */
  readonly outcome?: { readonly label: string; readonly success: string; readonly failure: string };
  /** The labels whose values the caller tells: `model`. */
  readonly labels: readonly string[];
}

export interface OperationSpec<O extends string> {
  readonly done?: Counter<NoInfer<O>, 'count'>;
  readonly duration?: Histogram<never, 'seconds'>;
  /** Those that took longer than a length of time. */
  readonly slow?: { readonly metric: Counter<never, 'count'>; readonly over: Duration };
  /** The label that tells how it ended: `outcome: { label: 'status', success: 'success', failure: 'error' }`. */
  readonly outcome?: { readonly label: O; readonly success: string; readonly failure: string };
}

const metricsOf = ({ done, duration, slow }: Pick<Operation, 'done' | 'duration' | 'slow'>) =>
  Object.entries({ done, duration, slow }).flatMap(([field, metric]) => (metric ? [{ field, metric }] : []));

export const takenByOperation = (operation: Operation): readonly Taken[] =>
  metricsOf(operation).map((each) => ({
    ...each,
    labels: [...operation.labels, ...(operation.outcome ? [operation.outcome.label] : [])],
  }));

/** Ends that the label which tells them never has. */
const outcomeFaults = ({ outcome, ...metrics }: Operation): readonly Fault[] =>
  outcome === undefined
    ? []
    : metricsOf(metrics).flatMap(({ metric: { info } }) =>
        [outcome.success, outcome.failure]
          .filter((value) => info.values[outcome.label]?.includes(value) === false)
          .map((value) => ({
            where: 'outcome',
            what: value,
            code: 'no-such-value' as const,
            why: `${outcome.label} of ${info.name} is never '${value}'`,
            cure: `write one of ${info.values[outcome.label]?.join(', ')}`,
          })),
      );

/** Whether its end is told by what counts it: a label of that, and not all alike. */
const endless = ({ done, outcome }: Operation): readonly Fault[] =>
  outcome !== undefined && done && !done.info.ownLabels.includes(outcome.label)
    ? [
        {
          where: 'outcome',
          what: outcome.label,
          code: 'label-unset',
          why: `${done.info.name} has no label ${outcome.label}: it has ${done.info.ownLabels.join(', ') || 'none'}`,
          cure: 'name the label that tells how it ended',
        },
      ]
    : [];

/**
 * How something that an application does is counted:
 * `operation({ done: metrics.uploads, duration: metrics.uploadDuration, outcome: { label: 'status', success: 'success', failure: 'failure' } })`.
 *
 * @throws Refusal on an outcome that the metrics do not have.
 */
export const operation = <const O extends string = never>(spec: OperationSpec<O>): Operation => {
  const { slow, ...others } = spec;
  const metrics = { ...others, ...(slow && { slow: slow.metric }) };
  const own = metricsOf(metrics).flatMap(({ metric }) => metric.info.ownLabels);
  const made: Operation = {
    ...metrics,
    ...(slow && { slowOver: inSeconds(slow.over) }),
    labels: [...new Set(own)].filter((label) => label !== spec.outcome?.label),
  };
  refuse('operation', [...outcomeFaults(made), ...endless(made)]);
  return made;
};
