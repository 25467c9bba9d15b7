import { slowQueries } from '#alerts/database/slow-queries.js';
import { elasticsearchAlerts } from '#alerts/elasticsearch.js';
import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { logsDropped } from '#alerts/logs/logs-dropped.js';
import { logsNotSent } from '#alerts/logs/logs-not-sent.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { connectionsExhausted } from '#alerts/postgres/connections-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { queueAlerts } from '#alerts/rabbitmq.js';
import { rabbitmqDown } from '#alerts/rabbitmq/rabbitmq-down.js';
import { cacheAlerts } from '#alerts/redis.js';
import { redisDown } from '#alerts/redis/redis-down.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { fluentBitMetrics } from '#metrics/fluent-bit.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent, seconds } from '#promql/unit/limit.js';
import { here, shop, subject } from './shop.js';
import type { Packs } from './pack.js';

const postgres = narrowed(postgresExporterMetrics, here);
const redis = narrowed(redisExporterMetrics, here);
const fluentBit = narrowed(fluentBitMetrics, here);
const elasticsearch = {
  ...narrowed({ ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics }, here),
  ...narrowed(scrapeMetrics, { ...here, service: 'elasticsearch-exporter' }),
};

export const postgresPacks: Packs = {
  databaseDown: { databaseDown: databaseDown(subject, postgres) },
  connectionsExhausted: {
    connectionsExhausted: connectionsExhausted(subject, postgres, { used: percent(90) }),
  },
  tooManyConnections: { tooManyConnections: tooManyConnections(subject, postgres, { most: count(100) }) },
  slowQueries: { slowQueries: slowQueries(subject, shop, { slow: seconds(0.1) }) },
  databasePoolExhausted: {
    databasePoolExhausted: databasePoolExhausted(
      subject,
      { inUse: shop.checkedOut },
      { size: count(30), used: percent(90) },
    ),
  },
};

export const cachePacks: Packs = {
  redisDown: { redisDown: redisDown(subject, redis) },
  cacheAlerts: { ...cacheAlerts(subject, redis, { memory: percent(80), hits: percent(70) }) },
};

export const queuePacks: Packs = {
  rabbitmqDown: {
    rabbitmqDown: rabbitmqDown(subject, narrowed(scrapeMetrics, { ...here, service: 'rabbitmq' })),
  },
  queueAlerts: {
    ...queueAlerts(subject, narrowed(rabbitmqMetrics, here), {
      work: ['orders', 'photos'],
      waiting: count(1000),
      deadLetter: { pattern: /dead\..+/, names: ['dead.orders'] },
    }),
  },
};

export const searchPacks: Packs = {
  elasticsearchAlerts: { ...elasticsearchAlerts(subject, elasticsearch) },
  noLogsArriving: {
    noLogsArriving: noLogsArriving(subject, elasticsearch, {
      logs: { pattern: /(\.ds-)?logs-.+/, names: ['.ds-logs-shop-2025.01.31-000001', 'logs-shop'] },
    }),
  },
  logsDropped: { logsDropped: logsDropped(subject, fluentBit) },
  logsNotSent: { logsNotSent: logsNotSent(subject, fluentBit) },
};
