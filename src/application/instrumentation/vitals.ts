import type { Counter, Gauge, Histogram } from '#promql/metric/metric.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { refuse } from '#ground/fault.js';
import { pageFaults } from './pages.js';
import type { Taken } from './part.js';

/** By which metrics a website tells what browsers report of it. */
export interface Vitals {
  readonly pageViews?: AnyMetric;
  readonly javascriptErrors?: AnyMetric;
  readonly apiFailures?: AnyMetric;
  readonly firstContentfulPaint?: AnyMetric;
  readonly timeToInteractive?: AnyMetric;
  readonly sessions?: AnyMetric;
  readonly sessionDuration?: AnyMetric;
  readonly sessionsEnded?: AnyMetric;
  readonly bounces?: AnyMetric;
  /** The patterns of its pages: whatever else browsers report is told as `other`, so that nobody makes series at will. */
  readonly pages: readonly string[];
  /** Where browsers report. */
  readonly path: string;
}

export interface VitalsSpec {
  readonly pageViews?: Counter<'page', 'count'>;
  readonly javascriptErrors?: Counter<'page', 'count'>;
  readonly apiFailures?: Counter<'page', 'count'>;
  readonly firstContentfulPaint?: Histogram<'page', 'seconds'>;
  readonly timeToInteractive?: Histogram<'page', 'seconds'>;
  /** Sessions that are active. */
  readonly sessions?: Gauge<never, 'count'>;
  /** How long a session lasted, told when it has ended: half an hour after it was last heard of. */
  readonly sessionDuration?: Histogram<never, 'seconds'>;
  /** Sessions that ended, and those among them that saw one page only. */
  readonly sessionsEnded?: Counter<never, 'count'>;
  readonly bounces?: Counter<never, 'count'>;
  /** The patterns of its pages as Next.js writes them: `['/', '/notices/[id]']`. */
  readonly pages: readonly `/${string}`[];
  /** Where browsers report; `/api/vitals` unless told. */
  readonly path?: `/${string}`;
}

const ofNoPage: readonly string[] = ['sessions', 'sessionDuration', 'sessionsEnded', 'bounces'];

export const takenByVitals = ({ pages: _, path: __, ...metrics }: Vitals): readonly Taken[] =>
  Object.entries(metrics).flatMap(([field, metric]) =>
    metric ? [{ field, metric, labels: ofNoPage.includes(field) ? [] : ['page'] }] : [],
  );

/**
 * How a website counts what browsers report to its own `/api/vitals`.
 *
 * @throws Refusal on pages that are no patterns of paths, or are there twice.
 */
export const webVitals = ({ path = '/api/vitals', ...spec }: VitalsSpec): Vitals => {
  refuse('webVitals', pageFaults(spec.pages));
  return { ...spec, path };
};
