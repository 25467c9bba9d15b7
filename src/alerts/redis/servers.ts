import type { Counter, Gauge } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max } from '#promql/vector/aggregate.js';
import { add, divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { rate, value } from '#promql/vector/select.js';
import { type Up, isUpBy } from '#alerts/scenario/up.js';

/** The metric of redis_exporter by which one Redis server is watched. */
export interface RedisMetrics {
  /** `redis_up`, narrowed to the exporter of one server: of several, the worst counts. */
  readonly up: Up;
}

/** Its metrics of the memory that a server uses, and of what it may use. */
export interface MemoryMetrics {
  readonly memoryUsed: Gauge<'instance', 'bytes'>;
  readonly memoryMax: Gauge<'instance', 'bytes'>;
}

/** Its metrics of the look-ups of keys. */
export interface LookupMetrics {
  readonly keyspaceHits: Counter<'instance', 'count'>;
  readonly keyspaceMisses: Counter<'instance', 'count'>;
}

/** Those by which a Redis is watched as a cache. */
export interface CacheMetrics extends MemoryMetrics, LookupMetrics {}

const perServer = { by: ['instance'] } as const;

/** 1 while the exporter reaches Redis; 0 when it does not; nothing while the exporter itself is gone. */
export const redisUp = ({ up }: RedisMetrics) => isUpBy('redis_up', up);

/** The share of its `maxmemory` that each server uses; nothing for a server that has none, which says 0. */
export const redisMemoryRatio = ({ memoryUsed, memoryMax }: MemoryMetrics) =>
  divide(max(value(memoryUsed), perServer), positive(max(value(memoryMax), perServer)));

/** Look-ups of keys a second, found or not. Each server counts them once, by however many Services its exporter is scraped: hence no sum. */
export const cacheLookupRate = ({ keyspaceHits, keyspaceMisses }: LookupMetrics, window: Window) =>
  add(max(rate(keyspaceHits, window), perServer), max(rate(keyspaceMisses, window), perServer));

/** The share of the look-ups that found something: of late, not since the server started. */
export const cacheHitRatio = (metrics: LookupMetrics, window: Window) =>
  divide(max(rate(metrics.keyspaceHits, window), perServer), cacheLookupRate(metrics, window));
