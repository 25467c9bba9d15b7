import { offeredLabels } from '#promql/expr/labels.js';
import type { Unit } from '#promql/unit/unit.js';
import { type AnySamples, type Vector, typedVector } from './vector.js';

/**
 * Series as scraped, each as one of its own with whatever labels it has, for alerts that were written elsewhere: `up == 0` is
 * `equal(eachSeries(value(scrapeMetrics.up)), no)`. What one writes oneself aggregates by the labels that it means, so that it stays one
 * alert where a label comes in.
 */
export const eachSeries = <U extends Unit>({
  expr,
  unit,
}: AnySamples & { readonly unit: U }): Vector<string, U> =>
  typedVector({ expr, labels: [...offeredLabels(expr)], unit });
