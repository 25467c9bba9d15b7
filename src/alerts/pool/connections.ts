import { type Fault, refuse } from '#ground/fault.js';
import type { Gauge } from '#promql/metric/metric.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { value } from '#promql/vector/select.js';

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

/** The most connections that are not too many. */
export const mostAllowed = ({ size, used }: Pool): number => {
  const near = Math.round(size.value * used.value);
  return near / size.value <= used.value ? near : near - 1;
};

/**
 * Refuses what is no pool.
 *
 * @throws Error on a size that is no number of connections, and on a share that no pool can exceed, or none can keep.
 */
export const refuseNoPool = ({ size, used }: Pool): void => {
  const faults: readonly Fault[] = [
    ...(Number.isInteger(size.value) && size.value > 0
      ? []
      : [
          {
            where: '',
            what: humanize(size),
            code: 'no-whole-number' as const,
            why: `a pool of ${humanize(size)} connections is none`,
            cure: 'give a whole number over 0',
          },
        ]),
    ...(used.value < 1
      ? []
      : [
          {
            where: '',
            what: humanize(used),
            code: 'limit-out-of-reach' as const,
            why: `never more than 100% of a pool is in use, so never more than ${humanize(used)}`,
            cure: 'give less than 100%',
          },
        ]),
    ...(used.value >= 0
      ? []
      : [
          {
            where: '',
            what: humanize(used),
            code: 'limit-out-of-reach' as const,
            why: `always more than ${humanize(used)} of a pool is in use`,
            cure: 'give at least 0%',
          },
        ]),
  ];
  refuse('databasePoolExhausted', faults);
};
