import {
  type ConnectionCountMetrics,
  type ConnectionMetrics,
  type PostgresMetrics,
  connectionRatio,
  connectionsForClients,
  connectionsInUse,
  connectionsOfServer,
  databaseUp,
} from '#alerts/postgres/connections.js';
import type { Alert } from '#alerts/rule/alert.js';
import type { Gauge } from '#promql/metric/metric.js';
import { ratio } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { multiply } from '#promql/vector/arithmetic.js';
import { value } from '#promql/vector/select.js';
import { or } from '#promql/vector/set.js';
import { given } from './limits.js';
import { upOrDown } from './mapping.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

/** Whether a PostgreSQL server answers. */
export const postgresPanels = (
  metrics: PostgresMetrics,
  { databaseDown }: { readonly databaseDown?: Alert<never, 'boolean'> },
) => ({
  up: stat('PostgreSQL', {
    description: {
      ko: '익스포터가 PostgreSQL에 접속할 수 있는지입니다. 익스포터가 사라져도 DOWN입니다.',
      en: 'Whether the exporter can connect to PostgreSQL. Without the exporter it is DOWN too.',
    },
    signal: databaseUp(metrics),
    limits: given(databaseDown),
    values: upOrDown,
  }),
});

/** How many of the connections that clients can have of a server are taken. */
export const connectionPanel = (metrics: ConnectionMetrics) =>
  timeseries('PostgreSQL Connections', {
    description: {
      ko: '쉬고 있는 것까지 포함한 연결 수입니다. 점선은 클라이언트가 쓸 수 있는 연결 수(max_connections에서 관리자용으로 남겨 둔 것을 뺀 수)이며, 닿으면 새 연결이 거절됩니다.',
      en: 'Connections in any state, idle ones too. The dashed line is how many clients can have (max_connections less those that are kept for administrators), at which new ones are refused.',
    },
    queries: [
      query(connectionsInUse(metrics), 'in use'),
      query(max(connectionsForClients(metrics)), 'for clients', { dashed: true }),
    ],
  });

/** The share of those connections that is taken, by which somebody is told. */
export const connectionSharePanel = (
  metrics: ConnectionMetrics,
  { connectionsExhausted }: { readonly connectionsExhausted?: Alert<'instance', 'ratio'> },
) =>
  timeseries('PostgreSQL Connections in Use', {
    description: {
      ko: '클라이언트가 쓸 수 있는 연결(max_connections에서 관리자용으로 남겨 둔 것을 뺀 수) 가운데 쓰고 있는 비율입니다. 100%이면 새 연결이 거절됩니다.',
      en: 'The share in use of the connections that clients can have (max_connections less those that are kept for administrators). At 100% new ones are refused.',
    },
    signal: connectionRatio(metrics),
    legend: ({ instance }) => instance,
    limits: given(connectionsExhausted),
    max: ratio(1),
  });

/** How much disk space each database takes. */
export const databaseSizes = ({ databaseSize }: { readonly databaseSize: Gauge<'datname', 'bytes'> }) =>
  timeseries('Database Size', {
    description: {
      ko: '데이터베이스마다 디스크에서 차지하는 크기입니다.',
      en: 'The size of each database on disk.',
    },
    signal: max(value(databaseSize), { by: ['datname'] }),
    legend: ({ datname }) => datname,
    stacked: true,
  });

/** Metrics of postgres_exporter 0.18 and newer. */
export interface StorageMetrics {
  readonly tableSize: Gauge<'datname' | 'schemaname' | 'relname', 'bytes'>;
}

/** How much disk space each table takes; the exporter tells of the one database that it is connected to. */
export const tableSizes = ({ tableSize }: StorageMetrics) =>
  timeseries('Disk Usage', {
    description: {
      ko: '테이블마다 디스크에서 차지하는 크기입니다. 인덱스는 들어 있지 않습니다.',
      en: 'The size of each table on disk, without its indexes.',
    },
    signal: max(value(tableSize), { by: ['schemaname', 'relname'] }),
    legend: ({ schemaname, relname }) => `${schemaname}.${relname}`,
    stacked: true,
  });

/** Metrics of postgres_exporter 0.17 and newer. */
export interface WaitMetrics {
  readonly connectionsByWait: Gauge<'instance' | 'job' | 'service' | 'wait_event_type', 'count'>;
}

/** Sessions that wait for a lock; 0 where there are sessions and none waits, since only what is there is exported. */
const waiting = ({ connectionsByWait }: WaitMetrics) =>
  or(
    connectionsOfServer(connectionsByWait.where({ wait_event_type: 'Lock' })),
    multiply(connectionsOfServer(connectionsByWait), 0),
  );

/** How many sessions wait for a lock. */
export const lockWaits = (metrics: WaitMetrics) =>
  timeseries('Lock Waits', {
    description: {
      ko: '잠금을 기다리는 세션 수입니다. 0이 아닌 채로 이어지면 오래 열린 트랜잭션이 다른 요청을 막고 있습니다.',
      en: 'Sessions that wait for a lock. Where it stays over 0, a transaction that is left open holds up others.',
    },
    signal: waiting(metrics),
    legend: 'waiting',
  });

/** What the sessions of a database do, and wait for. */
export interface SessionMetrics extends ConnectionCountMetrics, WaitMetrics {
  readonly connections: Gauge<'instance' | 'job' | 'service' | 'state', 'count'>;
}

/** What the connections of a server do. */
export const sessionPanel = (
  metrics: SessionMetrics,
  { tooManyConnections }: { readonly tooManyConnections?: Alert<'instance', 'count'> },
) =>
  timeseries('Connections', {
    description: {
      ko: '쉬고 있는 것까지 모든 연결 수와, 그중 쿼리를 실행하는(active) 연결과 잠금을 기다리는(waiting) 연결의 수입니다.',
      en: 'All connections, idle ones too, and of them those that run a query (active) and those that wait for a lock (waiting).',
    },
    queries: [
      query(connectionsInUse(metrics), 'all'),
      query(connectionsOfServer(metrics.connections.where({ state: 'active' })), 'active'),
      query(waiting(metrics), 'waiting'),
    ],
    limits: given(tooManyConnections),
  });
