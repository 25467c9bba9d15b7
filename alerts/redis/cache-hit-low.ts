import type { Duration } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import { type Limit } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import { aroundRatio } from '../scenario/boundary.js';
import { commands, query } from '../text/command.js';
import { oneOf } from '../text/grouped.js';
import { fewStayQuiet } from '../text/least-events.js';
import { spoken } from '../text/spoken.js';
import { alert } from '../rule/alert.js';
import { type Course, grows } from '../scenario/behaviour.js';
import { below } from '../rule/condition.js';
import type { Proof } from '../scenario/scenario.js';
import { type Subject, placeOf } from '../text/subject.js';
import { redisCommands } from './commands.js';
import { type CacheMetrics, cacheHitRatio, cacheLookupRate } from './signals.js';

const window: Duration = '5m';
const past = spoken(window);

/** A cache in which too few look-ups find something. */
export const redisCacheHitLow = (
  subject: Subject,
  metrics: CacheMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
) => {
  const { keyspaceHits } = metrics;
  const few = fewStayQuiet({ ko: '조회', en: 'look-ups' }, least, window);
  const { find, ask } = redisCommands(placeOf(subject), keyspaceHits);
  const look = [
    commands(...find, ask('info stats'), ask('info keyspace')),
    query(cacheHitRatio(metrics, window)),
  ].join('\n\n');
  return alert('RedisCacheHitLow', {
    when: below(cacheHitRatio(metrics, window), limit),
    given: compare(cacheLookupRate(metrics, window), '>', least),
    for: '15m',
    severity: 'warning',
    component: 'cache',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: Redis 캐시 적중률이 ${value}입니다`,
        description: `최근 ${past.ko} 동안 Redis 조회 가운데 ${value}만 값을 찾았습니다(기준 ${limit}). 나머지는 데이터베이스로 갑니다. 최근 배포에서 키 이름이나 TTL이 바뀌었는지, 메모리가 모자라 키가 지워지고 있는지(evicted_keys)부터 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: only ${value} of Redis look-ups find something`,
        description: `Over the last ${past.en} only ${value} of the look-ups in Redis found something (limit ${limit}); the rest goes to the database. See first whether a deployment changed the names of keys or their time to live, and whether keys are evicted for lack of memory (evicted_keys).`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 Redis에서 키를 찾은 조회의 비율이 ${humanize(limit)}보다 낮습니다. 서버가 켜진 뒤의 누계가 아니라 최근 ${past.ko}의 비율입니다.${few.ko}`,
        impact: '캐시에 없는 만큼 데이터베이스로 요청이 가서 느려지고, 데이터베이스의 부하가 커집니다.',
        check: `언제부터 떨어졌는지 대시보드에서 보고, 같은 시각의 배포, 지워진 키(evicted), 만료된 키(expired)의 수를 맞춰 봅니다. Redis를 막 재시작했다면 캐시가 비어 있어 한동안 낮습니다.\n\n${look}`,
        action:
          '키 이름이 바뀌었으면 되돌리거나 캐시를 미리 채웁니다. 메모리가 모자라 지워진다면 maxmemory를 올립니다. TTL이 너무 짧으면 늘립니다. 없는 키를 일부러 찾는 조회(존재 확인)가 많다면 이 비율은 캐시의 품질이 아니니 기준을 조정합니다.',
      },
      en: {
        meaning: `In the Redis of ${subject.en} less than ${humanize(limit)} of the look-ups find their key: within the last ${past.en}, not since the server started.${few.en}`,
        impact: 'What is not in the cache is asked of the database: answers are slower, and its load grows.',
        check: `See on the dashboard since when it has been low, and compare with deployments and with the keys evicted and expired at that time. Right after a restart of Redis the cache is empty, and the share low for a while.\n\n${look}`,
        action:
          'If names of keys have changed, roll back or fill the cache ahead. If keys are evicted for lack of memory, raise maxmemory. If they live too short, let them live longer. If many look-ups ask for keys that are not meant to exist, this share does not tell how good the cache is: change the limit.',
      },
    },
    proof: proof(metrics, limit, least),
  });
};

const proof = (
  { keyspaceHits, keyspaceMisses }: CacheMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
): Proof<'instance'> => {
  const { over, under } = aroundRatio(limit);
  const labels = oneOf(keyspaceHits, ['instance']);
  const busy = least.value * 200;
  // Well before, so that a ratio of all look-ups since the start would still be fine.
  const from = (was: number, becomes: number): Course => ({ was, becomes });
  const finding = (share: number, perSecond = busy) => [
    grows(keyspaceHits, labels, from(perSecond * (1 + limit.value) * 0.5, perSecond * share)),
    grows(keyspaceMisses, labels, from(perSecond * (1 - limit.value) * 0.5, perSecond * (1 - share))),
  ];
  return {
    fires: [
      {
        when: `${humanize(under)} of look-ups find something`,
        series: finding(under.value),
        labels,
        value: humanize(under),
      },
    ],
    quiet: [
      { when: `${humanize(over)} of look-ups find something`, series: finding(over.value) },
      { when: 'next to no look-ups find nothing', series: finding(0, least.value * 0.9) },
      { when: 'there are no look-ups', series: finding(0, 0) },
      { when: 'nothing is exported, as while Redis is down', series: [] },
    ],
  };
};
