import type { AnyMetric } from '#promql/metric/metric.js';
import { indented } from './indented.js';
import { texts } from './metric.js';
import { parameter } from './names.js';

/** The values that a label can have in all of these metrics that carry it; nothing where no set is closed. */
const valuesOf = (label: string, metrics: readonly AnyMetric[]): readonly string[] | undefined =>
  metrics.find(({ info }) => info.values[label] !== undefined)?.info.values[label];

/** Whether there are only so many values of each of these labels. */
export const isClosed = (labels: readonly string[], metrics: readonly AnyMetric[]): boolean =>
  labels.every((label) => valuesOf(label, metrics) !== undefined);

/** A statement, said of each combination of the values of these labels; nothing where a label can have any. */
export const closedLoops = (
  labels: readonly string[],
  metrics: readonly AnyMetric[],
  statement: string,
): readonly string[] =>
  isClosed(labels, metrics)
    ? [
        labels.reduceRight(
          (inner, label) =>
            `for _, ${parameter(label)} := range ${texts(valuesOf(label, metrics) ?? [])} {\n${indented(inner)}\n}`,
          statement,
        ),
      ]
    : [];
