import { expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { cacheAlerts } from '#alerts/redis.js';
import { called } from '#alerts/text/subject.js';
import { httpPanels, sizePanel } from '#dashboards/http.js';
import { lockWaits, tableSizes } from '#dashboards/postgres.js';
import { cachePanels, redisPanels } from '#dashboards/redis.js';
import { postgresExporterSince } from '#metrics/postgres-exporter.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { summary } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { duration, rendered, requests } from './fixture.js';
import { told } from './told.js';

const subject = called('Shop');
const http = { requests, duration };
const alerts = httpAlerts(subject, http, { errors: percent(5), latency: seconds(5) });
const { errorGauge, responses, statusCodes } = httpPanels(http, alerts);
const waits = lockWaits(postgresExporterSince['0.17']);
const sizes = sizePanel({
  requestSize: summary('shop_request_size_bytes', { help: 'Size of requests.' }),
  responseSize: summary('shop_response_size_bytes', { help: 'Size of responses.' }),
});
const cache = cachePanels(
  redisExporterMetrics,
  cacheAlerts(subject, redisExporterMetrics, { hits: percent(70), memory: percent(80) }),
);

test('responses are told apart by the hundred of their status', async () => {
  const series = {
    'shop_requests_total{status="200"}': '0+60x10',
    'shop_requests_total{status="204"}': '0+60x10',
    'shop_requests_total{status="404"}': '0+6x10',
  };
  expect(await told(statusCodes, 0, series, { '{class="2xx"}': 1200, '{class="4xx"}': 60 })).toBe('');
});

test('failures stand at the bottom of all responses, in red', () => {
  expect(responses.queries.map(({ legend, color }) => [legend, color])).toEqual([
    ['5xx', 'red'],
    ['4xx', 'orange'],
    ['3xx', 'blue'],
    ['2xx', 'green'],
  ]);
});

test('responses of a class are counted by the hundred of their status', async () => {
  const series = {
    'shop_requests_total{status="500"}': '0+60x10',
    'shop_requests_total{status="503"}': '0+60x10',
    'shop_requests_total{status="404"}': '0+6x10',
  };
  expect(await told(responses, 0, series, { '{}': 2 })).toBe('');
});

test('the dial of errors ends at twice the limit', () => {
  expect(rendered(errorGauge).fieldConfig?.defaults.max).toBe(0.1);
});

test('sizes are means over requests', async () => {
  const series = {
    shop_request_size_bytes_sum: '0+3000x10',
    shop_request_size_bytes_count: '0+6x10',
  };
  expect(await told(sizes, 0, series, { '{}': 500 })).toBe('');
});

test('sessions that wait for a lock are counted', async () => {
  const series = {
    'pg_stat_activity_count{wait_event_type="Lock", state="active"}': '2x10',
    'pg_stat_activity_count{wait_event_type="Client", state="idle"}': '7x10',
  };
  expect(await told(waits, 0, series, { '{}': 2 })).toBe('');
});

test('no session waits for a lock where there are sessions and none does', async () => {
  const series = { 'pg_stat_activity_count{wait_event_type="Client", state="idle"}': '7x10' };
  expect(await told(waits, 0, series, { '{}': 0 })).toBe('');
});

test('nobody knows who waits for a lock where nothing is exported', async () => {
  expect(await told(waits, 0, {}, {})).toBe('');
});

test('tables are called by their schema and name', () => {
  expect(rendered(tableSizes(postgresExporterSince['0.18'])).targets).toMatchObject([
    { legendFormat: '{{schemaname}}.{{relname}}' },
  ]);
});

test('databases of a Redis without keys are left out, of all columns', async () => {
  const series = {
    'redis_db_keys{db="db0"}': '20x10',
    'redis_db_keys{db="db1"}': '0x10',
    'redis_db_keys_expiring{db="db0"}': '0x10',
    'redis_db_keys_expiring{db="db1"}': '0x10',
  };
  const { keyspace } = redisPanels(redisExporterMetrics);
  expect([
    await told(keyspace, 0, series, { '{db="db0"}': 20 }),
    await told(keyspace, 1, series, { '{db="db0"}': 0 }),
  ]).toEqual(['', '']);
});

test('the share of look-ups that found their key is that of late', async () => {
  const series = {
    'redis_keyspace_hits_total{instance="a"}': '1000+9x10',
    'redis_keyspace_misses_total{instance="a"}': '0+1x10',
  };
  expect(await told(cache.hitRatio, 0, series, { '{instance="a"}': 0.9 })).toBe('');
});

test('a cache is yellow where its alerts fire', () => {
  const steps = [cache.hitRatio, cache.memory].map(
    (panel) => rendered(panel).fieldConfig?.defaults.thresholds?.steps,
  );
  expect(steps).toEqual([
    [
      { value: null, color: 'yellow' },
      { value: 0.7, color: 'green' },
    ],
    [
      { value: null, color: 'green' },
      { value: 0.8, color: 'yellow' },
    ],
  ]);
});
