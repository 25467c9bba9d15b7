import type { AnyMetric } from '#promql/metric/metric.js';
import type { Place } from '#alerts/place/place.js';

/** How to ask a Redis something from inside; with its password, where it is given one as `REDIS_PASSWORD`. */
export const redisCommands = (place: Place, metric: AnyMetric) => {
  const { find, name } = place.chosen(metric, 'the Redis of the list');
  return {
    find,
    logs: place.logs(metric, name, '--tail=100'),
    ask: (question: string): string =>
      place.exec(metric, name, `sh -c 'REDISCLI_AUTH="$REDIS_PASSWORD" redis-cli ${question}'`),
  };
};
