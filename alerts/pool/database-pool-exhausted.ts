import { humanize } from '../../promql/unit/humanize.js';
import { ratio } from '../../promql/unit/limit.js';
import { commands, query } from '../text/command.js';
import { oneOf, withLabels } from '../text/grouped.js';
import { psql } from '../postgres/commands.js';
import { alert } from '../rule/alert.js';
import { holds } from '../scenario/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../scenario/scenario.js';
import { amongStrangers } from '../scenario/stranger.js';
import { type Subject, placeOf } from '../text/subject.js';
import { type Pool, type PoolMetrics, poolInUse, poolUsed } from './signals.js';

const oldest =
  'select pid, state, now() - xact_start as open, left(query, 60) from pg_stat_activity where xact_start is not null order by xact_start limit 20';

/** An application that has next to no database connection left in its pool. */
export const databasePoolExhausted = (subject: Subject, metrics: PoolMetrics, pool: Pool) => {
  const { inUse } = metrics;
  const place = placeOf(subject);
  const { part } = place;
  const application = place.exporting(inUse, [], 'the application of the list');
  const database = place.chosen(inUse, 'the database of the list');
  const look = [
    query(poolInUse(metrics)),
    commands(
      ...application.find,
      place.logs(inUse, application.name, '--tail=100'),
      ...database.find,
      place.exec(inUse, database.name, `sh -c '${psql} -c "${oldest}"'`),
    ),
  ].join('\n\n');
  const size = humanize(pool.size);
  return alert('DatabasePoolExhausted', {
    when: above(poolUsed(metrics, pool), pool.used),
    for: '5m',
    severity: 'critical',
    component: 'database',
    texts: ({ value, limit, labels: { instance } }) => ({
      ko: {
        summary: `${subject.ko}: ${instance}의 데이터베이스 커넥션 풀을 ${value} 쓰고 있습니다`,
        description: `${instance}의 풀에 있는 커넥션 ${size}개 가운데 ${value}가 나가 있습니다(기준 ${limit}). 다 나가면 요청은 커넥션이 돌아올 때까지 기다리다가 시간 초과로 실패합니다. 오래 열린 트랜잭션이나 느린 쿼리가 있는지부터 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${value} of the database pool of ${instance} is in use`,
        description: `${instance} has ${value} of the ${size} connections of its pool checked out (limit ${limit}). Once all are, requests wait until one comes back, and fail by timeout. See first whether transactions are left open, or queries slow.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 한 인스턴스가 데이터베이스 풀에 있는 커넥션 ${size}개 가운데 ${humanize(pool.used)}를 넘게 쓰고 있습니다. 여러 워커가 저마다 알리면 가장 많이 쓰는 워커의 값입니다.`,
        impact:
          '풀이 비면 데이터베이스가 필요한 요청은 모두 커넥션을 기다리다가 시간 초과로 실패합니다. 데이터베이스 자체는 한가할 수도 있습니다.',
        check: `데이터베이스에서 가장 오래 열린 트랜잭션을 봅니다. \`idle in transaction\`이 위에 있으면 커넥션을 돌려주지 않는 코드, \`active\`면 느린 쿼리나 잠금입니다. 로그에는 \`QueuePool limit\` 같은 오류가 남습니다. 데이터베이스가 한가하면 요청이 늘어 풀이 작은 것입니다.\n\n${look}`,
        action: `커넥션을 쥐고 있는 쿼리를 \`pg_terminate_backend\`로 끊고, 급하면 애플리케이션 ${part.ko}를 재시작합니다. 커넥션을 돌려주지 않는 코드(닫지 않은 세션, 외부 API를 기다리는 트랜잭션)를 고칩니다. 풀을 키울 때는 워커 수 × 풀 크기가 max_connections보다 작은지 확인합니다.`,
      },
      en: {
        meaning: `An instance of ${subject.en} has more than ${humanize(pool.used)} of the ${size} connections of its database pool checked out. Of several workers that each report theirs, it is the one with most.`,
        impact:
          'Once the pool is empty every request that needs the database waits for a connection and fails by timeout, though the database itself may have nothing to do.',
        check: `See in the database which transactions have been open longest: \`idle in transaction\` on top is code that gives no connection back, \`active\` a slow query or a lock. The log has errors such as \`QueuePool limit\`. If the database has nothing to do, there are more requests than the pool is made for.\n\n${look}`,
        action: `End the queries that hold connections with \`pg_terminate_backend\`, and if it is urgent restart the ${part.en} of the application. Mend the code that gives no connection back: sessions that are not closed, transactions that wait for other people's APIs. Before making the pool larger, see that workers × pool size is less than max_connections.`,
      },
    },
    proof: proof(metrics, pool),
  });
};

/** The most connections that are not too many. */
const mostAllowed = ({ size, used }: Pool): number => {
  const near = Math.round(size.value * used.value);
  return near / size.value <= used.value ? near : near - 1;
};

const proof = ({ inUse }: PoolMetrics, pool: Pool): Proof<'instance'> => {
  const most = mostAllowed(pool);
  const size = pool.size.value;
  const labels = oneOf(inUse, ['instance']);
  const takes = (many: number) => holds(inUse, labels, { was: 0, becomes: many });
  const ofWorker = (pid: string) => withLabels({ pid });
  const another = withLabels({ instance: 'another' });
  const says = { labels, value: humanize(ratio((most + 1) / size)) };
  return {
    fires: [
      { when: `${most + 1} of ${size} connections are in use`, series: [takes(most + 1)], ...says },
      {
        when: `one worker of two has ${most + 1} of ${size} in use`,
        series: [ofWorker('7')(takes(0)), ofWorker('8')(takes(most + 1))],
        ...says,
      },
      {
        when: `${most + 1} of ${size} are in use, and fewer of another instance`,
        series: [takes(most + 1), another(takes(most))],
        ...says,
      },
    ],
    quiet: [
      { when: `${most} of ${size} connections are in use`, series: [takes(most)] },
      {
        when: `two workers report the same ${most} of ${size}`,
        series: [ofWorker('7')(takes(most)), ofWorker('8')(takes(most))],
      },
      { when: 'all are in use for four minutes', series: [takes(size)], lasts: '4m' },
      { when: 'nothing is exported', series: [holds(inUse, labels, { was: 0, becomes: 'missing' })] },
      ...amongStrangers(inUse, (theirs) => ({
        when: 'it is a pool of somebody else',
        series: [theirs(takes(size))],
      })),
    ],
  };
};
