import { type QueryTimes, queryP95 } from '#alerts/database/slow-queries.js';
import type { Alert } from '#alerts/rule/alert.js';
import { meanObserved } from '#promql/vector/histogram.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

const window = '$__rate_interval';

/** How long an application waits for its database, by its own measure. */
export const queryTimePanel = (
  metrics: QueryTimes,
  { slowQueries }: { readonly slowQueries?: Alert<never, 'seconds'> },
) =>
  timeseries('Query Time', {
    description: {
      ko: '애플리케이션이 잰 쿼리 시간의 평균과, 쿼리 100건 중 95건이 끝난 시간(p95)입니다. 커넥션을 기다린 시간도 들어 있으므로, 데이터베이스의 시간은 그대로인데 이것만 오르면 풀이나 망을 봅니다.',
      en: 'The mean of query times as the application measures them, and what 95 of 100 queries stay under (p95). The wait for a connection is part of it: where only this rises, look at the pool and the network.',
    },
    queries: [
      query(meanObserved(metrics.queryDuration, window), 'average'),
      query(queryP95(metrics, window), 'p95'),
    ],
    limits: given(slowQueries),
  });
