import { humanize } from '../promql/unit/humanize.js';
import { databasePoolExhausted } from './pool/database-pool-exhausted.js';
import type { Pool, PoolMetrics } from './pool/signals.js';
import type { Subject } from './text/subject.js';

export { type Pool, type PoolMetrics, poolInUse } from './pool/signals.js';

/**
 * A pool of database connections of which next to none is left, so that requests wait for one.
 *
 * @throws Error on a size that is no number of connections, and on a share that no pool can exceed, or none can keep.
 */
export const poolAlerts = (subject: Subject, metrics: PoolMetrics, pool: Pool) => {
  const faults = poolFaults(pool);
  if (faults.length > 0) throw new Error(`poolAlerts: ${faults.join('; ')}`);
  return { databasePoolExhausted: databasePoolExhausted(subject, metrics, pool) };
};

const poolFaults = ({ size, used }: Pool): readonly string[] => [
  ...(Number.isInteger(size.value) && size.value > 0
    ? []
    : [`a pool of ${humanize(size)} connections is none; give a whole number over 0`]),
  ...(used.value < 1
    ? []
    : [
        `never more than 100% of a pool is in use, so never more than ${humanize(used)}; give less than 100%`,
      ]),
  ...(used.value >= 0 ? [] : [`always more than ${humanize(used)} of a pool is in use; give at least 0%`]),
];
