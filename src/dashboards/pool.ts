import { type Pool, type PoolMetrics, poolInUse } from '#alerts/pool/connections.js';
import type { Alert } from '#alerts/rule/alert.js';
import { count } from '#promql/unit/limit.js';
import { type AlertOn, given } from './limits.js';
import { timeseries } from './panel/timeseries.js';

/** The limit of a share of the pool, as so many connections. */
const asConnections = ({ condition: { operator, limit } }: AlertOn<'ratio'>, size: Pool['size']) => ({
  operator,
  limit: count(limit.value * size.value),
});

/** How much of its pool of database connections an application uses. */
export const poolPanels = (
  metrics: PoolMetrics,
  { size }: Pick<Pool, 'size'>,
  { databasePoolExhausted }: { readonly databasePoolExhausted?: Alert<'instance', 'ratio'> },
) => {
  return {
    inUse: timeseries('Database Pool', {
      description: {
        ko: '인스턴스마다 풀에서 나가 있는 데이터베이스 커넥션 수입니다. 축의 끝이 풀의 크기입니다.',
        en: 'Database connections that each instance has checked out of its pool. The axis ends at the size of the pool.',
      },
      signal: poolInUse(metrics),
      limits: databasePoolExhausted ? { red: asConnections(databasePoolExhausted, size) } : {},
      alerts: given(databasePoolExhausted),
      max: size,
    }),
  };
};
