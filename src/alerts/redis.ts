import { type CacheHits, redisCacheHitLow } from './redis/cache-hit-low.js';
import { type CacheMemory, redisMemoryHigh } from './redis/memory-high.js';
import type { CacheMetrics } from './redis/servers.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type CacheMetrics, cacheHitRatio, cacheLookupRate, redisMemoryRatio } from './redis/servers.js';

export interface CacheLimits extends CacheMemory, CacheHits {}

export interface CacheAlerts {
  readonly redisMemoryHigh: Alert<'instance', 'ratio'>;
  readonly redisCacheHitLow: Alert<'instance', 'ratio'>;
}

/** A Redis that is too full for what it is to hold, or of little use as a cache. */
export const cacheAlerts = (subject: Subject, metrics: CacheMetrics, limits: CacheLimits): CacheAlerts => ({
  redisMemoryHigh: redisMemoryHigh(subject, metrics, limits),
  redisCacheHitLow: redisCacheHitLow(subject, metrics, limits),
});
