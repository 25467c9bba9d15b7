import type { Duration } from '#ground/duration.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import { compare } from '#promql/vector/compare.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import type { Localized } from '#ground/language.js';
import { type Behaviour, grows } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { scrapedTwice } from '#alerts/scenario/scraped-twice.js';
import { commands, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { redisCommands } from './commands.js';
import { type LookupMetrics, cacheHitRatio, cacheLookupRate } from './servers.js';

export interface CacheHits {
  /** Share of the look-ups that must find something. */
  readonly hits: Limit<'ratio'>;
  /** Fewer look-ups than this say nothing. By default 60 in 5 minutes. */
  readonly leastLookups?: Limit<'perSecond'>;
  /** How far back it looks; 5 minutes by default. */
  readonly window?: Duration;
}

const lookupWord: Localized = { ko: '조회', en: 'look-ups' };

/** A cache in which too few look-ups find something. */
export const redisCacheHitLow = (
  subject: Subject,
  metrics: LookupMetrics,
  { hits, leastLookups = perSecond(0.2), window = '5m' }: CacheHits,
): Alert<'instance', 'ratio'> => {
  const { keyspaceHits, keyspaceMisses } = metrics;
  const tooFew = (window: Duration) => tooFewToTell(lookupWord, leastLookups, window);
  const { find, ask } = redisCommands(placeOf(subject), keyspaceHits);
  const look = (window: Duration): string =>
    [commands(...find, ask('info stats'), ask('info keyspace')), query(cacheHitRatio(metrics, window))].join(
      '\n\n',
    );
  return alert('RedisCacheHitLow', {
    limit: hits,
    window,
    for: '15m',
    severity: 'warning',
    component: 'cache',
    when: ({ limit, window }) => below(cacheHitRatio(metrics, window), limit),
    given: ({ window }) => compare(cacheLookupRate(metrics, window), '>', leastLookups),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: Redis 캐시 적중률이 ${value}입니다`,
        description: `최근 ${window} 동안 Redis 조회 가운데 ${value}만 값을 찾았습니다(기준 ${limit}). 나머지는 캐시 뒤에 있는 것(흔히 데이터베이스)으로 갑니다. 최근 배포에서 키 이름이나 TTL이 바뀌었는지, 메모리가 모자라 키가 지워지고 있는지(evicted_keys)부터 확인하세요.`,
        meaning: `${subject.ko}의 Redis에서 키를 찾은 조회의 비율이 ${limit}보다 낮습니다. 서버가 켜진 뒤의 누계가 아니라 최근 ${window}의 비율입니다.${tooFew(facts.window).ko}`,
        impact:
          '캐시에 없는 만큼 그 뒤에 있는 것(흔히 데이터베이스)으로 요청이 가서 느려지고, 그쪽의 부하가 커집니다.',
        check: `언제부터 떨어졌는지 대시보드에서 보고, 같은 시각의 배포, 지워진 키(evicted), 만료된 키(expired)의 수를 맞춰 봅니다. Redis를 막 재시작했다면 캐시가 비어 있어 한동안 낮습니다.\n\n${look(facts.window)}`,
        action:
          '키 이름이 바뀌었으면 되돌리거나 캐시를 미리 채웁니다. 메모리가 모자라 지워진다면 maxmemory를 올립니다. TTL이 너무 짧으면 늘립니다. 없는 키를 일부러 찾는 조회(존재 확인)가 많다면 이 비율은 캐시의 품질이 아니니 기준을 조정합니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: only ${value} of Redis look-ups find something`,
        description: `Over the last ${window} only ${value} of the look-ups in Redis found something (limit ${limit}); the rest goes to what is behind the cache, often a database. See first whether a deployment changed the names of keys or their time to live, and whether keys are evicted for lack of memory (evicted_keys).`,
        meaning: `In the Redis of ${subject.en} less than ${limit} of the look-ups find their key: within the last ${window}, not since the server started.${tooFew(facts.window).en}`,
        impact:
          'What is not in the cache is asked of what is behind it, often a database: answers are slower, and its load grows.',
        check: `See on the dashboard since when it has been low, and compare with deployments and with the keys evicted and expired at that time. Right after a restart of Redis the cache is empty, and the share low for a while.\n\n${look(facts.window)}`,
        action:
          'If names of keys have changed, roll back or fill the cache ahead. If keys are evicted for lack of memory, raise maxmemory. If they live too short, let them live longer. If many look-ups ask for keys that are not meant to exist, this share does not tell how good the cache is: change the limit.',
      }),
    },
    proof: () => {
      const server = oneOf(keyspaceHits, ['instance']);
      const finds = (value: number, labels: typeof server, perSecond: number): readonly Behaviour[] => [
        grows(keyspaceHits, labels, perSecond * value),
        grows(keyspaceMisses, labels, perSecond * (1 - value)),
      ];
      return {
        reading: {
          at: finds,
          well: 1,
          when: (value) => `${value} of look-ups find something`,
          labels: server,
          events: { least: leastLookups, what: lookupWord.en },
        },
        quiet: [
          {
            when: 'the exporter is scraped twice, of too few look-ups',
            series: scrapedTwice('job', finds(hits.value / 2, server, leastLookups.value * 0.9)),
          },
        ],
      };
    },
  });
};
