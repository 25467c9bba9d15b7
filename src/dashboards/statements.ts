import { perTarget } from '#alerts/postgres/connections.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import type { Countable } from '#promql/unit/arithmetic.js';
import { yes } from '#promql/unit/limit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { compare } from '#promql/vector/compare.js';
import { rate, value } from '#promql/vector/select.js';
import { and } from '#promql/vector/set.js';
import { timeseries } from './panel/timeseries.js';

const window = '$__rate_interval';
const perServer = { by: ['instance'] } as const;

type Target = (typeof perTarget.by)[number];

/** Metrics of postgres_exporter with `--collector.stat_statements`. */
export interface StatementMetrics {
  readonly statementCalls: Counter<Target, 'count'>;
  readonly statementSeconds: Counter<Target, 'seconds'>;
}

/** All statements of one server, of which several exporters may tell. */
const ofServer = <U extends Countable>(counter: Counter<Target, U>) =>
  max(sum(rate(counter, window), perTarget));

const most = {
  ko: '지금까지 시간을 가장 많이 쓴 100가지 쿼리만 셉니다.',
  en: 'Only the hundred statements count that have taken the most time so far.',
};

/** How long queries take on average, and how many there are. The exporter has totals only, hence no percentiles. */
export const queryPanels = ({ statementCalls, statementSeconds }: StatementMetrics) => {
  const calls = ofServer(statementCalls);
  return {
    time: timeseries('Query Performance', {
      description: {
        ko: `쿼리 하나에 걸린 평균 시간입니다. ${most.ko} 쿼리 수는 그대로인데 시간이 늘면 실행 계획이 바뀌었거나 잠금을 기다리는 것입니다.`,
        en: `The mean time of a query. ${most.en} Where queries are as many as before and take longer, a plan has changed, or they wait for locks.`,
      },
      signal: divide(ofServer(statementSeconds), calls),
      legend: 'mean time',
    }),
    count: timeseries('Queries per Second', {
      description: {
        ko: `초당 쿼리 수입니다. ${most.ko} 요청은 그대로인데 쿼리만 늘면 배포가 쿼리를 더 하게 된 것입니다.`,
        en: `Queries per second. ${most.en} Where requests are as many as before and queries are more, a deployment asks more often.`,
      },
      signal: calls,
      legend: 'queries',
    }),
  };
};

/** Metrics of postgres_exporter 0.13 and newer. */
export interface ReplicationMetrics {
  readonly replicationLag: Gauge<'instance', 'seconds'>;
  readonly isReplica: Gauge<'instance', 'boolean'>;
}

/** How far standbys are behind: a primary says 0 whatever they do, which would look as if all were well. */
const standbyLag = ({ replicationLag, isReplica }: ReplicationMetrics) =>
  and(max(value(replicationLag), perServer), compare(max(value(isReplica), perServer), '==', yes));

/** How far each standby is behind its primary. */
export const replicationLagPanel = (metrics: ReplicationMetrics) =>
  timeseries('Replication Lag', {
    description: {
      ko: '스탠바이가 프라이머리보다 얼마나 뒤처져 있는지입니다. 스탠바이에 붙은 익스포터만 알 수 있으므로, 스탠바이가 없거나 익스포터가 프라이머리에만 붙어 있으면 비어 있습니다.',
      en: 'How far each standby is behind its primary. Only an exporter of the standby knows: without a standby, or with an exporter of the primary alone, it is empty.',
    },
    signal: standbyLag(metrics),
    legend: ({ instance }) => instance,
  });
