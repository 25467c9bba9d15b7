import type { Duration } from '#ground/duration.js';
import { withParticle } from '#ground/particle.js';
import type { Histogram } from '#promql/metric/metric.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { takeLong } from '#alerts/tail/proof.js';
import { type Tail, enoughTimed, quantileOver, tooLong } from '#alerts/tail/tail.js';
import { tailWords } from '#alerts/tail/words.js';
import { commands, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import type { Localized } from '#ground/language.js';

/** How long an application waits for its database, by its own measure. */
export interface QueryTimes {
  readonly queryDuration: Histogram<never, 'seconds'>;
}

export interface QueryLimits {
  /** What 95 of 100 queries stay under. */
  readonly slow: Limit<'seconds'>;
  /** Fewer queries than this say nothing. By default 30 in 5 minutes. */
  readonly leastQueries?: Limit<'perSecond'>;
  /** How far back it looks; 5 minutes by default. */
  readonly window?: Duration;
}

const queryWord: Localized = { ko: '쿼리', en: 'queries' };
const times = ({ queryDuration }: QueryTimes): Tail<never> => ({ duration: queryDuration, quantile: 0.95 });

/** What 95 of 100 queries stay under. At an edge of the buckets it is exact, else spread evenly between two. */
export const queryP95 = (metrics: QueryTimes, window: Window) => quantileOver(times(metrics), window);

/** Too many queries of a database take too long, as the application waits for them: with its pool and the network. */
export const slowQueries = (
  subject: Subject,
  metrics: QueryTimes,
  { slow, leastQueries = perSecond(0.1), window = '5m' }: QueryLimits,
): Alert<never, 'seconds'> => {
  const tail = times(metrics);
  const words = (limit: Limit<'seconds'>) => tailWords(tail, queryWord, limit);
  const tooFew = (window: Duration) => tooFewToTell(queryWord, leastQueries, window);
  const look = (window: Duration): string =>
    [query(queryP95(metrics, window)), commands(placeOf(subject).usage(metrics.queryDuration))].join('\n\n');
  return alert('SlowDatabaseQueries', {
    limit: slow,
    window,
    for: '5m',
    severity: 'warning',
    component: 'database',
    when: ({ limit, window }) => tooLong(tail, limit, window),
    given: ({ window }) => enoughTimed(tail, leastQueries, window),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 데이터베이스 쿼리의 ${value}가 ${words(facts.limit).edge}보다 오래 걸립니다`,
        description: `최근 ${window} 동안 ${subject.ko}에서 데이터베이스 쿼리의 ${value}가 ${words(facts.limit).edge}보다 오래 걸렸습니다${words(facts.limit).limit.ko}. \`pg_stat_activity\`에서 오래 도는 쿼리와 잠금을, 그다음 CPU와 디스크를 확인하세요.`,
        meaning: `${subject.ko}에서 애플리케이션이 잰 쿼리 시간이 ${limit}보다 긴 비율이 ${withParticle(words(facts.limit).share, '을/를')} 넘었습니다. 곧 쿼리 시간의 95번째 백분위수(P95)가 ${limit}보다 깁니다. 데이터베이스가 일한 시간만이 아니라 커넥션을 기다리고 오간 시간까지 든 것입니다.${words(facts.limit).note.ko}${tooFew(facts.window).ko}`,
        impact: '쿼리를 기다리는 요청이 모두 느려지고, 커넥션이 늦게 돌아와 풀이 마릅니다.',
        check: `데이터베이스에서 지금 도는 쿼리를 오래된 것부터 봅니다: \`SELECT pid, now() - query_start, wait_event_type, left(query, 80) FROM pg_stat_activity WHERE state = 'active' ORDER BY 2 DESC\`. 잠금을 기다리면(\`Lock\`) 누가 쥐고 있는지 \`pg_blocking_pids(pid)\`로 봅니다. 모두 짧은데 애플리케이션만 느리면 커넥션 풀이나 망을 봅니다.\n\n${look(facts.window)}`,
        action:
          '한 쿼리가 느리면 `EXPLAIN (ANALYZE, BUFFERS)`로 보고 인덱스를 더하거나 쿼리를 고칩니다. 배포 뒤부터라면 되돌립니다. 잠금을 쥔 세션은 무엇인지 확인하고 `pg_cancel_backend`로 멈춥니다. 모두 느리면 CPU와 디스크의 알림을 먼저 처리하고, 통계가 낡았으면 `ANALYZE`합니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} of database queries take longer than ${words(facts.limit).edge}`,
        description: `Over the last ${window} ${value} of the database queries of ${subject.en} took longer than ${words(facts.limit).edge} ${words(facts.limit).limit.en}. Look in \`pg_stat_activity\` for queries that run long and for locks, then at CPU and disks.`,
        meaning: `More than ${words(facts.limit).share} of the database queries of ${subject.en}, as the application measures them, take longer than ${limit}: the 95th percentile (P95) is over it. That is what the database worked, and the wait for a connection and the way to it and back.${words(facts.limit).note.en}${tooFew(facts.window).en}`,
        impact:
          'All requests that wait for a query get slow, and connections come back late until the pool is empty.',
        check: `See in the database what runs now, the longest first: \`SELECT pid, now() - query_start, wait_event_type, left(query, 80) FROM pg_stat_activity WHERE state = 'active' ORDER BY 2 DESC\`. Where one waits for a lock (\`Lock\`), \`pg_blocking_pids(pid)\` says who holds it. If all of them are short and only the application is slow, look at its pool and the network.\n\n${look(facts.window)}`,
        action:
          'If it is one query, see by `EXPLAIN (ANALYZE, BUFFERS)` why, and add an index or mend it. Right after a deployment, roll back. See what a session is that holds a lock, and stop it by `pg_cancel_backend`. If all are slow, work on the alerts on CPU and disks first; `ANALYZE` where statistics are old.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels, perSecond) => takeLong(tail, limit, { share, labels, perSecond }),
        well: 0,
        when: (value) => `${value} of queries take longer than ${words(limit).edge}`,
        labels: {},
        events: { least: leastQueries, what: queryWord.en },
      },
    }),
  });
};
