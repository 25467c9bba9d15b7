import type { Duration } from '#ground/duration.js';
import type { Counter } from '#promql/metric/metric.js';
import { sum } from '#promql/vector/aggregate.js';
import { floor } from '#promql/vector/arithmetic.js';
import { increase } from '#promql/vector/select.js';

/** By which Fluent Bit tells of the records that it gave up. */
export interface DroppedMetrics {
  readonly recordsDropped: Counter<never, 'count'>;
}

/** By which Fluent Bit tells whether what it reads arrives. */
export interface SentMetrics {
  readonly recordsRead: Counter<'pod', 'count'>;
  readonly recordsSent: Counter<'pod', 'count'>;
}

const perAgent = { by: ['pod'] } as const;

/** Lines that agents gave up within the window, all together, without the fraction that extrapolation adds. */
export const droppedRecords = ({ recordsDropped }: DroppedMetrics, window: Duration) =>
  floor(sum(increase(recordsDropped, window)));

/** Lines that each agent read within the window. */
export const readRecords = ({ recordsRead }: Pick<SentMetrics, 'recordsRead'>, window: Duration) =>
  sum(increase(recordsRead, window), perAgent);

/** Lines of each agent that were taken within the window. */
export const sentRecords = ({ recordsSent }: Pick<SentMetrics, 'recordsSent'>, window: Duration) =>
  sum(increase(recordsSent, window), perAgent);
