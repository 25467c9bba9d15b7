import type { Duration } from '../ground/duration.js';
import { type Limit, perSecond } from '../promql/unit/limit.js';
import { redisCacheHitLow } from './redis/cache-hit-low.js';
import { redisMemoryHigh } from './redis/memory-high.js';
import { redisDown } from './redis/redis-down.js';
import type { CacheMetrics, RedisMetrics } from './redis/signals.js';
import type { Subject } from './text/subject.js';

export {
  type CacheMetrics,
  type RedisMetrics,
  cacheHitRatio,
  cacheLookupRate,
  redisMemoryRatio,
  redisUp,
} from './redis/signals.js';

/** A Redis server that does not answer. */
export const redisAlerts = (
  subject: Subject,
  metrics: RedisMetrics,
  { for: hold = '1m' }: { readonly for?: Duration } = {},
) => ({ redisDown: redisDown(subject, metrics, hold) });

export interface CacheLimits {
  /** Share of `maxmemory` that may be used. Without `maxmemory` nothing is too much. */
  readonly memory: Limit<'ratio'>;
  /** Share of the look-ups that must find something. */
  readonly hits: Limit<'ratio'>;
  /** Fewer look-ups than this say nothing. By default 60 in 5 minutes. */
  readonly leastLookups?: Limit<'perSecond'>;
}

/** A Redis that is too full for what it is to hold, or of little use as a cache. */
export const cacheAlerts = (
  subject: Subject,
  metrics: CacheMetrics,
  { memory, hits, leastLookups = perSecond(0.2) }: CacheLimits,
) => ({
  redisMemoryHigh: redisMemoryHigh(subject, metrics, memory),
  redisCacheHitLow: redisCacheHitLow(subject, metrics, hits, leastLookups),
});
