import { type Pool, type PoolMetrics, poolUsed } from '#alerts/pool/connections.js';
import type { Alert } from '#alerts/rule/alert.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';

/** How much of its pool of database connections an application uses. */
export const poolPanels = (
  metrics: PoolMetrics,
  { size }: Pick<Pool, 'size'>,
  { databasePoolExhausted }: { readonly databasePoolExhausted?: Alert<'instance', 'ratio'> },
) => {
  return {
    inUse: timeseries('Database Pool', {
      description: {
        ko: `인스턴스마다 데이터베이스 커넥션 풀(${humanize(size)}개) 가운데 나가 있는 커넥션의 비율입니다.`,
        en: `The share of its pool of ${humanize(size)} database connections that each instance has checked out.`,
      },
      signal: poolUsed(metrics, { size }),
      limits: given(databasePoolExhausted),
      max: ratio(1),
    }),
  };
};
