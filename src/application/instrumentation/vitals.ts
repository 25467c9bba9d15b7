import type { Counter, Gauge, Histogram } from '#promql/metric/metric.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import type { Taken } from './part.js';

/** By which metrics a website tells what browsers report of it. */
export interface Vitals {
  readonly pageViews?: AnyMetric;
  readonly javascriptErrors?: AnyMetric;
  readonly apiFailures?: AnyMetric;
  readonly firstContentfulPaint?: AnyMetric;
  readonly timeToInteractive?: AnyMetric;
  readonly sessions?: AnyMetric;
  /** The patterns of its pages: whatever else browsers report is told as `other`, so that nobody makes series at will. */
  readonly pages: readonly string[];
}

export interface VitalsSpec {
  readonly pageViews?: Counter<'page', 'count'>;
  readonly javascriptErrors?: Counter<'page', 'count'>;
  readonly apiFailures?: Counter<'page', 'count'>;
  readonly firstContentfulPaint?: Histogram<'page', 'seconds'>;
  readonly timeToInteractive?: Histogram<'page', 'seconds'>;
  readonly sessions?: Gauge<never, 'count'>;
  readonly pages: readonly `/${string}`[];
}

export const takenByVitals = ({ pages: _, ...metrics }: Vitals): readonly Taken[] =>
  Object.entries(metrics).flatMap(([field, metric]) =>
    metric ? [{ field, metric, labels: field === 'sessions' ? [] : ['page'] }] : [],
  );

/** How a website counts what browsers report to its own `/api/vitals`. */
export const webVitals = (spec: VitalsSpec): Vitals => spec;
