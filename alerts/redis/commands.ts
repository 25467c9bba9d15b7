import type { AnyMetric } from '../../promql/metric/metric.js';
import { chosenPod, kubectl } from '../command.js';

/** How to ask a Redis something from inside; with its password, where its pod is given one as `REDIS_PASSWORD`. */
export const redisCommands = (metric: AnyMetric) => {
  const { find, pod } = chosenPod(metric, 'the Redis of the list');
  return {
    find,
    logs: kubectl(metric, `logs ${pod} --tail=100`),
    ask: (question: string): string =>
      kubectl(metric, `exec ${pod} -- sh -c 'REDISCLI_AUTH="$REDIS_PASSWORD" redis-cli ${question}'`),
  };
};
