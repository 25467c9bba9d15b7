import { expect, test } from '@jest/globals';
import { redisDown } from '#alerts/redis/redis-down.js';
import { called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { redisMemoryHigh, redisCacheHitLow } = packs.cache;

test('a missing exporter says nothing of Redis (mistake 40)', () => {
  expect(oneLine(packs.redis.redisDown)).toMatchInlineSnapshot(
    `"min(last_over_time(redis_up{namespace="canteen"}[2m])) == 0"`,
  );
});

test('up of the exporter is refused, which is 1 while Redis is down (mistake 5)', () => {
  expect(() => redisDown(called('Canteen'), scrapeMetrics)).toThrow(
    'up says only whether the exporter answers, which it does while its server is down; give redis_up, which the exporter exports',
  );
});

test('memory is divided by maxmemory, where there is one', () => {
  expect(oneLine(redisMemoryHigh)).toMatchInlineSnapshot(
    `"max by (instance) (last_over_time(redis_memory_used_bytes{namespace="canteen"}[2m])) / (max by (instance) (last_over_time(redis_memory_max_bytes{namespace="canteen"}[2m])) > 0) > 0.8"`,
  );
});

test('hits are a share of the look-ups of late, given enough of them (mistake 14)', () => {
  expect(oneLine(redisCacheHitLow)).toMatchInlineSnapshot(
    `"max by (instance) (rate(redis_keyspace_hits_total{namespace="canteen"}[5m])) / (max by (instance) (rate(redis_keyspace_hits_total{namespace="canteen"}[5m])) + max by (instance) (rate(redis_keyspace_misses_total{namespace="canteen"}[5m]))) < 0.7 and max by (instance) (rate(redis_keyspace_hits_total{namespace="canteen"}[5m])) + max by (instance) (rate(redis_keyspace_misses_total{namespace="canteen"}[5m])) > 0.2"`,
  );
});
