import type { AnyMetric } from '#promql/metric/metric.js';
import type { Fault } from '#ground/fault.js';

/** A metric, and the labels that whoever writes it knows how to set. */
export interface Taken {
  /** The field under which it was given: `requests`. */
  readonly field: string;
  readonly metric: AnyMetric;
  readonly labels: readonly string[];
}

/** Labels that nobody would set: a series without one is another series, and code that leaves one out does not run. */
export const unsetLabels = (where: string, taken: readonly Taken[]): readonly Fault[] =>
  taken.flatMap(({ field, metric: { info }, labels }) =>
    info.ownLabels
      .filter((label) => !labels.includes(label))
      .map((label) => ({
        where: `${where}.${field}`,
        what: label,
        code: 'label-unset' as const,
        why: `${info.name} has a label ${label}, and nothing here knows its value: it sets ${labels.join(', ') || 'none'}`,
        cure: 'let the application set this metric itself: leave it to its catalogue, which gives code a name for it',
      })),
  );
