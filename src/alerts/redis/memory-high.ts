import { withParticle } from '#ground/particle.js';
import { type Limit, mebibytes } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { redisCommands } from './commands.js';
import { type MemoryMetrics, redisMemoryRatio } from './servers.js';

export interface CacheMemory {
  /** Share of `maxmemory` that may be used. Without `maxmemory` nothing is too much. */
  readonly memory: Limit<'ratio'>;
}

/** A Redis server that has nearly all the memory that it may have. */
export const redisMemoryHigh = (
  subject: Subject,
  metrics: MemoryMetrics,
  { memory }: CacheMemory,
): Alert<'instance', 'ratio'> => {
  const { memoryUsed, memoryMax } = metrics;
  const place = placeOf(subject);
  const { find, ask } = redisCommands(place, memoryUsed);
  const look = commands(
    ...find,
    ask('info memory'),
    ask('config get maxmemory-policy'),
    ask('info keyspace'),
    ask('--bigkeys'),
  );
  return alert('RedisMemoryHigh', {
    limit: memory,
    for: '5m',
    severity: 'warning',
    component: 'cache',
    when: ({ limit }) => above(redisMemoryRatio(metrics), limit),
    says: {
      ko: ({ value, limit }) => ({
        summary: `${subject.ko}: Redis가 maxmemory의 ${value}를 쓰고 있습니다`,
        description: `Redis 메모리가 maxmemory의 ${value}까지 찼습니다(기준 ${limit}). 다 차면 정책에 따라 키를 지우거나(allkeys-lru 등) 쓰기를 거절합니다(noeviction). maxmemory-policy가 무엇인지, TTL 없는 키가 늘고 있는지부터 확인하세요.`,
        meaning: `${subject.ko}의 Redis가 maxmemory의 ${withParticle(limit, '을/를')} 넘게 쓰고 있습니다. maxmemory를 정하지 않은(0) 서버는 알리지 않습니다.`,
        impact:
          'maxmemory-policy가 `noeviction`이면 다 찼을 때 쓰기가 OOM 오류로 실패합니다. 그 밖의 정책이면 키가 지워져 캐시 적중률이 떨어집니다.',
        check: `정책과 큰 키를 확인합니다. \`info keyspace\`의 keys와 expires의 차이가 TTL 없는 키의 수입니다.\n\n${look}`,
        action: `TTL을 빠뜨린 키가 있으면 TTL을 붙이고, 쓰지 않는 큰 키를 지웁니다(\`UNLINK\`). 캐시로만 쓴다면 \`allkeys-lru\` 정책이 어울립니다. 필요한 데이터가 늘었다면 maxmemory와 ${place.podOrContainer.ko}의 메모리 한도를 함께 올립니다.`,
      }),
      en: ({ value, limit }) => ({
        summary: `${subject.en}: Redis uses ${value} of its maxmemory`,
        description: `Redis uses ${value} of its maxmemory (limit ${limit}). Once it is full it evicts keys (allkeys-lru and others) or refuses writes (noeviction). See first what maxmemory-policy is, and whether keys without a time to live pile up.`,
        meaning: `The Redis of ${subject.en} uses more than ${limit} of its maxmemory. A server without maxmemory (0) is not reported.`,
        impact:
          'With `noeviction` as maxmemory-policy, writes fail with an OOM error once it is full. With any other policy keys are evicted and fewer look-ups find something.',
        check: `See the policy and the big keys. In \`info keyspace\` the keys that are not among expires have no time to live.\n\n${look}`,
        action: `Give keys that lack it a time to live, and remove big keys that nobody needs (\`UNLINK\`). For a mere cache the policy \`allkeys-lru\` is right. If there is simply more to keep, raise maxmemory together with the memory limit of the ${place.podOrContainer.en}.`,
      }),
    },
    proof: () => {
      const most = mebibytes(200).value;
      return {
        reading: {
          at: (value, labels) => [holds(memoryUsed, labels, value * most), holds(memoryMax, labels, most)],
          well: 0,
          when: (value) => `${value} of maxmemory is used`,
          labels: oneOf(memoryUsed, ['instance']),
        },
      };
    },
  });
};
