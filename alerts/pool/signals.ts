import type { Gauge } from '../../promql/metric/metric.js';
import type { Limit } from '../../promql/unit/limit.js';
import { max } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { value } from '../../promql/vector/select.js';

/** The application's own metric of its pool of database connections. */
export interface PoolMetrics {
  /** Connections that are checked out. */
  readonly inUse: Gauge<'instance', 'count'>;
}

export interface Pool {
  /** Connections that one instance may have checked out at most, overflow included. */
  readonly size: Limit<'count'>;
  /** Share of them that may be. */
  readonly used: Limit<'ratio'>;
}

/** Connections that each instance has checked out: of several workers that report it, those of the one with most. */
export const poolInUse = ({ inUse }: PoolMetrics) => max(value(inUse), { by: ['instance'] });

/** The share of its pool that each instance has checked out. */
export const poolUsed = (metrics: PoolMetrics, { size }: Pick<Pool, 'size'>) =>
  divide(poolInUse(metrics), size);
