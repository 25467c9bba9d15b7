import { type Mark, mark } from '#dashboards/mark.js';
import { oneStep } from '#promql/expr/when.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';

/** When a process began, as the libraries of Prometheus tell it of the one that they run in. */
export interface ProcessMetrics {
  readonly started: Gauge<'job' | 'instance', 'timestamp'>;
}

const perTarget = { by: ['job', 'instance'] } as const;

/**
 * Marks processes that began later than any that was seen at their target in the hour before: of several workers behind one port each scrape
 * tells of another, and none of them is news.
 */
export const processStarts = ({ started }: ProcessMetrics): Mark =>
  mark(
    { ko: '프로세스 시작', en: 'Process start' },
    {
      signal: compare(
        max(value(started), perTarget),
        '>',
        max(maxOverTime(started.offset(oneStep), '1h'), perTarget),
      ),
      text: ({ job, instance }) => `${job} ${instance}`,
      color: 'orange',
    },
  );
